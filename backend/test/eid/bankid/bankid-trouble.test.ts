import { describe, expect, it } from 'vitest';
import type { BankIdAnswer } from '../../../src/eid/bankid/bankid-client.ts';
import { anyStart } from '../eid-provider-conformance.ts';
import { json, order, recordedBankId } from './recorded-bankid.ts';

async function collecting(...next: (BankIdAnswer | Error)[]) {
  const world = recordedBankId();
  const state = await world.provider.start(anyStart);
  world.answers(...next);
  return { ...world, state };
}
const error = (status: number, errorCode: string, details = 'because') => json({ errorCode, details }, status);

describe('an order under way at BankID', () => {
  it.each(['outstandingTransaction', 'noClient', 'started', 'userMrtd', 'userCallConfirm', 'userSign', 'processing', 'userStepUp', 'userFace', 'inventedNextYear'])(
    'waits with the hint %s',
    async (hintCode) => {
      const { provider, state } = await collecting(json({ orderRef: order.orderRef, status: 'pending', hintCode }));
      expect(await provider.collect(state)).toEqual({ status: 'pending', hint: hintCode });
    },
  );

  it('waits without a hint', async () => {
    const { provider, state } = await collecting(json({ status: 'pending' }));
    expect(await provider.collect(state)).toEqual({ status: 'pending', hint: undefined });
  });

  it.each(['expiredTransaction', 'certificateErr', 'userCancel', 'cancelled', 'startFailed', 'userDeclinedCall', 'multipleBankIdsOnDevice', 'inventedNextYear'])(
    'fails with the hint %s',
    async (hintCode) => {
      const { provider, state } = await collecting(json({ status: 'failed', hintCode }));
      expect(await provider.collect(state)).toEqual({ status: 'failed', hint: hintCode });
    },
  );
});

describe('an error of BankID', () => {
  it.each([
    [400, 'alreadyInProgress', 'already-in-progress'],
    [400, 'invalidParameters', 'rejected'],
    [400, 'cancelled', 'cancelled'],
    [400, 'canceled', 'cancelled'],
    [400, 'inventedNextYear', 'rejected'],
    [401, 'unauthorized', 'rejected'],
    [403, 'unauthorized', 'rejected'],
    [404, 'notFound', 'rejected'],
    [405, 'methodNotAllowed', 'rejected'],
    [408, 'requestTimeout', 'unavailable'],
    [415, 'unsupportedMediaType', 'rejected'],
    [429, 'tooManyRequests', 'unavailable'],
    [500, 'internalError', 'failed'],
    [503, 'maintenance', 'unavailable'],
  ])('%i %s is %s', async (status, errorCode, code) => {
    const { provider, state } = await collecting(error(status, errorCode));
    await expect(provider.collect(state)).rejects.toMatchObject({ name: 'EidProviderError', code, reason: `${status} ${errorCode}: because` });
  });

  it.each([
    [502, 'unavailable'],
    [503, 'unavailable'],
    [500, 'failed'],
    [418, 'rejected'],
  ])('%i from something in between is %s', async (status, code) => {
    const { provider, state } = await collecting(json('<html>Proxy</html>', status));
    await expect(provider.collect(state)).rejects.toMatchObject({ code, reason: `${status} without a code` });
  });

  it('is logged in BankID’s words, without what they quote', async () => {
    const { provider, state } = await collecting(error(400, 'invalidParameters', `No such order ${order.orderRef} for 198501169885 <Karin>`));
    await expect(provider.collect(state)).rejects.toMatchObject({ reason: '400 invalidParameters: No such order … for … Karin' });
  });

  it('that says to wait is heeded before BankID is asked again', async () => {
    const { provider, state, clock, calls } = await collecting(
      json({ errorCode: 'tooManyRequests', details: '' }, 429, '7'),
      json({ status: 'pending', hintCode: 'started' }),
    );
    await expect(provider.collect(state)).rejects.toMatchObject({ code: 'unavailable' });
    clock.forward(6);
    await expect(provider.collect(state)).rejects.toMatchObject({ code: 'unavailable' });
    expect(calls).toHaveLength(2);
    clock.forward(1);
    expect(await provider.collect(state)).toMatchObject({ status: 'pending' });
  });
});

describe('no answer from BankID', () => {
  it('is told with what went wrong on the line', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const { provider, state } = await collecting(refused);
    await expect(provider.collect(state)).rejects.toMatchObject({ code: 'unavailable', reason: 'ECONNREFUSED' });
    await expect(provider.start(anyStart)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([json('<html></html>'), json({ status: 'unheardOf' }), json([])])('is what an answer of another shape is taken for, and not asked for again', async (answer) => {
    const { provider, state } = await collecting(answer);
    await expect(provider.collect(state)).rejects.toMatchObject({ code: 'rejected', reason: 'an answer of another shape' });
  });
});

describe('the cancelling of an order at BankID', () => {
  it('is no error when the order has ended', async () => {
    const { provider, state, calls } = await collecting(json({}), error(400, 'invalidParameters', 'No such order'));
    await provider.cancel(state);
    await provider.cancel(state);
    const cancelling = { path: '/cancel', body: { orderRef: order.orderRef } };
    expect(calls.slice(1)).toEqual([cancelling, cancelling]);
  });

  it('is one when BankID does not answer', async () => {
    const { provider, state } = await collecting(error(503, 'maintenance'));
    await expect(provider.cancel(state)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
