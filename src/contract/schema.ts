import './jitless.ts';

/** For the backend, which pays nothing for the whole of it; what a browser loads imports `zod/mini` itself. */
export * as z from 'zod/mini';
