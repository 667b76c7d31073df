import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { editorWidgets } from '../cms/editor-widgets.ts';

const root = new URL('../', import.meta.url);
const plugin = new URL('cms/wordpress/kommun-widgets/', root);

/** The zip that WordPress installs the plugin from. */
export const pluginZip = fileURLToPath(new URL('dist/kommun-widgets-wordpress.zip', root));

/** The files of the plugin that are made from the rest of the project, by name. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    'widgets.json': `${JSON.stringify(editorWidgets(), null, 2)}\n`,
    'kommun.css': readFileSync(new URL('src/kommun.css', root), 'utf8'),
    // The licence goes along with every copy.
    'LICENSE': readFileSync(new URL('LICENSE', root), 'utf8'),
  };
}

/** Writes the generated files and the zip, which are the same for the same source. */
export function makePlugin(): void {
  for (const [name, content] of Object.entries(generatedFiles())) writeFileSync(new URL(name, plugin), content);
  const files = readdirSync(plugin).map((name) => [`kommun-widgets/${name}`, readFileSync(new URL(name, plugin))] as const);
  mkdirSync(new URL('dist/', root), { recursive: true });
  writeFileSync(pluginZip, zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) }));
}

if (process.argv[1] === import.meta.filename) {
  makePlugin();
  console.log('dist/kommun-widgets-wordpress.zip is written.');
}
