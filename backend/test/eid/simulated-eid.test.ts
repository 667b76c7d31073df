import { describe, expect, it } from 'vitest';
import { SimulatedEid } from '../../src/eid/simulated/simulated-eid.ts';
import { testPersons } from '../../src/eid/simulated/test-persons.ts';
import { testClock } from '../test-app.ts';
import { embeddedEidConformance } from './embedded-eid-conformance.ts';
import { anyStart } from './eid-provider-conformance.ts';
import { launchUrl, phoneOf, simulatedEid } from './simulated-world.ts';

embeddedEidConformance('the simulated e-ID', () => {
  const clock = testClock();
  const provider = simulatedEid(clock);
  const phone = phoneOf(provider);
  return {
    provider,
    clock,
    take: async (state) => phone.take(await provider.qr(state, clock.now())),
    does: async (act) => phone.does(act),
    down: (isDown) => provider.disturb(isDown ? { kind: 'down', until: new Date(clock.now().getTime() + 60_000) } : undefined),
  };
});

async function world(start = anyStart) {
  const clock = testClock();
  const eid = simulatedEid(clock);
  const state = await eid.start(start);
  return { clock, eid, state, phone: phoneOf(eid), qr: () => eid.qr(state, clock.now()) };
}

describe('the simulated app', () => {
  it('shows who asks, what for, and where it goes back to after a start by link', async () => {
    const { eid, state } = await world({ ...anyStart, device: 'same' });
    expect(await eid.app.scan(eid.launch(state).mobile)).toMatchObject({
      ok: true,
      value: { relyingParty: 'Provköping', visibleText: anyStart.visibleText, purpose: 'login', returnUrl: anyStart.returnUrl },
    });
  });

  it('goes back nowhere after a scan, since the browser is on another device', async () => {
    const { eid, qr } = await world();
    expect(await eid.app.scan(await qr())).toMatchObject({ ok: true, value: { returnUrl: undefined } });
  });

  it('refuses a QR code that has stood still', async () => {
    const { eid, clock, qr } = await world();
    const frozen = await qr();
    clock.forward(6);
    expect(await eid.app.scan(frozen)).toEqual({ ok: false, code: 'qr-too-old' });
    expect(await eid.app.scan(await qr())).toMatchObject({ ok: true });
  });

  it('refuses a QR code made ahead of its time', async () => {
    const { eid, state, clock } = await world();
    const ahead = await eid.qr(state, new Date(clock.now().getTime() + 10_000));
    expect(await eid.app.scan(ahead)).toEqual({ ok: false, code: 'qr-too-old' });
  });

  it('refuses a QR code with a made up proof, and what is no QR code of an e-ID', async () => {
    const { eid, qr } = await world();
    const forged = (await qr()).replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await eid.app.scan(forged)).toEqual({ ok: false, code: 'qr-unknown' });
    expect(await eid.app.scan('https://example.com/')).toEqual({ ok: false, code: 'link-unknown' });
    expect(await eid.app.scan('')).toEqual({ ok: false, code: 'link-unknown' });
  });

  it('takes a start link once', async () => {
    const { eid, state } = await world({ ...anyStart, device: 'same' });
    const { mobile } = eid.launch(state);
    await eid.app.scan(mobile);
    expect(await eid.app.scan(mobile)).toEqual({ ok: false, code: 'already-scanned' });
  });

  it('takes a QR code once', async () => {
    const { eid, phone, qr } = await world();
    await phone.take(await qr());
    expect(await eid.app.scan(await qr())).toEqual({ ok: false, code: 'already-scanned' });
  });

  it('refuses an order whose time ran out', async () => {
    const { eid, clock, qr } = await world();
    clock.forward(30);
    expect(await eid.app.scan(await qr())).toEqual({ ok: false, code: 'order-ended' });
  });

  it('approves for nobody but one of the test persons', async () => {
    const { eid, qr } = await world();
    const scanned = await eid.app.scan(await qr());
    const transaction = scanned.ok ? scanned.value.transaction : '';
    expect(eid.app.act(transaction, { act: 'approve' })).toEqual({ ok: false, code: 'person-unknown' });
    expect(eid.app.act(transaction, { act: 'approve', person: 'nobody' })).toEqual({ ok: false, code: 'person-unknown' });
    expect(eid.app.act('another', { act: 'approve', person: 'karin' })).toEqual({ ok: false, code: 'transaction-unknown' });
  });
});

describe('an order of the simulated e-ID', () => {
  it('has started once the app took it, and moves on with the person', async () => {
    const { eid, state, phone, qr } = await world();
    await phone.take(await qr());
    expect(await eid.collect(state)).toEqual({ status: 'pending', hint: 'started' });
    phone.does({ act: 'open', person: 'karin' });
    expect(await eid.collect(state)).toEqual({ status: 'pending', hint: 'userSign' });
  });

  it.each(['userMrtd', 'userFace', 'userStepUp', 'userCallConfirm', 'processing', 'inventedNextYear'])(
    'can ask the person for %s',
    async (hint) => {
      const { eid, state, phone, qr } = await world();
      await phone.take(await qr());
      phone.does({ act: 'open', hint });
      expect(await eid.collect(state)).toEqual({ status: 'pending', hint });
    },
  );

  it.each([
    'expiredTransaction',
    'certificateErr',
    'cancelled',
    'startFailed',
    'userDeclinedCall',
    'notSupportedByUserApp',
    'transactionRiskBlocked',
    'mrtdVerificationFailed',
    'facialRecognitionFailed',
    'nfcNotSupportedByDevice',
    'multipleBankIdsOnDevice',
    'stepUpFailed',
    'inventedNextYear',
  ])('can fail for %s', async (hint) => {
    const { eid, state, phone, qr } = await world();
    await phone.take(await qr());
    phone.does({ act: 'fail', hint });
    expect(await eid.collect(state)).toEqual({ status: 'failed', hint });
  });

  it('says after a moment that no app answers on this device', async () => {
    const { eid, state, clock } = await world({ ...anyStart, device: 'same' });
    expect(await eid.collect(state)).toEqual({ status: 'pending', hint: 'outstandingTransaction' });
    clock.forward(5);
    expect(await eid.collect(state)).toEqual({ status: 'pending', hint: 'noClient' });
  });

  it('runs out after three minutes in the app', async () => {
    const { eid, state, phone, clock, qr } = await world();
    clock.forward(20);
    await phone.take(await qr());
    clock.forward(179);
    expect(await eid.collect(state)).toMatchObject({ status: 'pending' });
    clock.forward(1);
    expect(await eid.collect(state)).toEqual({ status: 'failed', hint: 'expiredTransaction' });
  });

  it('keeps an approval for three minutes and a failure for five', async () => {
    const approved = await world();
    await approved.phone.take(await approved.qr());
    approved.phone.does({ act: 'approve', person: 'karin' });
    approved.clock.forward(180);
    await expect(approved.eid.collect(approved.state)).rejects.toMatchObject({ code: 'rejected' });

    const failed = await world();
    await failed.phone.take(await failed.qr());
    failed.phone.does({ act: 'cancel' });
    failed.clock.forward(299);
    expect(await failed.eid.collect(failed.state)).toMatchObject({ status: 'failed' });
  });

  it('is aborted together with another order of the same person', async () => {
    const { eid, state, clock, phone, qr } = await world();
    await phone.take(await qr());
    phone.does({ act: 'open', person: 'karin' });

    const second = await eid.start(anyStart);
    const scanned = await eid.app.scan(await eid.qr(second, clock.now()));
    const transaction = scanned.ok ? scanned.value.transaction : '';
    expect(eid.app.act(transaction, { act: 'open', person: 'karin' })).toEqual({ ok: false, code: 'person-busy' });

    await expect(eid.collect(second)).rejects.toMatchObject({ code: 'already-in-progress' });
    expect(await eid.collect(state)).toEqual({ status: 'failed', hint: 'cancelled' });
  });

  it('is not in the way of another person', async () => {
    const { eid, clock, phone, qr } = await world();
    await phone.take(await qr());
    phone.does({ act: 'open', person: 'karin' });
    const second = await eid.start(anyStart);
    const other = phoneOf(eid);
    await other.take(await eid.qr(second, clock.now()));
    other.does({ act: 'approve', person: 'erik' });
    expect(await eid.collect(second)).toMatchObject({ status: 'complete', identity: { displayName: 'Erik Sandberg' } });
  });

  it('makes way when a thousand newer ones have come', async () => {
    const { eid, state } = await world();
    for (let orders = 0; orders < 1000; orders += 1) await eid.start(anyStart);
    await expect(eid.collect(state)).rejects.toMatchObject({ code: 'rejected' });
  });
});

describe('the simulated provider', () => {
  it('goes on from a snapshot where another left off', async () => {
    const { eid, state, clock, phone, qr } = await world();
    await phone.take(await qr());
    phone.does({ act: 'approve', person: 'karin' });
    const successor = simulatedEid(clock);
    successor.restore(eid.snapshot());
    expect(await successor.collect(state)).toMatchObject({ status: 'complete', identity: { displayName: 'Karin Lindgren' } });
  });

  it('answers slowly while it is disturbed so', async () => {
    const clock = testClock();
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    const eid = new SimulatedEid({ id: 'mobile-eid', clock, relyingParty: 'Provköping', launchUrl, wait });
    eid.disturb({ kind: 'slow', until: new Date(clock.now().getTime() + 10_000) });
    const state = await eid.start(anyStart);
    expect(waits).toEqual([4000]);
    clock.forward(10);
    await eid.collect(state);
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
