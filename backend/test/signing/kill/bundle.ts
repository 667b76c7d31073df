import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const entry = fileURLToPath(new URL('backend-process.ts', import.meta.url));
const dist = fileURLToPath(new URL('../../../../dist', import.meta.url));

/** The process that is killed as one file of JavaScript: it is started so often that compiling it each time would be most of the run. */
export async function bundledProcess(): Promise<{ file: string; remove(): Promise<void> }> {
  const outDir = join(dist, `kill-${process.pid}`);
  await build({ configFile: false, logLevel: 'error', build: { ssr: entry, outDir, target: 'node20', rolldownOptions: { output: { entryFileNames: 'backend.mjs' } } } });
  return { file: join(outDir, 'backend.mjs'), remove: () => rm(outDir, { recursive: true, force: true }) };
}
