import { describe, expect, it, vi } from 'vitest';
import { Upstream } from '../../../src/cases/sources/upstream.ts';
import type { Fetch } from '../../../src/cases/sources/upstream.ts';
import { recordingLog } from '../../test-app.ts';
import type { LogLine } from '../../test-app.ts';

function upstreamOf(answer: Response | Error, cap?: number) {
  const log: LogLine[] = [];
  const fetch = vi.fn<Fetch>(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  const upstream = new Upstream({ source: 'oep', base: 'https://oep.kommun.test/sub/', fetch, log: recordingLog(log), ...(cap !== undefined && { cap }) });
  return { upstream, fetch, log, ask: (values?: Record<string, string>) => upstream.ask({ path: '/cases/{idNumber}', values: { idNumber: '198501169885', ...values } }, undefined) };
}

describe('the door to another system', () => {
  it('follows no redirect', async () => {
    const { ask, fetch } = upstreamOf(new Response(null, { status: 302, headers: { Location: 'http://169.254.169.254/' } }));
    await expect(ask()).rejects.toMatchObject({ code: 'unreadable' });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch.mock.calls[0]?.[1].redirect).toBe('manual');
  });

  it('keeps the path of its base', async () => {
    const { ask, fetch } = upstreamOf(new Response('ok'));
    await ask();
    expect(fetch.mock.calls[0]?.[0]).toBe('https://oep.kommun.test/sub/cases/198501169885');
  });

  it.each([
    ['a/b', 'a%2Fb'],
    ['a?b#c', 'a%3Fb%23c'],
    ['%2e%2e', '%252e%252e'],
  ])('asks with "%s" as one step of the path', async (value, step) => {
    const { ask, fetch } = upstreamOf(new Response('ok'));
    await ask({ idNumber: value });
    expect(fetch.mock.calls[0]?.[0]).toBe(`https://oep.kommun.test/sub/cases/${step}`);
  });

  it.each(['', '.', '..'])('asks nothing with "%s" for a step of the path', async (value) => {
    const { ask, fetch } = upstreamOf(new Response('ok'));
    await expect(ask({ idNumber: value })).rejects.toMatchObject({ code: 'unreadable' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('reads no answer that is larger than it was told to expect, and stops reading it', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({ pull: (stream) => (stream.enqueue(new Uint8Array(100)), void (sent += 100)) });
    const { ask } = upstreamOf(new Response(body), 1000);
    await expect(ask()).rejects.toMatchObject({ code: 'unreadable' });
    expect(sent).toBeLessThan(2000);
  });

  it('reads nothing of an answer that says that it is too large', async () => {
    const { ask } = upstreamOf(new Response('x', { headers: { 'Content-Length': '1001' } }), 1000);
    await expect(ask()).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('reads an answer that is just as large as it may be', async () => {
    const { ask } = upstreamOf(new Response('x'.repeat(1000)), 1000);
    expect((await ask()).bytes.byteLength).toBe(1000);
  });

  it.each([
    [400, 'rejected'],
    [401, 'rejected'],
    [403, 'rejected'],
    [404, 'rejected'],
    [429, 'unavailable'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ] as const)('makes the status %i mean that the source is %s', async (status, code) => {
    const { ask } = upstreamOf(new Response('secret words', { status }));
    const failure = await ask().catch((reason: unknown) => reason);
    expect(failure).toMatchObject({ code, message: code });
    expect(failure).not.toHaveProperty('cause');
  });

  it('logs a broken line by its code and the form of the address', async () => {
    const broken = new TypeError('fetch failed https://oep.kommun.test/198501169885', { cause: Object.assign(new Error('refused 10.0.0.1'), { code: 'ECONNREFUSED' }) });
    const { ask, log } = upstreamOf(broken);
    const failure = await ask().catch((reason: unknown) => reason);
    expect(failure).toMatchObject({ code: 'unavailable', message: 'unavailable' });
    expect(failure).not.toHaveProperty('cause');
    expect(log).toEqual([
      { level: 'warn', event: 'upstream-failed', fields: { source: 'oep', request: 'GET /cases/{idNumber}', status: undefined, code: 'unavailable', network: 'ECONNREFUSED' } },
    ]);
  });

  it.each([
    ['text/xml;charset=ISO-8859-1', 'text/xml', 'iso-8859-1'],
    ['Application/JSON; charset="UTF-8"', 'application/json', 'utf-8'],
    ['text/xml; version=1 ; charset = utf-8', 'text/xml', 'utf-8'],
    ['text/xml', 'text/xml', undefined],
  ])('reads "%s"', async (header, mediaType, charset) => {
    const { ask } = upstreamOf(new Response('x', { headers: { 'Content-Type': header } }));
    expect(await ask()).toMatchObject({ mediaType, charset });
  });
});
