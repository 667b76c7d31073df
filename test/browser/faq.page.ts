import { define } from '../../src/kit/define.ts';
import { KommunFaq } from '../../src/widgets/faq/faq.element.ts';
import { fixture, type FixtureOptions } from '../support/fixture.ts';
import { until } from '../support/until.ts';

define('kommun-faq', KommunFaq);

// What the widget fetches late comes module by module here, which may take longer than any test waits.
before(async function () {
  this.timeout(60_000);
  const late = ['late', 'mend.controller', 'feed.view', 'json-ld.controller', 'search.view', 'tools.view', 'text.en', 'late.text.en'];
  await Promise.all(late.map((name) => import(`../../src/widgets/faq/faq.${name}.ts`)));
});

/** Four questions, as an editor writes them. */
export const fourQuestions = `
  <h3>Vad är en e-legitimation?</h3><p>Den visar vem du är. <a href="https://kommun.example/las">Läs mer</a></p>
  <h3>Vem skriver under?</h3><p id="both">Båda vårdnadshavarna skriver under.</p>
  <h3>Jag har glömt min kod</h3><p>Bara du kan koden. Banken ger dig en ny.</p>
  <h3>Hur loggar jag ut på caféet?</h3><p>Tryck på Logga ut.</p>`;

/** A list on the page, drawn and mended. */
export async function faq(content: string, attributes = '', options?: FixtureOptions): Promise<KommunFaq> {
  return fixture<KommunFaq>(`<kommun-faq ${attributes}>${content}</kommun-faq>`, options);
}

const find = (text: string) =>
  [...document.querySelectorAll<HTMLElement>('kommun-faq :is(h1, h2, h3, h4, h5, h6)')].find((heading) => heading.textContent.trim() === text);

/** The heading with `text`, wherever it is on the page. */
export function question(text: string): HTMLElement {
  const found = find(text);
  if (!found) throw new Error(`No question «${text}»`);
  return found;
}

/** The button inside the question with `text`. */
export const buttonOf = (text: string) => find(text)?.shadowRoot?.querySelector('button');

export const isOpen = (text: string) => buttonOf(text)?.getAttribute('aria-expanded') === 'true';

export const expectOpen = (text: string) => until(() => isOpen(text), `«${text}» to open`);
export const expectClosed = (text: string) => until(() => buttonOf(text) && !isOpen(text), `«${text}» to close`);

/** Whether somebody can see the element with `selector`. */
export const seen = (selector: string) => document.querySelector(selector)?.checkVisibility() === true;

/** The texts of the questions that are in sight. */
export const questionsInSight = (root: Element) =>
  [...root.children].filter((child) => child.shadowRoot && child.checkVisibility()).map((child) => child.textContent);

/** What the list itself has written, not the editor. */
export const own = (list: Element, selector: string) => list.shadowRoot!.querySelector<HTMLElement>(selector);

/** A button of the list itself, by the text that one sees or hears. */
export const ownButton = (list: Element, text: string) =>
  until(() => [...list.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent.trim().startsWith(text) && button.checkVisibility()), `a button «${text}»`);

/** What the page's live region says, when it says it. */
export const expectAnnounced = (text: string) => until(() => [...document.querySelectorAll('[role=status]')].some((region) => region.textContent === text), `«${text}» to be announced`, 4000);
