import { config } from 'zod/mini';

// Before the first schema is made, else zod probes `Function`, which a page under a strict CSP reports as a violation.
config({ jitless: true });

// Some old libraries add to every object. zod meets that in its loops and breaks, so loops meet it no more; all else that
// was added works as before.
for (const added of Object.keys(Object.prototype)) Reflect.defineProperty(Object.prototype, added, { enumerable: false });
