import { config } from 'zod/mini';

// Before the first schema is made, else zod probes `Function`, which a page under a strict CSP reports as a violation.
config({ jitless: true });
