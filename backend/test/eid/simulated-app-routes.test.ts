import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientHeader } from '../../../src/contract/paths.ts';
import { simulatedAppRoutes } from '../../src/eid/simulated/simulated-app-routes.ts';
import { appPersonsSchema, appProblemSchema, appTransactionSchema, simulatorPaths } from '../../src/eid/simulated/simulated-app.contract.ts';
import type { EmbeddedEidProvider } from '../../src/eid/eid-provider.ts';
import { publicOrigin, testApp, testClock } from '../test-app.ts';
import { anyStart } from './eid-provider-conformance.ts';
import { simulatedEid } from './simulated-world.ts';

async function arrange() {
  const clock = testClock();
  const eids = [simulatedEid(clock, 'mobile-eid'), simulatedEid(clock, 'other-eid')];
  const { deps } = await testApp({ providers: eids.map(({ provider }) => provider), deps: { clock } });
  const app = new Hono().route('/', simulatedAppRoutes({ ...deps, production: false }, eids.map(({ simulator }) => simulator)));
  const asPhone = { Origin: publicOrigin, [clientHeader.name]: clientHeader.value, 'Content-Type': 'application/json' };
  const post = (path: string, body: unknown, headers: Record<string, string> = asPhone) =>
    app.request(publicOrigin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const [eid, otherEid] = eids.map(({ provider }) => provider) as [EmbeddedEidProvider, EmbeddedEidProvider];
  const scan = async (of = eid) => {
    const state = await of.start(anyStart);
    const scanned = await post(simulatorPaths.scan, { content: of.qr(state, clock.now()) });
    return { state, scanned, transaction: appTransactionSchema.parse(await scanned.json()) };
  };
  return { app, deps, eid, otherEid, clock, post, scan };
}
const codeOf = async (response: Response) => appProblemSchema.parse(await response.json()).code;

describe('the phone', () => {
  it('lists its test persons, with the number that their own phone shows', async () => {
    const { app } = await arrange();
    const { persons } = appPersonsSchema.parse(await (await app.request(publicOrigin + simulatorPaths.persons)).json());
    expect(persons).toContainEqual({ id: 'karin', name: 'Karin Lindgren', number: '198501169885' });
  });

  it('scans, opens and approves, for each simulated e-ID', async () => {
    const { eid, otherEid, post, scan } = await arrange();
    for (const provider of [eid, otherEid]) {
      const { state, transaction } = await scan(provider);
      expect(transaction).toMatchObject({ relyingParty: 'Provköping', visibleText: anyStart.visibleText, purpose: 'login' });
      const path = simulatorPaths.transaction(transaction.transaction);
      expect(await (await post(path, { act: 'open', person: 'erik' })).json()).toEqual({ status: 'pending' });
      expect(await provider.collect(state)).toEqual({ status: 'pending', hint: 'userSign' });
      expect(await (await post(path, { act: 'approve', person: 'erik' })).json()).toEqual({ status: 'complete' });
      expect(await provider.collect(state)).toMatchObject({ status: 'complete', identity: { provider: provider.id } });
    }
  });

  it('fails for the cause that is asked for', async () => {
    const { eid, post, scan } = await arrange();
    const { state, transaction } = await scan();
    await post(simulatorPaths.transaction(transaction.transaction), { act: 'fail', hint: 'nfcNotSupportedByDevice' });
    expect(await eid.collect(state)).toEqual({ status: 'failed', hint: 'nfcNotSupportedByDevice' });
  });

  it('fails as busy when that is asked for', async () => {
    const { eid, post, scan } = await arrange();
    const { state, transaction } = await scan();
    await post(simulatorPaths.transaction(transaction.transaction), { act: 'fail', hint: 'alreadyInProgress' });
    await expect(eid.collect(state)).rejects.toMatchObject({ code: 'already-in-progress' });
  });

  it('makes the provider silent for as long as is asked', async () => {
    const { eid, clock, post } = await arrange();
    expect((await post(simulatorPaths.disturbance, { kind: 'down', seconds: 20 })).status).toBe(204);
    clock.forward(19);
    await expect(eid.start(anyStart)).rejects.toMatchObject({ code: 'unavailable' });
    clock.forward(1);
    expect(await eid.start(anyStart)).toEqual(expect.any(String));
  });

  it('says by a stable code why it cannot', async () => {
    const { eid, clock, post, scan } = await arrange();
    const state = await eid.start(anyStart);
    const frozen = eid.qr(state, clock.now());
    clock.forward(10);
    const tooOld = await post(simulatorPaths.scan, { content: frozen });
    expect(tooOld.status).toBe(410);
    expect(tooOld.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await codeOf(tooOld)).toBe('qr-too-old');

    const fresh = { content: eid.qr(state, clock.now()) };
    expect((await post(simulatorPaths.scan, fresh)).status).toBe(200);
    expect(await codeOf(await post(simulatorPaths.scan, fresh))).toBe('already-scanned');
    expect(await codeOf(await post(simulatorPaths.scan, { content: 'bankid.a.0.b' }))).toBe('qr-unknown');
    expect(await codeOf(await post(simulatorPaths.scan, { content: 'hej' }))).toBe('link-unknown');
    expect(await codeOf(await post(simulatorPaths.transaction('invented'), { act: 'cancel' }))).toBe('transaction-unknown');
    const { transaction } = (await scan()).transaction;
    expect(await codeOf(await post(simulatorPaths.transaction(transaction), { act: 'approve' }))).toBe('person-unknown');
    expect(await codeOf(await post(simulatorPaths.transaction(transaction), { act: 'explode' }))).toBe('invalid-request');
  });

  it('does nothing for another site, nor for a form', async () => {
    const { eid, clock, post } = await arrange();
    const state = await eid.start(anyStart);
    const body = { content: eid.qr(state, clock.now()) };
    const json = { 'Content-Type': 'application/json' };
    for (const headers of [
      { ...json, Origin: 'https://evil.test', [clientHeader.name]: clientHeader.value },
      { ...json, Origin: publicOrigin },
      { ...json, [clientHeader.name]: clientHeader.value },
    ]) {
      const refused = await post(simulatorPaths.scan, body, headers);
      expect(refused.status).toBe(403);
    }
    expect(await eid.collect(state)).toMatchObject({ hint: 'outstandingTransaction' });
  });

  it('does not exist in production', async () => {
    const { deps } = await arrange();
    expect(() => simulatedAppRoutes({ ...deps, production: true }, [])).toThrow(/production/);
  });
});
