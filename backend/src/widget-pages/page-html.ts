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
  notFound: { sv: 'Sidan finns inte', en: 'There is no such page' },
  wrongAddress: { sv: 'Länken leder fel, eller så har sidan tagits bort. Gå tillbaka och försök på ett annat sätt, eller ring oss.', en: 'The link is wrong, or the page has been removed. Go back and try another way, or call us.' },
  noQuestions: { sv: 'Det finns inga frågor här än.', en: 'There are no questions here yet.' },
} satisfies Record<string, Localized>;

/** The whole page of a widget, in a language of the municipality's. */
export function pageHtml({ tag, title, attributes }: OwnPage, municipality: Municipality, language: string) {
  const say = (text: Localized) => inLanguage(text, language, municipality.defaultLanguage);
  const set = Object.entries({ ...attributes?.(municipality) }).map(([key, value]) => html` ${key}="${value}"`);
  const scripts = html`
  <link rel="stylesheet" href="/v1/kommun.css">
  <script type="module" src="/v1/kommun.js" data-api="${apiBase}" data-phone="${municipality.serviceCentre.phone}"></script>
  <script type="module" src="/v1/page.js"></script>`;
  return layout(municipality, language, title, scripts, html`
    ${tag === 'kommun-faq' ? html`<h2>${say(title)}</h2>` : ''}
    ${raw(`<${tag}`)}${set}>${inside(tag, municipality, language, html`<p slot="kommun-anchor">${say(words.without)} ${phoneLink(municipality)}.</p>`, say)}${raw(`</${tag}>`)}`);
}

/** What is shown where an address leads to no widget. */
export function notFoundHtml(municipality: Municipality, language: string) {
  const say = (text: Localized) => inLanguage(text, language, municipality.defaultLanguage);
  return layout(municipality, language, words.notFound, '', html`
    <h2>${say(words.notFound)}</h2>
    <p>${say(words.wrongAddress)}</p>`);
}

function phoneLink({ serviceCentre: { phone } }: Municipality) {
  return html`<a href="tel:${phone.replace(/[^\d+]/g, '').replace(/^0/, '+46')}">${phone}</a>`;
}

function layout(municipality: Municipality, language: string, title: Localized, scripts: unknown, main: unknown) {
  const say = (text: Localized) => inLanguage(text, language, municipality.defaultLanguage);
  const { name, serviceCentre, links } = municipality;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${say(title)} – ${name}</title>
  <link rel="stylesheet" href="/w/page.css">${scripts}
</head>
<body>
  <header><h1>${name}</h1></header>
  <main>${main}
  </main>
  <footer>
    <p>${say(words.contact)} ${say(serviceCentre.name)}, ${phoneLink(municipality)}, <a href="mailto:${serviceCentre.email}">${serviceCentre.email}</a></p>
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
