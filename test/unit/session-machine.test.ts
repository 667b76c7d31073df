import { describe, expect, it } from 'vitest';
import type { ActiveSession } from '../../src/contract/session.ts';
import { cannotBeExtended } from '../../src/portal/session-end.ts';
import { nextSession, type SessionState } from '../../src/portal/session.machine.ts';

const at = Date.parse('2026-03-01T12:00:00Z');
const warnBefore = 120_000;
const nobody = { authenticated: false } as const;

// The server's clock is an hour ahead of this computer's, and that changes nothing.
function session(changes: Partial<ActiveSession> = {}): ActiveSession {
  return {
    authenticated: true,
    person: { displayName: 'Tess Testsson' },
    provider: 'bankid',
    loa: 'loa3',
    now: '2026-03-01T13:00:00Z',
    idleExpiresAt: '2026-03-01T13:30:00Z',
    expiresAt: '2026-03-01T21:00:00Z',
    ...changes,
  };
}

const asking: SessionState = { at: 'asking' };
const loggedIn = nextSession(asking, { is: 'told', session: session(), at, warnBefore });

describe('a session', () => {
  it('ends when the server says, whatever the clock at home shows', () => {
    expect(loggedIn).toMatchObject({ at: 'loggedIn', endsAt: at + 30 * 60_000, warning: false });
  });

  it('warns when little time is left, and no longer once it is extended', () => {
    const soon = nextSession(loggedIn, { is: 'told', session: session({ now: '2026-03-01T13:28:00Z' }), at: at + 28 * 60_000, warnBefore });
    expect(soon).toMatchObject({ warning: true });
    expect(nextSession(soon, { is: 'told', session: session(), at: at + 28 * 60_000, warnBefore })).toMatchObject({ warning: false });
  });

  it('warns by its own clock when the backend does not answer', () => {
    const problem = { code: 'unreachable' };
    expect(nextSession(loggedIn, { is: 'unanswered', problem, at: at + 60_000, warnBefore })).toBe(loggedIn);
    expect(nextSession(loggedIn, { is: 'unanswered', problem, at: at + 29 * 60_000, warnBefore })).toMatchObject({ at: 'loggedIn', warning: true });
    expect(nextSession(loggedIn, { is: 'unanswered', problem, at: at + 30 * 60_000, warnBefore })).toEqual({ at: 'loggedOut', reason: 'timeout' });
  });

  it('that ran out ended by time, and one that was gone before ended elsewhere', () => {
    expect(nextSession(loggedIn, { is: 'told', session: nobody, at: at + 30 * 60_000, warnBefore })).toEqual({ at: 'loggedOut', reason: 'timeout' });
    expect(nextSession(loggedIn, { is: 'told', session: nobody, at: at + 60_000, warnBefore })).toEqual({ at: 'loggedOut', reason: 'elsewhere' });
    expect(nextSession(loggedIn, { is: 'ended-elsewhere' })).toEqual({ at: 'loggedOut', reason: 'elsewhere' });
  });

  it('shows nothing personal of a page that was put away, until the backend has answered', () => {
    const kept = nextSession(loggedIn, { is: 'put-away' });
    expect(Object.keys(kept)).toEqual(['at', 'endsAt']);
    expect(nextSession(kept, { is: 'told', session: nobody, at, warnBefore })).toEqual({ at: 'loggedOut', reason: 'elsewhere' });
    expect(nextSession(kept, { is: 'told', session: nobody, at: at + 3_600_000, warnBefore })).toEqual({ at: 'loggedOut', reason: 'timeout' });
  });

  it.each(['', 'i morgon'])('takes a session that ends at "%s" for an answer that cannot be read', (idleExpiresAt) => {
    const told = { is: 'told', session: { ...session(), idleExpiresAt }, at, warnBefore } as const;
    expect(nextSession(asking, told)).toEqual({ at: 'failed', problem: { code: 'unreadable-answer' } });
    expect(nextSession(loggedIn, told)).toBe(loggedIn);
  });

  it('keeps the reason why it ended', () => {
    const pressed = nextSession(loggedIn, { is: 'pressed-log-out' });
    expect(pressed).toEqual({ at: 'loggedOut', reason: 'pressed' });
    for (const input of [
      { is: 'told', session: nobody, at, warnBefore },
      { is: 'unanswered', problem: { code: 'offline' }, at, warnBefore },
      { is: 'ended-elsewhere' },
      { is: 'put-away' },
    ] as const) expect(nextSession(pressed, input)).toBe(pressed);
  });

  it('that nobody has is no failure, and one that cannot be asked for is', () => {
    expect(nextSession(asking, { is: 'told', session: nobody, at, warnBefore })).toEqual({ at: 'loggedOut', reason: 'none' });
    expect(nextSession(asking, { is: 'unanswered', problem: { code: 'offline' }, at, warnBefore })).toEqual({ at: 'failed', problem: { code: 'offline' } });
    const away = nextSession(nextSession(loggedIn, { is: 'put-away' }), { is: 'unanswered', problem: { code: 'offline' }, at, warnBefore });
    expect(nextSession(away, { is: 'told', session: nobody, at: at + 31 * 60_000, warnBefore })).toEqual({ at: 'loggedOut', reason: 'timeout' });
  });

  it('cannot be extended past its last instant', () => {
    expect(cannotBeExtended(session())).toBe(false);
    expect(cannotBeExtended(session({ idleExpiresAt: '2026-03-01T21:00:00Z' }))).toBe(true);
  });
});
