import { readFileSync } from 'node:fs';
import { freshPage, interleaved, middleMean, openBrowser, serve } from './measure.ts';

// The same twenty questions as plain <details>, and as kommun-faq over <details> and over headings:
// when the first question is on screen, and how much the page moves afterwards. The stylesheet that comes along stands
// in the site's own one, as README says, or is a link of its own. Plain `<details>` stands there twice: how far its two
// figures lie from each other is how much the machine's own noise is. The browser tells paints in steps of 4 ms, which
// the median of some fifty would show as 8 per cent.

const answer = '<p>Du hittar tjänsten under Mina sidor. Logga in med din e-legitimation och välj det som ärendet gäller.</p><ul><li>Ha uppgifterna framme.</li><li>Läs igenom innan du skickar in.</li></ul>';
const questions = Array.from({ length: 20 }, (_, index) => `Hur gör jag för att ansöka om tjänst nummer ${index + 1}?`);
const mark = (index: number) => (index === 0 ? ' elementtiming="first"' : '');
const details = questions.map((question, index) => `<details><summary${mark(index)}>${question}</summary>${answer}</details>`).join('\n');
const headings = questions.map((question, index) => `<h3${mark(index)}>${question}</h3>${answer}`).join('\n');

const page = (head: string, body: string, style = '/site.css') =>
  `<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Frågor</title><link rel="stylesheet" href="${style}">${head}</head><body><h1>Frågor och svar</h1>${body}<p>Efter frågorna.</p></body></html>`;
const script = '<script type="module" src="/v1/kommun.js"></script>';
const siteStyle = 'body { margin: 2rem auto; max-width: 45rem; font-family: sans-serif; }';

// Both have the site's own stylesheet, as every page of a municipality has.
const pages: Record<string, string> = {
  '/site.css': siteStyle,
  '/site-and-kommun.css': `${siteStyle}${readFileSync('src/kommun.css', 'utf8')}`,
  '/details': page('', details),
  '/details-again': page('', details),
  '/faq-over-details': page(script, `<kommun-faq search>${details}</kommun-faq>`, '/site-and-kommun.css'),
  '/faq-over-headings': page(script, `<kommun-faq search>${headings}</kommun-faq>`, '/site-and-kommun.css'),
  '/faq-linked-stylesheet': page(`<link rel="stylesheet" href="/v1/kommun.css">${script}`, `<kommun-faq search>${headings}</kommun-faq>`),
};

const variants = Object.keys(pages).filter((path) => !path.includes('.'));

interface Reading {
  first: number;
  shift: number;
  requests: number;
}

/**
 * Opens every page in turn, in one tab without a cache, since to start a browser's process takes longer than what is
 * measured. Prints the means of the half in the middle; a ratio is against both plain `<details>` in the same run.
 */
export async function benchFaq(): Promise<void> {
  const { origin, close } = await serve(pages);
  const browser = await openBrowser();
  for (const slowdown of [1, 4]) {
    console.log(`\nFAQ, 20 questions, processor ${slowdown === 1 ? 'as it is' : `${slowdown} times slower`}`);
    const tab = await freshPage(browser, slowdown);
    await (await tab.context().newCDPSession(tab)).send('Network.setCacheDisabled', { cacheDisabled: true });
    const readings = await interleaved(variants, 100, async (path): Promise<Reading> => {
      await tab.goto(origin + path, { waitUntil: 'load' });
      const upgraded = path.startsWith('/details') || (await tab.waitForFunction(() => document.querySelector('kommun-faq')?.shadowRoot?.querySelector('slot')));
      if (!upgraded) throw new Error(`${path} never became a widget.`);
      await tab.waitForTimeout(250);
      return tab.evaluate(readPage);
    });
    await tab.context().close();
    const plain = middleMean(variants.filter((path) => path.startsWith('/details')).flatMap((path) => readings.get(path)!).map(({ first }) => first));
    for (const [path, list] of readings) {
      const first = middleMean(list.map((reading) => reading.first));
      const shift = Math.max(...list.map((reading) => reading.shift));
      console.log(`  ${path.padEnd(22)} first question ${first.toFixed(1).padStart(5)} ms (${(first / plain).toFixed(2)}), layout shift at most ${shift.toFixed(4)}, ${list[0]!.requests} scripts`);
    }
  }
  await browser.close();
  close();
}

async function readPage(): Promise<Reading> {
  const entries = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 300);
    });
  const [first] = (await entries('element')) as (PerformanceEntry & { renderTime: number })[];
  const shifts = (await entries('layout-shift')) as (PerformanceEntry & { value: number })[];
  // Upgraded before the first paint, the question is no text of its own any more; that paint shows it all the same.
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  return { first: first?.renderTime ?? paint?.startTime ?? Number.NaN, shift: shifts.reduce((sum, { value }) => sum + value, 0), requests: scripts.length };
}
