import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { editorWidgets, type EditorWidget } from '../editor-widgets.ts';
import { dialogueFor, siteDialogue } from './dialogue.ts';
import type { AppWidgets } from './render.ts';

/** The files of the WebApp, by their place in the package. */
export async function webAppFiles(version: string): Promise<ReadonlyMap<string, string>> {
  const widgets = editorWidgets();
  return new Map([
    ['manifest.json', json(manifest(version))],
    ['appDataDefaults.json', json({ appData: { widget: widgets[0]!.tag } })],
    ['index.js', await server('index.ts', widgets)],
    ['hooks.js', await server('hooks.ts', widgets)],
    // Sitevision wants it in the package; nothing of ours runs there before the loader.
    ['main.js', ''],
    ['config/index.html', dialogueFor(widgets)],
    ['config/config.js', await bundled('config.ts')],
    ['config/global/index.html', siteDialogue()],
  ]);
}

const manifest = (version: string) => ({
  id: 'kommun-widgets',
  version,
  name: { sv: 'Kommunens widgetar', en: 'Municipal widgets' },
  description: {
    sv: 'Frågor och svar, inloggning med e-legitimation, ärenden och underskrift, från kommunens egen värd.',
    en: 'Questions and answers, login with an e-ID, cases and signatures, from the municipality\'s own host.',
  },
  author: 'kommun-widgets',
  helpUrl: 'https://www.npmjs.com/package/kommun-widgets',
  type: 'WebApp',
  bundled: true,
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const appWidgets = (widgets: readonly EditorWidget[]): AppWidgets =>
  Object.fromEntries(widgets.map(({ tag, short, instead, settings }) => [tag, { short, instead, settings: Object.fromEntries(settings.map(({ name, kind, most }) => [name, { kind, ...(most && { most }) }])) }]));

const server = (entry: string, widgets: readonly EditorWidget[]): Promise<string> => bundled(entry, { kommunWidgets: JSON.stringify(appWidgets(widgets)) });

/** One file of code as old as Sitevision's own examples, which asks for modules by `require` as they do. */
async function bundled(entry: string, define: Record<string, string> = {}): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define,
    build: {
      write: false,
      minify: false,
      target: 'es2015',
      lib: { entry: fileURLToPath(new URL(`app/${entry}`, import.meta.url)), formats: ['cjs'], fileName: 'app' },
      rolldownOptions: {
        external: ['router', 'appData', 'globalAppData', 'hooks', 'PortletContextUtil'],
        // What it declares is its own, wherever it runs.
        output: { banner: '(function () {', footer: '}());' },
      },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : [])).filter((file) => file.type === 'chunk');
  return chunks[0]!.code;
}
