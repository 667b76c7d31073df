import { describe, expect, it } from 'vitest';
import { eidOrderSchema } from '../../../../src/contract/eid-order.ts';
import { clientHeader } from '../../../../src/contract/paths.ts';
import { activeSessionSchema } from '../../../../src/contract/session.ts';
import type { EmbeddedEidProvider } from '../../../src/eid/eid-provider.ts';
import { simulatorPaths } from '../../../src/eid/simulated/simulated-app.contract.ts';
import { simulatedAppRoutes } from '../../../src/eid/simulated/simulated-app-routes.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { Browser } from '../../browser.ts';
import { readAnswer } from '../../read-answer.ts';
import { apply, partyOf, sendSignature, signingOf, signingWorld, startSigning } from '../../signing/signing-world.ts';
import { publicOrigin, testApp } from '../../test-app.ts';
import type { TestApp } from '../../test-app.ts';
import { phoneOf } from '../simulated-world.ts';
import { simulatedBankIds } from './simulated-bankid-world.ts';
import type { SimulatedBankId } from './simulated-bankid-world.ts';
import { iPhoneSafari } from './user-agents.ts';

const { arrange } = simulatedBankIds();

/** The provider, with what it holds of each order. */
function watched(provider: EmbeddedEidProvider): { provider: EmbeddedEidProvider; states: string[] } {
  const states: string[] = [];
  const start: EmbeddedEidProvider['start'] = async (asked) => {
    const state = await provider.start(asked);
    states.push(state);
    return state;
  };
  return { provider: { ...provider, start }, states };
}

async function world() {
  const bankId = await arrange();
  const { provider, states } = watched(bankId.provider);
  const store = createMemoryStore();
  const app = await testApp({ clock: bankId.clock, providers: [provider], deps: { store } });
  return { ...bankId, ...app, states, store, phone: phoneOf(bankId.simulator) };
}

const login = { purpose: 'login', provider: 'bankid', device: 'other' };
const asMozilla = { 'User-Agent': 'Mozilla/5.0' };
const read = (answer: Response | Promise<Response>) => readAnswer(eidOrderSchema, answer);

describe('logging in with BankID', () => {
  it('goes from the QR code to a session', async () => {
    const { browser, phone, clock } = await world();
    const { post, get } = browser();
    const order = await read(post('eid/orders', login, asMozilla));
    clock.forward(1);
    const { qr } = await read(get(`eid/orders/${order.id}`));
    await phone.take(qr);
    phone.does({ act: 'approve', person: 'karin' });
    clock.forward(2);
    expect(await read(get(`eid/orders/${order.id}`))).toMatchObject({ state: 'complete' });
    expect(await readAnswer(activeSessionSchema, post('session', { orderId: order.id }))).toMatchObject({ person: { displayName: 'Karin Lindgren' } });
  });

  it.each(['other', 'same'] as const)('on this device or another (%s) tells no browser, log or database what only BankID and the backend know', async (device) => {
    const { browser, phone, clock, states, log, store } = await world();
    const { post, get, cookies } = browser();
    const told: string[] = [];
    const tell = async (answer: Response) => {
      told.push(await answer.clone().text(), JSON.stringify([...answer.headers]));
      return read(answer);
    };
    const order = await tell(await post('eid/orders', { ...login, device }, asMozilla));
    clock.forward(2);
    const waiting = await tell(await get(`eid/orders/${order.id}`));
    told.push(JSON.stringify(await store.eidOrders.find(order.id)));
    await phone.take(device === 'same' ? order.launch?.mobile : waiting.qr);
    clock.forward(2);
    await tell(await get(`eid/orders/${order.id}`));
    phone.does({ act: 'approve', person: 'karin' });
    clock.forward(2);
    await tell(await get(`eid/orders/${order.id}`));
    told.push(JSON.stringify([log, [...cookies], await store.eidOrders.find(order.id)]));

    const { orderRef, qr, autoStartToken } = JSON.parse(states[0] ?? '') as { orderRef: string; qr: { token: string; secret: string }; autoStartToken: string };
    const secrets = [orderRef, qr.secret, device === 'same' ? qr.token : autoStartToken, '198501169885'];
    expect(secrets.filter((secret) => told.join().includes(secret))).toEqual([]);
  });

  it('begins anew unseen when no app takes the order, with another code', async () => {
    const { browser, clock, states } = await world();
    const { post, get } = browser();
    const order = await read(post('eid/orders', login));
    clock.forward(30);
    const again = await read(get(`eid/orders/${order.id}`));
    expect(again).toMatchObject({ id: order.id, state: 'waitingForScan' });
    expect(again.qr?.split('.')[2]).toBe('0');
    expect(states).toHaveLength(2);
  });

  it('ends at BankID when the citizen cancels', async () => {
    const { browser, states, provider } = await world();
    const { post, delete: cancel } = browser();
    const order = await read(post('eid/orders', login));
    expect((await cancel(`eid/orders/${order.id}`)).status).toBe(204);
    await expect(provider.collect(states[0] ?? '')).rejects.toMatchObject({ code: 'rejected' });
  });
});

describe('the phone of the demonstration', () => {
  it('takes an order of BankID by its link, and says where to go back to', async () => {
    const { browser, deps, simulator, clock, provider } = await world();
    const phone = simulatedAppRoutes({ ...deps, production: false }, [simulator]);
    const send = async (path: string, body: unknown) => {
      const headers = { Origin: publicOrigin, [clientHeader.name]: clientHeader.value, 'Content-Type': 'application/json' };
      return (await phone.request(publicOrigin + path, { method: 'POST', headers, body: JSON.stringify(body) })).json() as Promise<Record<string, string>>;
    };
    const { post, get } = browser();
    const order = await read(post('eid/orders', { ...login, provider: provider.id, device: 'same', returnTo: `${publicOrigin}/logga-in` }, { 'User-Agent': iPhoneSafari }));
    const taken = await send(simulatorPaths.scan, { content: order.launch?.mobile });
    expect(taken).toMatchObject({ relyingParty: 'Provköping', visibleText: 'Logga in på Provköpings e-tjänster', returnUrl: `${publicOrigin}/logga-in` });
    expect(await send(simulatorPaths.transaction(taken['transaction'] ?? ''), { act: 'approve', person: 'erik' })).toEqual({ status: 'complete' });
    clock.forward(2);
    expect(await read(get(`eid/orders/${order.id}`))).toMatchObject({ state: 'complete' });
  });
});

describe('signing with BankID', () => {
  it('takes in the signature of the guardian whose case it is', async () => {
    const { clock, provider, simulator } = await arrange('mobile-eid');
    const app = await signingWorld({ clock, deps: { eidProviders: new Map([[provider.id, provider]]) } });
    const page = app.browser();
    await logInByPhone(app, page, simulator);
    const karin = { id: 'karin', page };
    const { case: id } = await apply(karin);
    const order = await read(startSigning(karin, id));
    await approve(simulator, order.qr);
    clock.forward(2);
    expect(await read(page.get(`eid/orders/${order.id}`))).toMatchObject({ state: 'complete' });
    expect((await sendSignature(karin, id, order.id)).status).toBe(200);
    expect(partyOf(await signingOf(karin, id), true).state).toBe('signed');
  });
});

async function approve(simulator: SimulatedBankId['simulator'], qr: string | undefined): Promise<void> {
  const phone = phoneOf(simulator);
  await phone.take(qr);
  phone.does({ act: 'approve', person: 'karin' });
}

async function logInByPhone({ clock }: TestApp, page: Browser, simulator: SimulatedBankId['simulator']): Promise<void> {
  const order = await read(page.post('eid/orders', { ...login, provider: 'mobile-eid' }));
  await approve(simulator, order.qr);
  clock.forward(2);
  await page.get(`eid/orders/${order.id}`);
  expect((await page.post('session', { orderId: order.id })).status).toBe(200);
}
