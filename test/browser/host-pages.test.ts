import { expect } from 'chai';
import { until } from '../support/until.ts';

/** Those whose hazard lies in the engine, or in what an old library has made of it. */
const hosts: readonly (readonly [what: string, page: string])[] = [
  ['has nothing odd about it', 'plain'],
  ['resets every style', 'resets-everything'],
  ['has a root size of 62.5 %', 'small-root'],
  ['writes everything in wide capitals', 'shouting'],
  ['is dark', 'dark'],
  ['reads from right to left', 'right-to-left'],
  ['has an AMD loader', 'amd'],
  ['is one large form', 'one-form'],
  ['has changed arrays and JSON', 'altered-natives'],
  ['has added something to every object', 'added-to-objects'],
  ['is built with jQuery', 'jquery'],
  ['is built with Prototype', 'prototype'],
  ['is built with zones', 'zone'],
  ['runs only what it has marked', 'nonce'],
  ['has a base address elsewhere', 'base-href'],
  ['has hotkeys', 'hotkeys'],
  ['makes whole blocks into links', 'linked-block'],
  ['defines the widgets before it has been read to its end', 'late-content'],
  ['has the script twice', 'twice'],
  ['holds anchors instead of tags', 'anchors'],
];

async function visit(host: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '900';
  frame.src = `/hosts/${host}.html`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame.contentDocument!;
}

const questionIn = (page: Document) => [...page.querySelectorAll('kommun-faq :is(h2, h3)')].find(({ textContent }) => textContent!.trim() === 'Hur loggar jag ut?')?.shadowRoot?.querySelector('button');
const answerIn = (page: Document) => [...page.querySelectorAll<HTMLElement>('kommun-faq p')].find(({ textContent }) => textContent!.includes('Stäng sedan webbläsaren'));
const choiceIn = (page: Document) => page.querySelector('kommun-eid-login')?.shadowRoot?.querySelector<HTMLElement>('[data-choice="bankid/other"]');

describe('a page of a site', () => {
  afterEach(() => document.querySelector('iframe')?.remove());

  for (const [what, host] of hosts) {
    it(`that ${what} shows an answer, and a way to log in`, async () => {
      const page = await visit(host);
      const question = await until(() => questionIn(page), 'the question');
      expect(question.getAttribute('aria-expanded')).to.equal('false');
      question.click();
      await until(() => questionIn(page)?.getAttribute('aria-expanded') === 'true' && (answerIn(page)?.offsetHeight ?? 0) > 0, 'the answer');
      const choice = await until(() => choiceIn(page), 'the way to log in');
      expect(choice.offsetHeight).to.be.greaterThan(40);
    });
  }
});
