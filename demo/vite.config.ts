import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { pageHtml, type Kind } from './node/layout.ts';
import { pages } from './node/pages.ts';
import { allSnippets, badgeSnippet, codeFigure, headSnippet, showSnippets } from './node/snippets.ts';

const here = import.meta.dirname;

/** Puts the municipality's header, navigation and footer around what each page holds. */
function site(kind: Kind): Plugin {
  return {
    name: 'site',
    transformIndexHtml: {
      order: 'pre',
      handler(content, { path }) {
        // Without a server the phone may have to bring the backend along.
        if (path === '/phone/index.html' && kind === 'static') return content.replace('"./phone.ts"', '"/static/phone.ts"');
        const page = pages.find((candidate) => `/${candidate.path}index.html` === path);
        if (!page) return content;
        const whole = showSnippets(content)
          .replace('<!-- head snippet -->', () => codeFigure({ name: 'Sidhuvudet', code: headSnippet }))
          .replace('<!-- badge snippet -->', () => codeFigure({ name: 'Länken till Mina sidor', code: badgeSnippet }))
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

/** The page that plays the citizen's phone is `phone/` here and `telefon/` to a visitor. */
function phoneAddress(outDir: string): Plugin {
  return {
    name: 'phone-address',
    writeBundle: () => rename(join(outDir, 'phone'), join(outDir, 'telefon')),
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
    plugins: [site(kind), phoneAddress(outDir), ...(kind === 'static' ? [relativeAddresses] : [])],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // Addresses of assets go in as they are: a page of the municipality fetches its own files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: [...pages.map(({ path }) => join(here, path, 'index.html')), join(here, 'phone/index.html')],
      },
    },
  };
});

