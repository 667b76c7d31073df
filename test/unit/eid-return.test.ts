import { describe, expect, test } from 'vitest';
import { needsReturnAddress, newNonce, readReturn, returnFragment } from '../../src/eid/return-address.ts';

const iPhone = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15', maxTouchPoints: 5 };
const chromeOnIPhone = { ...iPhone, userAgent: `${iPhone.userAgent} CriOS/126.0` };
const iPad = { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', maxTouchPoints: 5 };
const mac = { ...iPad, maxTouchPoints: 0 };
const android = { userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36', maxTouchPoints: 5 };
const windows = { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)', maxTouchPoints: 10 };

describe('an address to come back to', () => {
  test.each([
    ['an iPhone', iPhone, true],
    ['an iPhone with another browser', chromeOnIPhone, true],
    ['an iPad that says it is a Mac', iPad, true],
    ['a Mac', mac, false],
    ['Android', android, false],
    ['Windows with a touch screen', windows, false],
  ])('on %s is needed for the app on the same device: %o', (_device, facts, needed) => {
    expect(needsReturnAddress('embedded', 'same', facts)).toBe(needed);
    expect(needsReturnAddress('embedded', 'other', facts)).toBe(false);
    expect(needsReturnAddress('redirect', 'same', facts)).toBe(true);
  });

  test('is marked with 128 bits that are never the same', () => {
    const nonces = Array.from({ length: 100 }, newNonce);
    expect(new Set(nonces).size).toBe(100);
    for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{22}$/);
  });

  test('says when the citizen comes back what it said when they left', () => {
    const nonce = newNonce();
    expect(readReturn('#kommun-eid', returnFragment('#kommun-eid', nonce))).toEqual({ nonce, handoff: undefined });
    expect(readReturn('#kommun-eid', `${returnFragment('#kommun-eid', nonce)}~kod`)).toEqual({ nonce, handoff: 'kod' });
    expect(readReturn('#kommun-eid', '#kommun-eid'), 'by an app that cut the end off').toEqual({ nonce: '', handoff: undefined });
  });

  test('is not read where something else brought the citizen', () => {
    expect(readReturn('#kommun-eid', '#kommun-sign.abc')).toBeUndefined();
    expect(readReturn('#kommun-eid', '')).toBeUndefined();
    // An editor's anchor on the page.
    expect(readReturn('#kommun-eid', '#kommun-eid-login')).toBeUndefined();
  });
});
