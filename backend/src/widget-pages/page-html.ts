import { html, raw } from 'hono/html';
import { inLanguage } from '../../../src/contract/in-language.ts';
import type { Localized } from '../../../src/contract/language.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { apiBase } from '../openapi/operations.ts';
import type { OwnPage } from './own-page.ts';
import { questionsHtml } from './questions.ts';

const words = {
  contact: { sv: 'Behöver du hjälp?', en: 'Do you need help?' },
  without: { sv: 'Går det inte att visa? Ring', en: 'Does it not show? Call' },
  statement: { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
  noQuestions: { sv: 'Det finns inga frågor här än.', en: 'There are no questions here yet.' },
} satisfies Record<string, Localized>;

/** The whole page, in a language of the municipality's. */
export function pageHtml({ tag, title, attributes }: OwnPage, municipality: Municipality, language: string) {
  const say = (text: Localized) => inLanguage(text, language, municipality.defaultLanguage);
  const { name, serviceCentre, links } = municipality;
  const dial = `tel:${serviceCentre.phone.replace(/[^\d+]/g, '').replace(/^0/, '+46')}`;
  const call = html`<a href="${dial}">${serviceCentre.phone}</a>`;
  const set = Object.entries({ ...attributes?.(municipality) }).map(([key, value]) => html` ${key}="${value}"`);
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${say(title)} – ${name}</title>
  <link rel="stylesheet" href="/w/page.css">
  <script type="module" src="/v1/kommun.js" data-api="${apiBase}" data-phone="${serviceCentre.phone}"></script>
  <script type="module" src="/v1/page.js"></script>
</head>
<body>
  <header><h1>${name}</h1></header>
  <main>
    ${tag === 'kommun-faq' ? html`<h2>${say(title)}</h2>` : ''}
    ${raw(`<${tag}`)}${set}>${inside(tag, municipality, language, html`<p slot="kommun-anchor">${say(words.without)} ${call}.</p>`, say)}${raw(`</${tag}>`)}
  </main>
  <footer>
    <p>${say(words.contact)} ${say(serviceCentre.name)}, ${call}, <a href="mailto:${serviceCentre.email}">${serviceCentre.email}</a></p>
    ${links.accessibilityStatement ? html`<p><a href="${links.accessibilityStatement}">${say(words.statement)}</a></p>` : ''}
  </footer>
</body>
</html>`;
}

/** What is read where the widget does not come: no widget shows that slot. */
function inside(tag: string, { faq: { feeds } }: Municipality, language: string, instead: unknown, say: (text: Localized) => string) {
  if (tag !== 'kommun-faq') return instead;
  const items = new Map(Object.entries(feeds)).get(language)?.items ?? [];
  return items.length > 0 ? questionsHtml(items) : html`<p>${say(words.noQuestions)}</p>`;
}
