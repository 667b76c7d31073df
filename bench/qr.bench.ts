import { createServer } from 'node:http';
import { createHmac, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { build } from 'vite';
import { freshPage, interleaved, median, openBrowser } from './measure.ts';

// A login that waits to be scanned: what one new QR frame costs the page, the widget against a bare Lit page that
// polls the same server and draws with the same encoder.

const bareElement = `
import { LitElement, html } from 'lit';
import { generate, correction } from 'lean-qr';
class BareQr extends LitElement {
  static properties = { path: { state: true }, size: { state: true } };
  connectedCallback() { super.connectedCallback(); this.poll(); }
  async poll() {
    const { qr } = await (await fetch('/api/v1/eid/orders/1')).json();
    const code = generate(qr, { maxCorrectionLevel: correction.L });
    let path = '';
    for (let y = 0; y < code.size; y++) for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += 'M' + x + ' ' + y + 'h1v1h-1z';
    this.size = code.size; this.path = path;
    setTimeout(() => this.poll(), 1000);
  }
  render() { return html\`<svg width="280" height="280" viewBox="-4 -4 \${this.size + 8} \${this.size + 8}"><path d=\${this.path ?? ''} /></svg>\`; }
}
customElements.define('bare-qr', BareQr);`;

const pages: Record<string, string> = {
  '/widget': '<!doctype html><html lang="sv"><title>Logga in</title><script type="module" src="/v1/kommun.js" data-api="/api/v1"></script><kommun-eid-login></kommun-eid-login>',
  '/bare': '<!doctype html><html lang="sv"><title>QR</title><script type="module" src="/bare.js"></script><bare-qr></bare-qr>',
};

const config = {
  municipality: { name: 'Exempelkommun' },
  languages: ['sv'],
  defaultLanguage: 'sv',
  serviceCentre: { name: { sv: 'Servicecenter' }, phone: '0476-550 00', email: 'info@almhult.se' },
  eidProviders: [{ id: 'bankid', kind: 'embedded', label: { sv: 'BankID' }, devices: ['same', 'other'], issuer: { name: { sv: 'din bank' } } }],
  links: {},
  texts: {},
  faq: { feedback: false },
  session: { warnBeforeSeconds: 300 },
};

/** An API of made-up answers, each as quick as the other, so that only the page's own work differs. */
function answer(path: string): unknown {
  if (path.endsWith('/config')) return config;
  if (path.endsWith('/session')) return { authenticated: false };
  const now = Date.now();
  const seconds = Math.floor(now / 1000) % 1000;
  const code = createHmac('sha256', 'secret').update(String(seconds)).digest('hex');
  return {
    id: '1', purpose: 'login', provider: 'bankid', device: 'other', state: 'waitingForScan', hint: 'outstandingTransaction',
    qr: `bankid.${token}.${seconds}.${code}`, pollAfterMs: 1000,
    now: new Date(now).toISOString(), expiresAt: new Date(now + 180_000).toISOString(),
  };
}
const token = randomUUID();

async function serveBoth(): Promise<{ origin: string; close(): void }> {
  const bare = await bundleBare();
  const server = createServer(async ({ url = '/', method = 'GET' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const json = path.startsWith('/api/') ? JSON.stringify(answer(path)) : undefined;
    const script = path === '/bare.js' ? bare : path.startsWith('/v1/') ? await readFile(join('dist/cdn', path)).catch(() => '') : undefined;
    const type = json ? 'application/json' : script !== undefined ? (extname(path) === '.css' ? 'text/css' : 'text/javascript') : 'text/html; charset=utf-8';
    response.writeHead(method === 'POST' ? 201 : 200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
    response.end(json ?? script ?? pages[path] ?? '');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://localhost:${address.port}`, close: () => server.close() };
}

async function bundleBare(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [{ name: 'bare', resolveId: (id) => (id === 'bare.js' ? id : undefined), load: (id) => (id === 'bare.js' ? bareElement : undefined) }],
    build: { write: false, modulePreload: false, rolldownOptions: { input: 'bare.js', output: { codeSplitting: false } } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (!bundle || !('output' in bundle)) throw new Error('The bare page was not bundled.');
  return bundle.output[0].code;
}

const frames = 8;

/** Seconds that the page's main thread has been at work. */
async function workOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Prints the median work a frame, in milliseconds of the page's main thread. */
export async function benchQr(): Promise<void> {
  const { origin, close } = await serveBoth();
  const browser = await openBrowser();
  for (const slowdown of [1, 4]) {
    console.log(`\nA QR frame, processor ${slowdown === 1 ? 'as it is' : `${slowdown} times slower`}`);
    const readings = await interleaved(Object.keys(pages), 5, async (path) => {
      const page = await freshPage(browser, slowdown);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable');
      await page.goto(origin + path);
      // By the keyboard: where the mouse has been, the browser looks after each frame what lies under it.
      if (path === '/widget') await page.getByRole('button', { name: /annan enhet/ }).press('Enter');
      await page.waitForFunction(() => (document.querySelector('kommun-eid-login, bare-qr')?.shadowRoot?.querySelector('svg path')?.getAttribute('d')?.length ?? 0) > 500);
      await page.waitForTimeout(1500);
      const before = await workOf(devtools);
      await page.waitForTimeout(frames * 1000);
      const work = ((await workOf(devtools)) - before) / frames;
      await page.context().close();
      return work * 1000;
    });
    const bare = median(readings.get('/bare')!);
    for (const [path, list] of readings) console.log(`  ${path.padEnd(8)} ${median(list).toFixed(1).padStart(5)} ms of work a frame (${(median(list) / bare).toFixed(2)})`);
  }
  await browser.close();
  close();
}
