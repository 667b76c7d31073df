import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright-core';
import type { CaseSummary } from '../src/contract/case.ts';
import { cases, pageOf, pageSize, pretend, rivals } from './inbox-pages.ts';
import { freshPage, interleaved, median, openBrowser, serve } from './measure.ts';

// The same cases as plain HTML, on bare virtual-core, and in kommun-case-inbox over a pretended backend: when the first
// row is there after its data, what it costs to scroll, and how long the list takes to answer a search. The inbox opens with
// a page of cases, so that it is held against plain HTML of as many; with all of them fetched, against plain HTML of all.

const sizes = [100, 1000, 10_000];
const kinds = ['plain', 'plain, first page', 'virtual-core', 'inbox', 'inbox, all fetched'] as const;
type Kind = (typeof kinds)[number];
const rowsOf = (kind: Kind, size: number) => (kind === 'plain, first page' || kind === 'inbox' ? pageSize : size);
/** What a kind is held against: as many rows in plain HTML. */
const baseOf = (kind: Kind): Kind => (kind === 'plain, first page' || kind === 'inbox' ? 'plain, first page' : 'plain');
const rounds = 5;

interface Reading {
  /** From the data to the first row, in milliseconds; with all fetched, from the first page's data to the last page's. All code is there already. */
  first: number;
  /** Everything on the main thread until then: script, layout and paint. */
  work: number;
  /** The script in it. */
  script: number;
  heap: number;
  frames: number;
  dropped: number;
  longest: number;
  /** From the last letter of a search to the rows that it leaves; for those that can be searched. */
  filter?: number;
  /** While it is typed, letter by letter, until then. */
  filterDropped?: number;
  filterLongest?: number;
}

/** Prints and writes down the medians; a ratio is against plain HTML with as many cases in the same run. */
export async function benchInbox(): Promise<void> {
  const core = await build({ stdin: { contents: `export * from '@tanstack/virtual-core'`, resolveDir: '.' }, bundle: true, minify: true, format: 'iife', globalName: 'core', write: false, define: { 'process.env.NODE_ENV': '"production"' } });
  const { origin, close } = await serve({
    '/rival': pageOf('<input id="q" aria-label="Sök"><ul></ul>', `<script>${core.outputFiles[0]!.text}${rivals}</script>`),
    '/inbox': pageOf('<kommun-case-inbox></kommun-case-inbox>', '<script type="module" src="/v1/kommun.js" data-api="/api/v1"></script>'),
  });
  const browser = await openBrowser();
  const columns = ['cases', 'drawn by', 'rows', 'until they are there, ms', 'main thread until then, ms', 'script in that, ms', 'heap, MiB', 'frames a second in a scroll', 'frames over 25 ms', 'longest task, ms', 'search, ms', 'frames over 25 ms in a search', 'longest task, ms'];
  const lines = ['# kommun-case-inbox', '', 'Medians; the ratio in brackets is against plain HTML with as many rows in the same run. Each begins with the text of its answer. The inbox opens with a page of 50 and fetches more as one scrolls; “all fetched” is timed until it has fetched every page, and scrolled from the middle. Plain HTML searches by hiding rows, and the inbox by asking anew, its pause for more letters left out.', '', `| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`];
  for (const size of sizes) {
    console.log(`\nInbox, ${size} cases`);
    const readings = await interleaved(kinds, rounds, async (kind) => {
      const page = await freshPage(browser, 1);
      await pretend(page, size);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable');
      const reading = kind.startsWith('inbox') ? await readInbox(page, origin, devtools, kind === 'inbox, all fetched') : await readRival(page, origin, devtools, kind, cases(rowsOf(kind, size)));
      await page.context().close();
      return reading;
    });
    const of = (kind: Kind, name: keyof Reading) => median(readings.get(kind)!.map((reading) => reading[name] ?? NaN));
    for (const kind of kinds) {
      const cell = (name: keyof Reading, digits = 0, base = baseOf(kind)) => {
        const [own, other] = [of(kind, name), of(base, name)];
        return Number.isNaN(own) ? '' : own.toFixed(digits) + (other > 0 ? ` (${(own / other).toFixed(2)})` : '');
      };
      const opening = [cell('first', 1), cell('work'), cell('script'), cell('heap', 1)];
      const moving = [cell('frames'), cell('dropped'), cell('longest')];
      // Both search all cases, however many of them are drawn.
      const typing = [cell('filter', 0, 'plain'), cell('filterDropped', 0, 'plain'), cell('filterLongest', 0, 'plain')];
      lines.push(`| ${[size, kind, rowsOf(kind, size), ...opening, ...moving, ...typing].join(' | ')} |`);
      console.log(`  ${lines.at(-1)}`);
    }
  }
  await writeFile('bench/inbox.md', `${lines.join('\n')}\n`);
  await browser.close();
  close();
}

async function readRival(page: Page, origin: string, devtools: CDPSession, kind: Kind, items: CaseSummary[]): Promise<Reading> {
  await page.goto(`${origin}/rival`);
  await page.evaluate((answer) => { Object.assign(globalThis, { answer }); }, JSON.stringify({ items }));
  const before = await worked(devtools);
  const first = await page.evaluate(async (name) => {
    const start = performance.now();
    (globalThis as unknown as { draw: (kind: string) => void }).draw(name);
    await new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn)); });
    return performance.now() - start;
  }, kind);
  const opened = { first, ...(await workedSince(devtools, before)), heap: await heapOf(devtools), ...(await scroll(page)) };
  if (kind !== 'plain') return opened;
  await page.evaluate(() => { scrollTo(0, 0); });
  return { ...opened, ...(await search(page, '#q', 0)) };
}

/** The inbox as it opens, or with every page fetched before it is scrolled from the middle; and searched. */
async function readInbox(page: Page, origin: string, devtools: CDPSession, isWhole: boolean): Promise<Reading> {
  await page.goto(`${origin}/inbox`);
  await page.locator('kommun-case-inbox .rows > li').first().waitFor();
  const before = await worked(devtools);
  const opened = await page.evaluate(() => {
    // A new one in its place asks anew, with its code already there.
    const inbox = document.createElement('kommun-case-inbox');
    const drawn = new Promise<number>((done) => {
      const original = globalThis.fetch;
      let start = 0;
      globalThis.fetch = async (...given) => {
        const response = await original(...given);
        if (!/cases\?/.test(response.url)) return response;
        const text = await response.text();
        start = performance.now();
        return new Response(text, { status: response.status, headers: response.headers });
      };
      document.querySelector('kommun-case-inbox')!.replaceWith(inbox);
      const rows = new MutationObserver(() => {
        if (!start || !inbox.shadowRoot!.querySelector('.rows > li')) return;
        rows.disconnect();
        globalThis.fetch = original;
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      });
      rows.observe(inbox.shadowRoot!, { childList: true, subtree: true });
    });
    return drawn;
  });
  const first = opened + (isWhole ? await fetchAll(page) : 0);
  const work = await workedSince(devtools, before);
  if (isWhole) await goToMiddle(page);
  const heap = await heapOf(devtools);
  const moved = await scroll(page);
  await page.evaluate(() => { scrollTo(0, 0); });
  return { first, ...work, heap, ...moved, ...(await search(page, 'kommun-case-inbox #q', typingPause)) };
}

/** Presses for more until there is no more; answers how long that took. */
function fetchAll(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const root = document.querySelector('kommun-case-inbox')!.shadowRoot!;
    for (let more = root.querySelector<HTMLElement>('#more'); more; more = root.querySelector('#more')) {
      more.click();
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - start;
  });
}

async function goToMiddle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, document.body.scrollHeight / 2);
    await new Promise((settled) => { requestAnimationFrame(() => setTimeout(settled, 500)); });
  });
}

/** For so long the inbox waits for more letters. Milliseconds. */
const typingPause = 250;

/** From the last letter to the rows that it leaves, `pause` left out. */
async function search(page: Page, field: string, pause: number): Promise<Pick<Reading, 'filter' | 'filterDropped' | 'filterLongest'>> {
  await page.locator(field).focus();
  const watch = await page.evaluateHandle(watchFrames);
  await page.keyboard.type('nummer 7', { delay: 80 });
  await page.keyboard.press('7');
  const start = Date.now();
  await page.waitForFunction(() => {
    const inbox = document.querySelector('kommun-case-inbox')?.shadowRoot;
    const first = inbox ? inbox.querySelector('.rows li') : document.querySelector('ul > li:not([hidden])');
    return /Ansökan nummer 77\b/.test(first?.textContent ?? '');
  }, undefined, { polling: 10 });
  const filter = Math.max(0, Date.now() - start - pause);
  const { dropped, longest } = await watch.evaluate((stop) => stop());
  return { filter, filterDropped: dropped, filterLongest: longest };
}

/** Counts frames in the page, and its longest task, until the function that it returns is called. */
function watchFrames(): () => { frames: number; dropped: number; longest: number } {
  let longest = 0;
  const note = (entries: PerformanceEntryList) => { for (const { duration } of entries) longest = Math.max(longest, duration); };
  const tasks = new PerformanceObserver((list) => note(list.getEntries()));
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
    note(tasks.takeRecords());
    tasks.disconnect();
    return { frames: (gaps.length / (performance.now() - start)) * 1000, dropped: gaps.filter((gap) => gap > 25).length, longest };
  };
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

/** Milliseconds that the main thread has worked, and of those that it has run scripts. */
const worked = async (devtools: CDPSession) => ({ work: (await metric(devtools, 'TaskDuration')) * 1000, script: (await metric(devtools, 'ScriptDuration')) * 1000 });

async function workedSince(devtools: CDPSession, before: Pick<Reading, 'work' | 'script'>): Promise<Pick<Reading, 'work' | 'script'>> {
  const now = await worked(devtools);
  return { work: now.work - before.work, script: now.script - before.script };
}

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
