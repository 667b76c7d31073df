import { createMockServer, generateAnimatedQr } from '@lucasros98/bankid-mock';
import type { MockServerOptions } from '@lucasros98/bankid-mock';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBankId } from '../../../src/eid/bankid/bankid.ts';
import type { EidStart } from '../../../src/eid/eid-provider.ts';
import { mutualTls } from '../../../src/node/mutual-tls.ts';
import { testClock } from '../../test-app.ts';
import { anyStart } from '../eid-provider-conformance.ts';
import { simulatedBankIds } from './simulated-bankid-world.ts';

const { certificates } = simulatedBankIds();

/** Our provider against a BankID that others wrote: their app behind TLS of ours, since theirs is plain HTTP. */
async function world(options: MockServerOptions = {}) {
  // Their own person has a number with a wrong check digit.
  const { app, store } = createMockServer({ fixturePersonalNumber: '199001012385', fixtureName: 'Test Testsson', pollsUntilResolved: 4, ...options });
  const { authority, server: own, client } = certificates();
  const server = createServer({ key: own.key, cert: own.certificate, ca: authority, requestCert: true, rejectUnauthorized: true }, app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `https://localhost:${(server.address() as AddressInfo).port}/rp/v6.0`;
  const clock = testClock();
  return { provider: createBankId({ id: 'bankid', domain: 'kommun.test', clock, transport: mutualTls({ url, authority, ...client }) }), store, clock };
}

const signing: EidStart = { ...anyStart, purpose: 'sign', signing: { nonVisibleText: '{}', idNumber: '198501169885' } };

describe('the provider, against @lucasros98/bankid-mock', () => {
  it('logs somebody in, through each hint', async () => {
    const { provider } = await world();
    const state = await provider.start(anyStart);
    const heard = [];
    for (let polls = 0; polls < 4; polls += 1) heard.push(await provider.collect(state));
    expect(heard).toMatchObject([
      { status: 'pending', hint: 'outstandingTransaction' },
      { status: 'pending', hint: 'noClient' },
      { status: 'pending', hint: 'started' },
      { status: 'complete', identity: { idNumber: '199001012385', displayName: 'Test Testsson' }, signals: { deviceIp: anyStart.endUserIp } },
    ]);
  });

  it('draws the QR codes that the mock would', async () => {
    const { provider, store, clock } = await world();
    const state = await provider.start(anyStart);
    const order = store.get(JSON.parse(state).orderRef);
    clock.forward(7);
    expect(provider.qr(state, clock.now())).toBe(generateAnimatedQr(order!.qrStartToken, order!.qrStartSecret, 7));
  });

  it.each(['userCancel', 'expiredTransaction', 'certificateErr', 'startFailed'] as const)('learns of %s', async (defaultScenario) => {
    const { provider } = await world({ defaultScenario, pollsUntilResolved: 1 });
    expect(await provider.collect(await provider.start(anyStart))).toEqual({ status: 'failed', hint: defaultScenario });
  });

  it('cancels, which the mock tells as a failure of the order', async () => {
    const { provider } = await world();
    const state = await provider.start(anyStart);
    await provider.cancel(state);
    expect(await provider.collect(state)).toEqual({ status: 'failed', hint: 'cancelled' });
  });

  it('starts a signature for the person whom it is for', async () => {
    const { provider, store } = await world();
    const state = await provider.start(signing);
    expect(store.get(JSON.parse(state).orderRef)?.requestedPersonalNumber).toBe('198501169885');
    expect(await provider.collect(state)).toMatchObject({ status: 'pending' });
  });

  it('takes no signature from it, since what the mock gives for one is none', async () => {
    const { provider } = await world({ pollsUntilResolved: 1 });
    await expect(provider.collect(await provider.start(signing))).rejects.toMatchObject({ code: 'rejected', reason: 'a signature that cannot be read' });
  });

  it('takes nobody with its own number, which has a wrong check digit', async () => {
    const { provider } = await world({ pollsUntilResolved: 1, fixturePersonalNumber: '199001011234' });
    await expect(provider.collect(await provider.start(anyStart))).rejects.toMatchObject({ code: 'rejected' });
  });
});
