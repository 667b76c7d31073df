import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, PortalBackend } from '../../src/client/portal-backend.ts';
import type { ActiveSession, Session } from '../../src/contract/session.ts';
import { Connection } from '../../src/portal/connection.ts';
import { SessionHub } from '../../src/portal/session.hub.ts';

const start = Date.parse('2026-03-01T12:00:00Z');
const fromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const session = (minutes = 30): ActiveSession => ({
  authenticated: true, person: { displayName: 'Tess Testsson' }, provider: 'bankid', loa: 'loa3',
  now: fromNow(0), idleExpiresAt: fromNow(minutes), expiresAt: fromNow(480),
});
const ok = <T>(value: T): Answer<T> => ({ ok: true, value });

let page: EventTarget & { visibilityState: string };
let answer: () => Promise<Answer<Session>>;
let extension: () => Promise<Answer<ActiveSession>>;
let asked: number;
let hub: SessionHub;

class FakeConnection extends Connection {
  override backend(): Promise<PortalBackend> {
    const backend: Partial<PortalBackend> = {
      session: () => { asked += 1; return answer(); },
      startSession: async () => ok(session()),
      extendSession: () => extension(),
      endSession: async () => ok({ loggedOut: true, advice: ['closeBrowser'] }),
    };
    return Promise.resolve(backend as PortalBackend);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  const target = new EventTarget();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
  vi.stubGlobal('PageTransitionEvent', class extends Event {});
  asked = 0;
  answer = async () => ok(session());
  extension = async () => ok(session());
  hub = new SessionHub(new FakeConnection(new URL(`https://kommun.example/${Math.random()}/`)));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function watched(): Promise<() => void> {
  const stop = hub.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(0);
  return stop;
}

describe('the session that the widgets share', () => {
  it('is asked for once, however many widgets want it', async () => {
    const stops = [hub.subscribe(() => {}), hub.subscribe(() => {})];
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(1);
    expect(hub.state).toMatchObject({ at: 'loggedIn', endsAt: start + 30 * 60_000 });
    stops.forEach((stop) => stop());
  });

  it('is asked for again when the citizen comes back, but not at every glance', async () => {
    const stop = await watched();
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(1);
    page.dispatchEvent(new Event('visibilitychange'));
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toBe(2);
    page.visibilityState = 'hidden';
    await vi.advanceTimersByTimeAsync(20_000);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(asked).toBe(2);
    stop();
  });

  it('looks at the backend before it warns, since another tab may have extended it', async () => {
    const stop = await watched();
    await vi.advanceTimersByTimeAsync(28 * 60_000);
    expect(asked).toBe(2);
    expect(hub.state).toMatchObject({ at: 'loggedIn', warning: false });
    stop();
  });

  it('warns two minutes before the end, and ends when time is up although nobody answers', async () => {
    const stop = await watched();
    answer = async () => ({ ok: false, problem: { code: 'unreachable' } });
    await vi.advanceTimersByTimeAsync(28 * 60_000);
    expect(hub.state).toMatchObject({ at: 'loggedIn', warning: true });
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(hub.state).toEqual({ at: 'loggedOut', reason: 'timeout' });
    stop();
  });

  it('believes no answer that is older than what the citizen did', async () => {
    const stop = await watched();
    let late!: (answer: Answer<Session>) => void;
    answer = () => new Promise((resolve) => { late = resolve; });
    const question = hub.ask();
    await vi.advanceTimersByTimeAsync(0);
    await hub.end();
    late(ok(session()));
    await question;
    expect(hub.state).toEqual({ at: 'loggedOut', reason: 'pressed' });
    stop();
  });

  it('stays ended although the answer that put off its end comes after the citizen has logged out', async () => {
    const stop = await watched();
    let late!: (answer: Answer<ActiveSession>) => void;
    extension = () => new Promise((resolve) => { late = resolve; });
    const staying = hub.extend();
    await vi.advanceTimersByTimeAsync(0);
    await hub.end();
    answer = async () => ok({ authenticated: false });
    late(ok(session()));
    await staying;
    expect(hub.state).toEqual({ at: 'loggedOut', reason: 'pressed' });
    stop();
  });

  it('is that of a login made while another tab logged out, when the backend says so', async () => {
    answer = async () => ok({ authenticated: false });
    const channels: { onmessage?: (event: { data: unknown }) => void }[] = [];
    vi.stubGlobal('BroadcastChannel', class { onmessage?: (event: { data: unknown }) => void; constructor() { channels.push(this); } postMessage() {} close() {} });
    const stop = await watched();
    const claim = hub.claim('order-1');
    channels[0]!.onmessage!({ data: 'logged-out' });
    answer = async () => ok(session());
    expect(await claim).toMatchObject({ ok: true });
    expect(hub.state.at).toBe('loggedIn');
    stop();
  });

  for (const [when, shown, reason] of [['somebody is logged in', true, 'elsewhere'], ['it is not yet known who is', false, 'none']] as const) {
    it(`stays ended when another tab logs out while ${when}, whatever an older answer says`, async () => {
      const channels: { onmessage?: (event: { data: unknown }) => void }[] = [];
      vi.stubGlobal('BroadcastChannel', class { onmessage?: (event: { data: unknown }) => void; constructor() { channels.push(this); } close() {} });
      const answers: ((answer: Answer<Session>) => void)[] = [];
      answer = () => new Promise((resolve) => { answers.push(resolve); });
      const stop = await watched();
      if (shown) {
        answers.shift()!(ok(session()));
        await vi.advanceTimersByTimeAsync(0);
        void hub.ask();
        await vi.advanceTimersByTimeAsync(0);
      }
      channels[0]!.onmessage!({ data: 'logged-out' });
      answers.shift()!(ok(session()));
      await vi.advanceTimersByTimeAsync(0);
      expect(hub.state.at).not.toBe('loggedIn');
      answers.shift()?.(ok({ authenticated: false }));
      await vi.advanceTimersByTimeAsync(0);
      expect(hub.state).toEqual({ at: 'loggedOut', reason });
      stop();
    });
  }

  it('is told to the other tabs as a code, and heard from them', async () => {
    const heard: unknown[] = [];
    class Channel {
      static readonly open = new Set<Channel>();
      onmessage: ((event: { data: unknown }) => void) | undefined;
      constructor() { Channel.open.add(this); }
      postMessage(data: unknown) { heard.push(data); }
      close() { Channel.open.delete(this); }
    }
    vi.stubGlobal('BroadcastChannel', Channel);
    const stop = await watched();
    await hub.extend();
    await hub.end();
    expect(heard).toEqual(['changed', 'logged-out']);
    await hub.claim('order-1');
    for (const { onmessage } of Channel.open) onmessage?.({ data: 'logged-out' });
    expect(hub.state).toEqual({ at: 'loggedOut', reason: 'elsewhere' });
    stop();
    expect(Channel.open.size).toBe(0);
  });

  it('asks nothing when nobody shows it any longer', async () => {
    const stop = await watched();
    stop();
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(asked).toBe(1);
  });

  it('warns through the first widget that draws the warning and is in sight, whoever came before it', async () => {
    const badge = () => {};
    const inMenu = () => {};
    const onPage = () => {};
    let menuIsOpen = false;
    hub.subscribe(badge);
    expect(hub.speaker).toBe(undefined);
    hub.subscribe(inMenu, () => menuIsOpen);
    const stop = hub.subscribe(onPage, () => true);
    expect(hub.speaker).toBe(onPage);
    menuIsOpen = true;
    expect(hub.speaker).toBe(inMenu);
    menuIsOpen = false;
    stop();
    expect(hub.speaker).toBe(undefined);
  });
});
