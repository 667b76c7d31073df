import { readFileSync } from 'node:fs';

/** Where the build puts what a script tag loads; chunks of earlier builds stay beside those of the last. */
export const latestFolder = 'dist/cdn/v1';

/** A file of the last build, and what it fetches. */
export interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

/** The scripts of the last `npm run build`, by what each is made from. */
export const readManifest = (): Record<string, Chunk> => JSON.parse(readFileSync(`${latestFolder}/.vite/manifest.json`, 'utf8'));

/** The names of all files of the last build. */
export const builtFiles = (): string[] => [...new Set(Object.values(readManifest()).map(({ file }) => file)), 'kommun.css'];
