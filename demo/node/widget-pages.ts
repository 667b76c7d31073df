import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { municipalitySchema } from '../../backend/src/municipality/municipality.ts';
import { ownPages } from '../../backend/src/widget-pages/own-page.ts';
import { pageHtml } from '../../backend/src/widget-pages/page-html.ts';
import file from '../municipality.json' with { type: 'json' };

const loaderTag = /<script type="module" src="\/v1\/kommun\.js"[^>]*>/;
const style = new URL('../../backend/src/widget-pages/page.css', import.meta.url);

/** Makes the backend's page of each widget a file, for the demo without a server. The module `start` brings the backend and the loader. */
export const widgetPages = (start: string): Plugin => ({
  name: 'widget-pages',
  async generateBundle(_, bundle) {
    const started = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry && chunk.facadeModuleId === start);
    if (!started) throw new Error(`${start} is no entry of the build.`);
    const municipality = municipalitySchema.parse(file);
    for (const [name, page] of Object.entries(ownPages)) {
      const html = String(await pageHtml(page, municipality, municipality.defaultLanguage));
      const source = html.replace(loaderTag, `<script type="module" src="/${started.fileName}">`).replaceAll(/ (href|src|next)="\/(?!\/)/g, ' $1="../../');
      this.emitFile({ type: 'asset', fileName: `w/${name}/index.html`, source });
    }
    this.emitFile({ type: 'asset', fileName: 'w/page.css', source: readFileSync(style, 'utf8') });
  },
});
