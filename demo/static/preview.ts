import { backendAround } from './backend-around.ts';

await backendAround();
await import('../builder/preview.ts');
