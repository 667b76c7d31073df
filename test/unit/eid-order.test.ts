import { describe, expect, it } from 'vitest';
import type { EidOrder } from '../../src/contract/eid-order.ts';
import { nextOrder, type OrderState } from '../../src/eid/order.machine.ts';

const at = Date.parse('2026-03-01T12:00:00Z');
const byQr = { provider: 'bankid', device: 'other' } as const;

function order(changes: Partial<EidOrder> = {}): EidOrder {
  return {
    id: 'order-1',
    purpose: 'login',
    provider: 'bankid',
    device: 'other',
    state: 'waitingForScan',
    pollAfterMs: 1000,
    // A clock at home that is an hour slow changes nothing.
    now: '2026-03-01T13:00:00Z',
    expiresAt: '2026-03-01T13:03:00Z',
    ...changes,
  };
}

const choosing: OrderState = { at: 'choosing' };
const starting: OrderState = { at: 'starting', ...byQr };
const on = (changes?: Partial<EidOrder>): OrderState => nextOrder(starting, { is: 'order', order: order(changes), at });

describe('a login', () => {
  it('starts when the citizen presses, and not again while one is under way', () => {
    const pressed = nextOrder(choosing, { is: 'pressed', ...byQr });
    expect(pressed).toEqual(starting);
    for (const state of [pressed, on(), on({ state: 'complete' })]) expect(nextOrder(state, { is: 'pressed', ...byQr })).toBe(state);
  });

  it.each([
    ['waitingForScan', 'other', 'scanning'],
    ['waitingForApp', 'same', 'launching'],
    ['waitingForApp', 'other', 'acting'],
    ['userActing', 'other', 'acting'],
    ['userActing', 'same', 'acting'],
    ['redirecting', 'same', 'redirecting'],
    ['starting', 'other', 'starting'],
    ['complete', 'other', 'finishing'],
    ['failed', 'other', 'failed'],
    ['cancelled', 'same', 'failed'],
    ['expired', 'other', 'failed'],
    ['a state of a later version', 'other', 'acting'],
  ])('whose order is %s on the %s device is %s', (state, device, place) => {
    expect(on({ state, device }).at).toBe(place);
  });

  it('counts the time left by the clock of the backend', () => {
    expect(on()).toMatchObject({ endsAt: at + 180_000 });
  });

  it('keeps its last answer when the connection is cut, and goes on from the next', () => {
    const scanning = on({ qr: 'frame' });
    const problem = { code: 'unreachable' };
    const cut = nextOrder(scanning, { is: 'cut', problem });
    expect(cut).toEqual({ ...scanning, cut: true });
    expect(nextOrder(cut, { is: 'cut', problem })).toBe(cut);
    expect(nextOrder(cut, { is: 'order', order: order(), at })).toMatchObject({ at: 'scanning', cut: false });
  });

  it('can be cancelled from everywhere, and then listens to no late answer', () => {
    for (const state of [starting, on(), on({ state: 'userActing' }), on({ state: 'complete' }), on({ state: 'failed' })]) {
      const cancelled = nextOrder(state, { is: 'cancelled' });
      expect(cancelled).toEqual(choosing);
      expect(nextOrder(cancelled, { is: 'order', order: order({ state: 'complete' }), at })).toBe(cancelled);
      expect(nextOrder(cancelled, { is: 'refused', problem: { code: 'timed-out' } })).toBe(cancelled);
    }
  });

  it('keeps what was chosen when a call is refused, so that it can be tried again', () => {
    const refused = nextOrder(starting, { is: 'refused', problem: { code: 'too-many-requests', retryAfter: 30 } });
    expect(refused).toEqual({ at: 'refused', problem: { code: 'too-many-requests', retryAfter: 30 }, ...byQr });
    expect(nextOrder(refused, { is: 'pressed', ...byQr })).toEqual(starting);
  });

  it('that was begun before the page was loaded goes on, or is quietly forgotten when it is gone', () => {
    const resuming = nextOrder(choosing, { is: 'found', id: 'order-1' });
    expect(nextOrder(resuming, { is: 'order', order: order({ state: 'userActing' }), at }).at).toBe('acting');
    expect(nextOrder(resuming, { is: 'refused', problem: { code: 'order-not-found', status: 404 } })).toEqual(choosing);
  });

  it('leaves the same object when an input means nothing', () => {
    for (const input of [{ is: 'cut', problem: { code: 'unreachable' } }, { is: 'cancelled' }, { is: 'done' }] as const) expect(nextOrder(choosing, input)).toBe(choosing);
    expect(nextOrder(starting, { is: 'found', id: 'other' })).toBe(starting);
  });

  it('ends when there is a session', () => {
    expect(nextOrder(on({ state: 'complete' }), { is: 'done' })).toEqual(choosing);
  });
});
