import { backendAround } from './backend-around.ts';

await backendAround();
await import('../phone/phone.ts');
