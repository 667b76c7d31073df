import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { apiBase } from '../src/openapi/operations.ts';
import { clientAddress } from '../src/node/client-address.ts';
import { listen } from '../src/node/http-listener.ts';
import { optionsFrom } from '../src/node/run-until-signal.ts';
import { startServer } from '../src/node/server.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { recordingLog } from './test-app.ts';
import type { LogLine } from './test-app.ts';

const municipalityFile = fileURLToPath(new URL('../municipality.json', import.meta.url));

describe('the server', () => {
  it('serves backend, simulated app and site from one address, on a database of its own, and leaves nothing running', async () => {
    const lines: LogLine[] = [];
    const site = (request: Request) => new Response(`page ${new URL(request.url).pathname}`);
    const options = { municipalityFile, port: 0, dataFolder: await temporaryFolder(), site, env: {}, log: recordingLog(lines) };
    const server = await startServer(options);
    onTestFinished(server.close);
    const at = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);

    expect((await at('/readyz')).status).toBe(200);
    expect(await (await at(`${apiBase}/config`)).json()).toMatchObject({ municipality: { name: 'Älmhults kommun' } });
    expect(await (await at('/simulator/persons')).json()).toMatchObject({ persons: expect.any(Array) });
    expect(await (await at('/apix')).text()).toBe('page /apix');
    for (const origin of [server.url, `http://127.0.0.1:${server.port}`]) {
      const headers = { Origin: origin, 'X-Widget-Client': '1', 'Content-Type': 'application/json' };
      const order = JSON.stringify({ purpose: 'login', provider: 'mobile-eid', device: 'other' });
      const answer = await at(`${apiBase}/eid/orders`, { method: 'POST', headers, body: order });
      expect(answer.status).toBe(201);
    }

    await Promise.all([server.close(), server.close()]);
    await expect(at('/healthz')).rejects.toThrow('fetch failed');
    expect(lines.map(({ event }) => event)).toEqual([
      'database-created',
      'database-started',
      'setting-missing',
      'server-started',
      'database-stopped',
      'server-stopped',
    ]);
  });

  it('lets go of its port when the database cannot be reached', async () => {
    const port = await takenPort();
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/none';
    const start = () => startServer({ municipalityFile, port: port.next, databaseUrl, env: {}, log: recordingLog([]), dataFolder: '/nowhere' });
    await expect(start()).rejects.toThrow('ECONNREFUSED');
    const listener = await listen(() => new Response(), port.next, '127.0.0.1');
    expect(listener.port).toBe(port.next);
    await listener.close(0);
  });
});

describe('the listener', () => {
  it('takes the next free port when the one asked for is taken', async () => {
    const { taken } = await takenPort();
    const listener = await listen(() => new Response('here'), taken, '127.0.0.1');
    onTestFinished(() => listener.close(0));
    expect(listener.port).toBeGreaterThan(taken);
    expect(await (await fetch(`http://127.0.0.1:${listener.port}`)).text()).toBe('here');
  });

  // Left to itself, the connection would be kept open four seconds after its answer.
  it('answers what is under way before it closes, and then closes at once', { timeout: 3000 }, async () => {
    const slow = await slowListener();
    const answer = await fetch(slow.address);
    const closed = slow.close(60_000);
    slow.letGo();
    expect(await answer.text()).toBe('whole');
    await closed;
  });

  it('cuts off what takes too long', async () => {
    const slow = await slowListener();
    const answer = await fetch(slow.address);
    await slow.close(20);
    await expect(answer.text()).rejects.toThrow('terminated');
  });
});

describe('the settings', () => {
  it('come from the environment', () => {
    const options = optionsFrom({ PORT: '4000', TRUST_PROXY: '1', PUBLIC_ORIGIN: 'https://e.test', RATE_LIMIT_FACTOR: '10' });
    expect(options).toMatchObject({ port: 4000, proxies: 1, publicOrigin: 'https://e.test' });
    expect(options.quotas?.ordersPerBrowser).toEqual({ attempts: 100, seconds: 600 });
    expect(optionsFrom({})).toMatchObject({ port: undefined, databaseUrl: undefined, municipalityFile });
  });

  it('that are no number where one is needed are named', () => {
    expect(() => optionsFrom({ PORT: 'http' })).toThrow('PORT has to be a whole number');
  });
});

describe('the citizen’s address', () => {
  const seen = async (proxies: number, forwarded?: string) => {
    const app = new Hono().get('/', (c) => c.text(clientAddress(c, proxies)));
    const bindings = { incoming: { socket: { remoteAddress: '10.0.0.1' } } };
    return (await app.request('/', { headers: forwarded ? { 'X-Forwarded-For': forwarded } : {} }, bindings)).text();
  };

  it('is where the connection comes from, whatever a caller claims', async () => {
    expect(await seen(0)).toBe('10.0.0.1');
    expect(await seen(0, '198.51.100.1')).toBe('10.0.0.1');
  });

  it('is what our outermost proxy saw, not what came before it', async () => {
    expect(await seen(1, '6.6.6.6, 198.51.100.1')).toBe('198.51.100.1');
    expect(await seen(2, '6.6.6.6, 198.51.100.1, 10.0.0.9')).toBe('198.51.100.1');
    expect(await seen(1)).toBe('10.0.0.1');
  });

  it.each([
    ['198.51.100.1:52814', '198.51.100.1'],
    ['[2001:db8::1]:52814', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('is told without the port that a proxy notes as well, as in %s', async (noted, address) => {
    expect(await seen(1, noted)).toBe(address);
  });
});

/** A listener that begins its answer at once and ends it when it is let go. */
async function slowListener() {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const body = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('wh')),
      async pull(controller) {
        await gate;
        controller.enqueue(new TextEncoder().encode('ole'));
        controller.close();
      },
    });
  const { port, close } = await listen(() => new Response(body()), 0, '127.0.0.1');
  return { address: `http://127.0.0.1:${port}`, letGo, close };
}

/** A port that is in use for as long as the test runs, and the one after it; below those that the system hands out to other tests. */
async function takenPort(): Promise<{ taken: number; next: number }> {
  for (let port = 20_000 + (process.pid % 5000) * 2; port < 32_000; port += 2) {
    const server = createServer();
    const isListening = await new Promise<boolean>((resolve) => server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
    if (!isListening) continue;
    onTestFinished(() => void server.close());
    return { taken: port, next: port + 1 };
  }
  throw new Error('no port');
}
