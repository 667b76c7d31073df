import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { CasePage, CaseSummary } from '../src/contract/case.ts';
import { freshPage, interleaved, median, openBrowser, serve } from './measure.ts';

// The same cases as plain HTML, on bare virtual-core, and in kommun-case-inbox over a pretended backend: when the first
// row is there after its data, what it costs to scroll, and how long the list takes to answer a search.

const sizes = [100, 1000, 10_000];
const kinds = ['plain', 'virtual-core', 'inbox', 'inbox, all fetched'] as const;
const rounds = 5;

interface Reading {
  /** From the data to the first row, in milliseconds. For the inbox its own code is there; for the others as well. */
  first: number;
  /** Everything on the main thread from the data to the first row: script, layout and paint. */
  work: number;
  heap: number;
  frames: number;
  dropped: number;
  longest: number;
  /** From the last letter of a search to the rows that it leaves. */
  filter: number;
  /** While it is typed, letter by letter, until then. */
  filterDropped: number;
  filterLongest: number;
}

const cases = (count: number): CaseSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `case-${index}`,
    title: `Ansökan nummer ${index + 1}`,
    service: { id: 'service', name: 'Förskola och fritidshem' },
    references: [`2026-${index}`],
    concerns: { kind: 'child', childId: 'child', givenName: 'Alva' },
    status: 'inProgress',
    sourceStatus: 'Handläggning pågår',
    lastEvent: { at: '2026-11-20T12:00:00Z', text: 'Kommunen har tagit emot ansökan' },
    updatedAt: '2026-11-20T12:00:00Z',
    unread: index % 3,
    source: 'own',
  }));

const session = () => ({
  authenticated: true,
  person: { displayName: 'Prov' },
  provider: 'test',
  loa: 'loa3',
  now: new Date().toISOString(),
  idleExpiresAt: new Date(Date.now() + 1_800_000).toISOString(),
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});

/** Answers as the backend would, from memory. */
async function pretend(page: Page, count: number): Promise<void> {
  const all = cases(count);
  const sources = [{ id: 'own', name: 'E-tjänster', state: 'ok' }];
  await page.route('**/api/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const answer = (json: unknown) => route.fulfill({ json });
    if (pathname.endsWith('/session')) return answer(session());
    if (pathname.endsWith('/cases/counts')) return answer({ all: count, waiting: 0, unread: 0, sources });
    if (!pathname.endsWith('/cases')) return route.fulfill({ status: 404 });
    const from = Number(searchParams.get('cursor') ?? 0);
    const limit = Number(searchParams.get('limit') ?? 50);
    const found = all.filter(({ title }) => title.includes(searchParams.get('q') ?? ''));
    const next = from + limit < found.length ? String(from + limit) : null;
    const casePage: CasePage = { items: found.slice(from, from + limit), nextCursor: next, sources, facets: { services: [], children: [], statuses: [] } };
    return answer(casePage);
  });
}

const pageOf = (body: string, head = '') =>
  `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Ärenden</title>${head}<style>body { margin: 2rem auto; max-width: 45rem; font-family: sans-serif } li { padding: 1em 0; border-bottom: 1px solid } .window { position: relative } .window li { position: absolute; top: 0; inset-inline: 0 }</style></head><body>${body}</body></html>`;

/** The rows of the two that the inbox is measured against, drawn in the page from data that is there. */
const rivals = `
  const row = (one) => '<article><h3><a href="#">' + one.title + ' <span>' + one.unread + ' nyheter</span></a></h3><p><b>Under handläggning</b> – ' + one.sourceStatus + '</p><p>' + one.service.name + ' Gäller ' + one.concerns.givenName + '</p><p>Ärende ' + one.references[0] + ' <button>Kopiera ärendenummer</button></p><p>' + one.lastEvent.text + '</p></article>';
  window.draw = (kind, items) => {
    const list = document.querySelector('ul');
    if (kind === 'plain') { list.innerHTML = items.map((one) => '<li>' + row(one) + '</li>').join(''); return; }
    list.className = 'window';
    const rows = new Map();
    const place = (lines) => {
      list.style.height = lines.getTotalSize() + 'px';
      const shown = new Set();
      for (const { index, start } of lines.getVirtualItems()) {
        shown.add(index);
        let li = rows.get(index);
        if (!li) { li = document.createElement('li'); li.dataset.index = index; li.innerHTML = row(items[index]); rows.set(index, li); list.append(li); }
        li.style.translate = '0 ' + (start - lines.options.scrollMargin) + 'px';
        lines.measureElement(li);
      }
      for (const [index, li] of rows) if (!shown.has(index)) { li.remove(); rows.delete(index); }
    };
    const lines = new core.Virtualizer({ count: items.length, getScrollElement: () => window, estimateSize: () => 170, overscan: 8, scrollMargin: list.offsetTop, initialOffset: 0, observeElementRect: core.observeWindowRect, observeElementOffset: core.observeWindowOffset, scrollToFn: core.windowScroll, onChange: place });
    lines._didMount(); lines._willUpdate(); place(lines);
  };`;

/** Prints and writes down the medians; a ratio is against plain HTML with as many cases in the same run. */
export async function benchInbox(): Promise<void> {
  const core = await build({ stdin: { contents: `export * from '@tanstack/virtual-core'`, resolveDir: '.' }, bundle: true, minify: true, format: 'iife', globalName: 'core', write: false, define: { 'process.env.NODE_ENV': '"production"' } });
  const { origin, close } = await serve({
    '/rival': pageOf('<ul></ul>', `<script>${core.outputFiles[0]!.text}${rivals}</script>`),
    '/inbox': pageOf('<kommun-case-inbox></kommun-case-inbox>', '<script type="module" src="/v1/kommun.js" data-api="/api/v1"></script>'),
  });
  const browser = await openBrowser();
  const lines = ['# kommun-case-inbox', '', 'Medians; the ratio in brackets is against plain HTML with as many cases in the same run. The inbox fetches pages of 50 as one scrolls; “all fetched” is scrolled from the middle of as many rows as the others hold.', '', '| cases | drawn by | first row after its data, ms | main thread until then, ms | heap, MiB | frames a second in a scroll | frames over 25 ms | longest task, ms | search, ms | frames over 25 ms in a search | longest task, ms |', '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |'];
  for (const size of sizes) {
    console.log(`\nInbox, ${size} cases`);
    const readings = await interleaved([...kinds], rounds, async (kind) => {
      const page = await freshPage(browser, 1);
      await pretend(page, size);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable');
      const reading = kind.startsWith('inbox') ? await readInbox(page, origin, devtools, kind === 'inbox' ? 0 : size) : await readRival(page, origin, devtools, kind, cases(size));
      await page.context().close();
      return reading;
    });
    const of = (kind: string, name: keyof Reading) => median(readings.get(kind)!.map((reading) => reading[name]));
    for (const kind of kinds) {
      const ratio = (name: keyof Reading, digits = 0) => `${of(kind, name).toFixed(digits)} (${(of(kind, name) / of('plain', name)).toFixed(2)})`;
      const typing = (['filter', 'filterDropped', 'filterLongest'] as const).map((name) => (kind.startsWith('inbox') ? of(kind, name).toFixed(0) : ''));
      lines.push(`| ${size} | ${kind} | ${ratio('first', 1)} | ${ratio('work')} | ${ratio('heap', 1)} | ${of(kind, 'frames').toFixed(0)} | ${of(kind, 'dropped').toFixed(0)} | ${of(kind, 'longest').toFixed(0)} | ${typing.join(' | ')} |`);
      console.log(`  ${lines.at(-1)}`);
    }
  }
  await writeFile('bench/inbox.md', `${lines.join('\n')}\n`);
  await browser.close();
  close();
}

async function readRival(page: Page, origin: string, devtools: CDPSession, kind: string, items: CaseSummary[]): Promise<Reading> {
  await page.goto(`${origin}/rival`);
  const before = await busy(devtools);
  const first = await page.evaluate(async ([name, data]) => {
    const start = performance.now();
    (globalThis as unknown as { draw: (kind: string, items: unknown) => void }).draw(name, data);
    await new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn)); });
    return performance.now() - start;
  }, [kind, items] as const);
  const work = (await busy(devtools)) - before;
  return { first, work, heap: await heapOf(devtools), ...(await scroll(page)), filter: 0, filterDropped: 0, filterLongest: 0 };
}

/** The inbox as it opens, or with `count` rows fetched before it is scrolled from the middle and searched. */
async function readInbox(page: Page, origin: string, devtools: CDPSession, count: number): Promise<Reading> {
  await page.goto(`${origin}/inbox`);
  await page.locator('kommun-case-inbox .rows > li').first().waitFor();
  const before = await busy(devtools);
  const first = await page.evaluate(() => {
    const inbox = document.querySelector('kommun-case-inbox') as HTMLElement & { updateComplete: Promise<boolean> };
    const again = new Promise<number>((drawn) => {
      const original = globalThis.fetch;
      let start = 0;
      globalThis.fetch = async (...given) => {
        const response = await original(...given);
        if (!/cases\?/.test(response.url)) return response;
        const text = await response.text();
        start = performance.now();
        return new Response(text, { status: response.status, headers: response.headers });
      };
      const rows = new MutationObserver(() => {
        if (!start) return;
        rows.disconnect();
        globalThis.fetch = original;
        requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - start)));
      });
      rows.observe(inbox.shadowRoot!, { childList: true, subtree: true });
    });
    // Taken out and put back, it asks anew, with its code already there.
    const parent = inbox.parentElement!;
    inbox.remove();
    parent.append(inbox);
    return again;
  });
  const work = (await busy(devtools)) - before;
  await page.locator('kommun-case-inbox .rows > li').first().waitFor();
  if (count) await fetchAll(page);
  const heap = await heapOf(devtools);
  const moved = await scroll(page);
  await page.evaluate(() => { scrollTo(0, 0); });
  return { first, work, heap, ...moved, ...(await search(page)) };
}

/** Presses for more until there is no more, and goes to the middle of the list. */
async function fetchAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const root = document.querySelector('kommun-case-inbox')!.shadowRoot!;
    for (let more = root.querySelector<HTMLElement>('#more'); more; more = root.querySelector('#more')) {
      more.click();
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, document.body.scrollHeight / 2);
    await new Promise((settled) => { requestAnimationFrame(() => setTimeout(settled, 500)); });
  });
}

/** From the last letter to the rows that it leaves, the pause for more letters left out. */
async function search(page: Page): Promise<Pick<Reading, 'filter' | 'filterDropped' | 'filterLongest'>> {
  await page.locator('kommun-case-inbox #q').focus();
  const watch = await page.evaluateHandle(watchFrames);
  await page.keyboard.type('nummer 7', { delay: 80 });
  await page.keyboard.press('7');
  const start = Date.now();
  await page.waitForFunction(() => /Ansökan nummer 77\b/.test(document.querySelector('kommun-case-inbox')!.shadowRoot!.querySelector('.rows li')?.textContent ?? ''), undefined, { polling: 10 });
  const filter = Math.max(0, Date.now() - start - 250);
  const { dropped, longest } = await watch.evaluate((stop) => stop());
  return { filter, filterDropped: dropped, filterLongest: longest };
}

/** Counts frames in the page, and its longest task, until the function that it returns is called. */
function watchFrames(): () => { frames: number; dropped: number; longest: number } {
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  const gaps: number[] = [];
  const start = performance.now();
  let before = start;
  let next = requestAnimationFrame(function step(now) {
    gaps.push(now - before);
    before = now;
    next = requestAnimationFrame(step);
  });
  return () => {
    cancelAnimationFrame(next);
    tasks.disconnect();
    return { frames: (gaps.length / (performance.now() - start)) * 1000, dropped: gaps.filter((gap) => gap > 25).length, longest };
  };
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

/** Milliseconds that the main thread has worked. */
const busy = async (devtools: CDPSession) => (await metric(devtools, 'TaskDuration')) * 1000;

async function heapOf(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await metric(devtools, 'JSHeapUsedSize')) / 2 ** 20;
}

/** Two seconds of steady scrolling, frame by frame. */
async function scroll(page: Page): Promise<Pick<Reading, 'frames' | 'dropped' | 'longest'>> {
  const watch = await page.evaluateHandle(watchFrames);
  await page.evaluate(() => new Promise<void>((done) => {
    const start = performance.now();
    requestAnimationFrame(function step(now) {
      scrollBy(0, 60);
      if (now - start < 2000) requestAnimationFrame(step);
      else done();
    });
  }));
  return watch.evaluate((stop) => stop());
}
