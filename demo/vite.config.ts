import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { addressFields, cmsChoice, shapeFigures, widgetChoice, widgetSettings } from './node/builder-form.ts';
import { cmsFacts, cmsLinks, settingTables } from './node/editors-page.ts';
import { pageHtml, type Kind } from './node/layout.ts';
import { pages } from './node/pages.ts';
import { widgetPages } from './node/widget-pages.ts';
import { allSnippets, badgeSnippet, codeFigure, headSnippet, showSnippets } from './node/snippets.ts';

const here = import.meta.dirname;
const start = join(here, 'static/start.ts');
const previewPath = '/byggare/visning/index.html';

/** Puts the municipality's header, navigation and footer around what each page holds. */
function site(kind: Kind): Plugin {
  return {
    name: 'site',
    transformIndexHtml: {
      order: 'pre',
      handler(content, { path }) {
        // Without a server the preview has the backend of the page around it.
        if (path === previewPath && kind === 'static') return content.replace('"../../builder/preview.ts"', '"/static/preview.ts"');
        // Without a server the phone and the mailbox may have to bring the backend along.
        const [, own] = /^\/(phone|mail)\/index\.html$/.exec(path) ?? [];
        if (own && kind === 'static') return content.replace(`"./${own}.ts"`, `"/static/${own}.ts"`);
        const page = pages.find((candidate) => `/${candidate.path}index.html` === path);
        if (!page) return content;
        const whole = showSnippets(content)
          .replace('<!-- head snippet -->', () => codeFigure({ name: 'Sidhuvudet', why: '', code: headSnippet }))
          .replace('<!-- badge snippet -->', () => codeFigure({ name: 'Länken till Mina sidor', why: '', code: badgeSnippet }))
          .replace('<!-- builder widgets -->', widgetChoice)
          .replace('<!-- builder settings -->', widgetSettings)
          .replace('<!-- builder addresses -->', addressFields)
          .replace('<!-- builder cms -->', cmsChoice)
          .replace('<!-- builder shapes -->', shapeFigures)
          .replace('<!-- editors cms links -->', cmsLinks)
          .replace('<!-- editors settings -->', settingTables)
          .replace('<!-- editors cms facts -->', cmsFacts)
          .replace('<!-- all snippets -->', () => allSnippets(here));
        return pageHtml(page, whole, kind);
      },
    },
  };
}

/** Makes addresses from the site's root relative to the page, so that the folder can lie anywhere on a host. */
const relativeAddresses: Plugin = {
  name: 'relative-addresses',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path }) {
      const root = '../'.repeat(path.split('/').length - 2) || './';
      return html.replaceAll(/ (href|src|next|action)="\/(?!\/)/g, (_, attribute: string) => ` ${attribute}="${root}`);
    },
  },
};

/** What the pages that play the citizen's own things are called to a visitor. */
const swedishNames = { phone: 'telefon', mail: 'mejl' };

function swedishAddresses(outDir: string): Plugin {
  return {
    name: 'swedish-addresses',
    async writeBundle() {
      for (const [name, swedish] of Object.entries(swedishNames)) await rename(join(outDir, name), join(outDir, swedish));
    },
  };
}

/** The demo municipality's site: `dist/demo` for a server, in mode `static` `dist/static` for any static host. */
export default defineConfig(({ mode }) => {
  const kind: Kind = mode === 'static' ? 'static' : 'server';
  const outDir = join(here, '../dist', kind === 'static' ? 'static' : 'demo');
  return {
    root: here,
    base: './',
    logLevel: 'warn',
    plugins: [site(kind), swedishAddresses(outDir), ...(kind === 'static' ? [relativeAddresses, widgetPages(start)] : [])],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // Addresses of assets go in as they are: a page of the municipality fetches its own files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: [...[...pages.map(({ path }) => path), ...Object.keys(swedishNames), 'byggare/visning/'].map((folder) => join(here, folder, 'index.html')), ...(kind === 'static' ? [start] : [])],
      },
    },
  };
});

