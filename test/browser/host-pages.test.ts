import { expect } from 'chai';
import { hosts } from '../hosts/hosts.ts';
import { until } from '../support/until.ts';

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

  for (const [host, what] of Object.entries(hosts)) {
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
