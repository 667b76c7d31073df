import type { lookup } from 'node:dns';
import { describe, expect, test, vi } from 'vitest';
import { fetchedSchema } from '../../demo/builder/fetched.contract.ts';
import { createChecker } from '../../demo/node/checker-site.ts';
import { guardedFetch, type GuardOptions } from '../../demo/node/guarded-fetch.ts';
import { isPublicAddress, isSomebodyElses } from '../../demo/node/public-address.ts';
import { answeringServer } from './answering-server.ts';

/** Every name leads to `addresses`, whoever asks. */
const leadingTo = (...addresses: string[]) =>
  ((_host: string, _options: unknown, answer: (failure: null, found: object[]) => void) => answer(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))) as unknown as typeof lookup;

const reasonFor = async (address: string, options?: GuardOptions) => {
  const answer = await guardedFetch(address, options);
  return answer.ok ? 'fetched' : answer.reason;
};

describe('an IP address', () => {
  test.each(['8.8.8.8', '193.10.64.1', '2a00:1450:400f:80d::200e'])('%s is on the internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1',
    '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fec0::1', 'fc00::1', 'fd12::1', 'ff02::1', '64:ff9b::a00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'localhost', '',
  ])('%s is somebody\'s own, or none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test('an address on the internet that is this computer\'s own is not somebody else\'s', () => {
  const interfaces = { eth0: [{ address: '8.8.8.8', netmask: '255.255.255.0', family: 'IPv4' as const, mac: '', internal: false, cidr: null }] };
  expect([isSomebodyElses('8.8.8.8', interfaces), isSomebodyElses('8.8.4.4', interfaces)]).toEqual([false, true]);
});

describe('the fetching for others', () => {
  const server = answeringServer();

  test.each([
    'http://127.0.0.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://169.254.169.254/latest/meta-data/', 'http://0/', 'http://localhost/',
  ])('does not reach into this computer or its network by %s', async (address) => {
    expect(await reasonFor(address)).toBe('not-public');
  });

  test.each(['', 'kommun.test', 'ftp://kommun.test/', 'file:///etc/passwd', 'javascript:alert(1)', 'http://jag:hemligt@kommun.test/'])('takes %s for no address', async (address) => {
    expect(await reasonFor(address)).toBe('not-an-address');
  });

  test('does not follow a name that leads into a network, even when it also leads elsewhere', async () => {
    expect(await reasonFor('http://kommun.test/', { lookup: leadingTo('10.0.0.1') })).toBe('not-public');
    expect(await reasonFor('http://kommun.test/', { lookup: leadingTo('8.8.8.8', '127.0.0.1') })).toBe('not-public');
  });

  test.each(['http://kommun.test:8080/', 'https://kommun.test:22/', 'http://8.8.8.8:9200/'])('knocks on no other door than those of pages: %s', async (address) => {
    expect(await reasonFor(address, { lookup: leadingTo('8.8.8.8') })).toBe('other-port');
  });

  test('asks no page to be fetched by itself in turn', async () => {
    server.sending(200, 'x');
    expect(await reasonFor(`${server.api.origin}/granska/svar?address=x`, { own: server.api.origin })).toBe('not-an-address');
    expect(server.calls).toHaveLength(0);
  });

  test('takes nothing that is packed', async () => {
    server.sending(200, 'x', { 'Content-Encoding': 'gzip' });
    expect(await reasonFor(server.api.href, { own: server.api.origin })).toBe('unreadable');
  });

  test('does not follow a redirect into the network, or out of http', async () => {
    server.sending(302, '', { Location: 'http://127.0.0.1:1/' });
    expect(await reasonFor(server.api.href, { own: server.api.origin })).toBe('not-public');
    server.sending(302, '', { Location: 'file:///etc/passwd' });
    expect(await reasonFor(server.api.href, { own: server.api.origin })).toBe('not-an-address');
    expect(server.calls).toHaveLength(2);
  });

  test('follows a redirect within what may be fetched, but not for ever', async () => {
    server.answer = (response, call) => (call === 1 ? response.writeHead(301, { Location: '/sida' }).end() : response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hej</p>'));
    expect(await guardedFetch(server.api.href, { own: server.api.origin })).toMatchObject({ ok: true, address: `${server.api.origin}/sida`, body: '<p>Hej</p>' });
    server.answer = (response) => response.writeHead(302, { Location: '/' }).end();
    expect(await reasonFor(server.api.href, { own: server.api.origin })).toBe('unreachable');
  });

  test('tells what a page is sent with, and sends nothing of whoever asks', async () => {
    server.sending(200, '<p>Å</p>', { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'self'", 'Access-Control-Allow-Origin': '*', 'Set-Cookie': 'a=b' });
    const answer = await guardedFetch(server.api.href, { own: server.api.origin, from: 'https://www.kommun.test' });
    expect(answer).toEqual({ ok: true, address: server.api.href, status: 200, contentType: 'text/html; charset=utf-8', allowOrigin: '*', policy: "default-src 'self'", body: '<p>Å</p>' });
    expect(server.calls[0]).toMatchObject({ method: 'GET', headers: { origin: 'https://www.kommun.test' } });
    expect(server.calls[0]!.headers).not.toHaveProperty('cookie');
  });

  test('reads no more than a page may be, and waits no longer', async () => {
    server.sending(200, 'x'.repeat(2000));
    expect(await reasonFor(server.api.href, { own: server.api.origin, limits: { bytes: 1000, milliseconds: 5000, redirects: 0 } })).toBe('too-large');
    server.answer = (response) => void response.writeHead(200).write('x');
    expect(await reasonFor(server.api.href, { own: server.api.origin, limits: { bytes: 1000, milliseconds: 50, redirects: 0 } })).toBe('too-slow');
  });
});

describe("the demo's own way to it", () => {
  const page = { ok: true as const, address: 'https://www.kommun.test/', status: 200, contentType: 'text/html', allowOrigin: '', policy: '', body: '' };
  const ask = (headers: Record<string, string> = {}) => new Request('http://demo.test/granska/svar?address=https%3A%2F%2Fwww.kommun.test%2F&from=https%3A%2F%2Fwww.kommun.test%2Fsida', { headers });

  const somebody = () => 'somebody';

  test('fetches for its own page, as a page on the origin that it names', async () => {
    const fetched = vi.fn<typeof guardedFetch>(async () => page);
    const checker = createChecker(fetched, somebody);
    checker.serves('http://demo.test/');
    const answer = await checker.around(() => new Response('other'))(ask({ 'Sec-Fetch-Site': 'same-origin' }));
    expect(fetchedSchema.parse(await answer.json())).toEqual(page);
    expect(fetched).toHaveBeenCalledWith('https://www.kommun.test/', { own: 'http://demo.test', from: 'https://www.kommun.test' });
  });

  test('does nothing for the page of another site', async () => {
    const fetched = vi.fn<typeof guardedFetch>(async () => page);
    const answer = await createChecker(fetched, somebody).around(() => new Response('other'))(ask({ 'Sec-Fetch-Site': 'cross-site' }));
    expect(answer.status).toBe(403);
    expect(fetched).not.toHaveBeenCalled();
  });

  test('says when somebody has asked too often, and goes on for others', async () => {
    let client = 'one';
    const site = createChecker(async () => page, () => client).around(() => new Response('other'));
    for (let asked = 0; asked < 60; asked += 1) await site(ask());
    const answer = await site(ask());
    expect([answer.status, await answer.json()]).toEqual([429, { ok: false, reason: 'too-often' }]);
    client = 'other';
    expect((await site(ask())).status).toBe(200);
  });

  test('leaves every other page as it is', async () => {
    const answer = await createChecker().around(() => new Response('other'))(new Request('http://demo.test/granska/'));
    expect(await answer.text()).toBe('other');
  });
});
