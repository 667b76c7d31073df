import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceCentrePhone } from '../service-centre.ts';
import { pages } from './pages.ts';

/** What an editor put on a page, word for word. */
export interface Snippet {
  name: string;
  /** What in the code makes the widget what it is on the page, for an editor. */
  why: string;
  code: string;
}

/** What the web manager puts once in the head of the site's template. */
export const headSnippet = `<script type="module" src="/v1/kommun.js" data-api="/api/v1" data-phone="${serviceCentrePhone}"></script>`;

/** What the web manager puts in the template's link to Mina sidor. */
export const badgeSnippet = '<a href="/mina-sidor/">Mina sidor <kommun-unread-badge></kommun-unread-badge></a>';

const marked = /<!-- snippet: (.+?)(?: \| (.+?))? -->\n([\s\S]*?)\n[ ]*<!-- \/snippet -->/g;

/** The snippets that stand between `<!-- snippet: name | why -->` and `<!-- /snippet -->` in a page's content. */
export function snippetsIn(content: string): Snippet[] {
  return [...content.matchAll(marked)].map(([, name = '', why = '', code = '']) => ({ name, why, code: withoutMargin(code) }));
}

/** The content with each snippet in force and, below it, the same snippet to look at. */
export function showSnippets(content: string): string {
  return content.replace(marked, (_, name: string, why = '', code = '') => {
    const shown = codeFigure({ name, why, code: withoutMargin(code) });
    return `${code}\n<details class="as-pasted"><summary>Så här ligger den på sidan</summary>\n${shown}</details>`;
  });
}

/** Every snippet of the site, page by page, for the editors' own page. */
export function allSnippets(siteFolder: string): string {
  return pages
    .map((page) => ({ page, file: join(siteFolder, page.path, 'index.html') }))
    .filter(({ file }) => existsSync(file))
    .flatMap(({ page, file }) => snippetsIn(readFileSync(file, 'utf8')).map((snippet) => ({ page, snippet })))
    .map(({ page, snippet }) => `<h4>${snippet.name}</h4>\n<p>Ligger på sidan <a href="/${page.path}">${page.name}</a>.</p>\n${codeFigure(snippet)}`)
    .join('\n');
}

/** Code to read and to copy. It scrolls by itself, so it can be reached by keyboard. */
export function codeFigure({ name, why, code }: Snippet): string {
  return `${why && `<p>${withCode(why)}</p>\n`}<figure class="code">
  <pre tabindex="0" role="region" aria-label="Kod: ${name}"><code translate="no">${escaped(code)}</code></pre>
  <button type="button" class="copy" data-copy hidden>Kopiera koden<span class="unseen">: ${name}</span></button>
</figure>`;
}

function withoutMargin(code: string): string {
  const lines = code.split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(margin)).join('\n');
}

/** Words in backquotes are code. */
const withCode = (text: string) => escaped(text).replace(/`(.+?)`/g, '<code>$1</code>');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
