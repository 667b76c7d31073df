import { describe, expect, it } from 'vitest';
import { testPersons } from '../../src/eid/simulated/test-persons.ts';
import { testClock } from '../test-app.ts';
import { anyStart } from './eid-provider-conformance.ts';
import { phoneOf, simulatedEid } from './simulated-world.ts';
import { iPhoneSafari } from './bankid/user-agents.ts';

async function world(start = anyStart) {
  const clock = testClock();
  const { provider, simulator } = simulatedEid(clock);
  const state = await provider.start(start);
  return { clock, provider, simulator, state, phone: phoneOf(simulator), qr: () => provider.qr(state, clock.now()) };
}

describe('the simulated app', () => {
  it('shows who asks, what for, and where it goes back to after a start by link', async () => {
    const { provider, simulator, state } = await world({ ...anyStart, device: 'same', browser: { deviceId: 'a-device', userAgent: iPhoneSafari } });
    expect(await simulator.app.scan(provider.launch(state).mobile)).toMatchObject({
      ok: true,
      value: { relyingParty: 'Provköping', visibleText: anyStart.visibleText, purpose: 'login', returnUrl: anyStart.returnUrl },
    });
  });

  it('goes back nowhere after a scan, since the browser is on another device', async () => {
    const { simulator, qr } = await world();
    expect(await simulator.app.scan(qr())).toMatchObject({ ok: true, value: { returnUrl: undefined } });
  });

  it('refuses a QR code that has stood still', async () => {
    const { simulator, clock, qr } = await world();
    const frozen = qr();
    clock.forward(6);
    expect(await simulator.app.scan(frozen)).toEqual({ ok: false, code: 'qr-too-old' });
    expect(await simulator.app.scan(qr())).toMatchObject({ ok: true });
  });

  it('refuses a QR code made ahead of its time', async () => {
    const { provider, simulator, state, clock } = await world();
    const ahead = provider.qr(state, new Date(clock.now().getTime() + 10_000));
    expect(await simulator.app.scan(ahead)).toEqual({ ok: false, code: 'qr-too-old' });
  });

  it('refuses a QR code with a made up proof, and what is no QR code of an e-ID', async () => {
    const { simulator, qr } = await world();
    const forged = qr().replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await simulator.app.scan(forged)).toEqual({ ok: false, code: 'qr-unknown' });
    const [name, token] = qr().split('.');
    for (const time of ['', 'x', '-1', '0x0']) expect(await simulator.app.scan(`${name}.${token}.${time}.`)).toEqual({ ok: false, code: 'qr-unknown' });
    expect(await simulator.app.scan('https://example.com/')).toEqual({ ok: false, code: 'link-unknown' });
    expect(await simulator.app.scan('')).toEqual({ ok: false, code: 'link-unknown' });
  });

  it('takes a start link once', async () => {
    const { provider, simulator, state } = await world({ ...anyStart, device: 'same' });
    const { mobile } = provider.launch(state);
    await simulator.app.scan(mobile);
    expect(await simulator.app.scan(mobile)).toEqual({ ok: false, code: 'already-scanned' });
  });

  it('takes a QR code once', async () => {
    const { simulator, phone, qr } = await world();
    await phone.take(qr());
    expect(await simulator.app.scan(qr())).toEqual({ ok: false, code: 'already-scanned' });
  });

  it('refuses an order whose time ran out', async () => {
    const { simulator, clock, qr } = await world();
    clock.forward(30);
    expect(await simulator.app.scan(qr())).toEqual({ ok: false, code: 'order-ended' });
  });

  it('approves for nobody but one of the test persons', async () => {
    const { simulator, qr } = await world();
    const scanned = await simulator.app.scan(qr());
    const transaction = scanned.ok ? scanned.value.transaction : '';
    expect(simulator.app.act(transaction, { act: 'approve' })).toEqual({ ok: false, code: 'person-unknown' });
    expect(simulator.app.act(transaction, { act: 'approve', person: 'nobody' })).toEqual({ ok: false, code: 'person-unknown' });
    expect(simulator.app.act('another', { act: 'approve', person: 'karin' })).toEqual({ ok: false, code: 'transaction-unknown' });
  });
});

describe('an order that an app has taken', () => {
  it('runs out after three minutes in the app', async () => {
    const { provider, state, phone, clock, qr } = await world();
    clock.forward(20);
    await phone.take(qr());
    clock.forward(179);
    expect(await provider.collect(state)).toMatchObject({ status: 'pending' });
    clock.forward(1);
    expect(await provider.collect(state)).toEqual({ status: 'failed', hint: 'expiredTransaction' });
  });

  it('keeps an approval for three minutes and a failure for five', async () => {
    const approved = await world();
    await approved.phone.take(approved.qr());
    approved.phone.does({ act: 'approve', person: 'karin' });
    approved.clock.forward(180);
    await expect(approved.provider.collect(approved.state)).rejects.toMatchObject({ code: 'rejected' });

    const failed = await world();
    await failed.phone.take(failed.qr());
    failed.phone.does({ act: 'cancel' });
    failed.clock.forward(299);
    expect(await failed.provider.collect(failed.state)).toMatchObject({ status: 'failed' });
  });

  it('is aborted together with another order of the same person', async () => {
    const { provider, simulator, state, clock, phone, qr } = await world();
    await phone.take(qr());
    phone.does({ act: 'open', person: 'karin' });

    const second = await provider.start(anyStart);
    const scanned = await simulator.app.scan(provider.qr(second, clock.now()));
    const transaction = scanned.ok ? scanned.value.transaction : '';
    expect(simulator.app.act(transaction, { act: 'open', person: 'karin' })).toEqual({ ok: false, code: 'person-busy' });

    await expect(provider.collect(second)).rejects.toMatchObject({ code: 'already-in-progress' });
    expect(await provider.collect(state)).toEqual({ status: 'failed', hint: 'cancelled' });
  });

  it('is not in the way of another person', async () => {
    const { provider, simulator, clock, phone, qr } = await world();
    await phone.take(qr());
    phone.does({ act: 'open', person: 'karin' });
    const second = await provider.start(anyStart);
    const other = phoneOf(simulator);
    await other.take(provider.qr(second, clock.now()));
    other.does({ act: 'approve', person: 'erik' });
    expect(await provider.collect(second)).toMatchObject({ status: 'complete', identity: { displayName: 'Erik Sandberg' } });
  });

  it('makes way when a thousand newer ones have come', async () => {
    const { provider, state } = await world();
    for (let orders = 0; orders < 1000; orders += 1) await provider.start(anyStart);
    await expect(provider.collect(state)).rejects.toMatchObject({ code: 'rejected' });
  });
});

describe('the simulator', () => {
  it('goes on from a snapshot where another left off', async () => {
    const { simulator, state, clock, phone, qr } = await world();
    await phone.take(qr());
    phone.does({ act: 'approve', person: 'karin' });
    const successor = simulatedEid(clock);
    successor.simulator.restore(simulator.snapshot());
    expect(await successor.provider.collect(state)).toMatchObject({ status: 'complete', identity: { displayName: 'Karin Lindgren' } });
  });

  it('answers slowly while it is disturbed so', async () => {
    const waits: number[] = [];
    const clock = testClock();
    const { provider, simulator } = simulatedEid(clock, 'mobile-eid', async (milliseconds) => void waits.push(milliseconds));
    simulator.disturb({ kind: 'slow', until: new Date(clock.now().getTime() + 10_000) });
    const state = await provider.start(anyStart);
    expect(waits).toEqual([4000]);
    clock.forward(10);
    await provider.collect(state);
    expect(waits).toEqual([4000]);
  });
});

describe('a test person', () => {
  it.each(testPersons)('$id has one of the published numbers, with a right check digit', ({ number }) => {
    const digits = [...number.slice(2)].map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1));
    expect(digits.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0) % 10).toBe(0);
    expect(published).toContain(number);
  });
});

const published = [
  '189001019802', '191202119150', '195001182046', '196801029288', '197503259280', '198001139297', '198501169885',
  '199001012385', '199001032383', '199901022385', '200501012397', '201001012382', '201501012395', '201701012393',
  '201801012392', '195000692383', '197500752386', '198000602394', '199008672397', '199001792382', '201002682399',
];
