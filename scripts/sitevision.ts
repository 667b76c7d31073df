import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { webAppFiles } from '../cms/sitevision/package.ts';

const { version }: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const files = await webAppFiles(version);
const archive = `dist/sitevision/kommun-widgets-${version}.zip`;

mkdirSync('dist/sitevision', { recursive: true });
writeFileSync(archive, zipSync(Object.fromEntries([...files].map(([name, content]) => [name, strToU8(content)]))));
console.log(`${archive} is written, with ${[...files.keys()].join(', ')}.`);
