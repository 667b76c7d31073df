import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Package } from 'custom-elements-manifest/schema.js';
import { cssData, htmlData } from './vscode-data.ts';
import { webTypes } from './web-types.ts';

const project = dirname(import.meta.dirname);

/** Writes into `folder` what code editors read about the tags: two files for VS Code and one for those of JetBrains. */
export function writeEditorData(folder: string): void {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(project, file), 'utf8'));
  const manifest = read('custom-elements.json') as Package;
  const { name, version } = read('package.json') as { name: string; version: string };
  const write = (file: string, data: object): void => writeFileSync(join(folder, file), `${JSON.stringify(data, null, 2)}\n`);
  write('vscode.html-custom-data.json', htmlData(manifest));
  write('vscode.css-custom-data.json', cssData(manifest));
  write('web-types.json', webTypes(manifest, name, version));
}
