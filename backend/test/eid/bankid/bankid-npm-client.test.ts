import { BankIdClientV6, BankIdError, RequestError } from 'bankid';
import { Agent } from 'node:https';
import { describe, expect, it } from 'vitest';
import { personHeader } from '../../../src/eid/bankid/simulator/bankid-simulator-app.ts';
import { scenarios } from '../../../src/eid/bankid/simulator/scenarios.ts';
import { textOfBase64 } from '../../../src/eid/base64-text.ts';
import { makeSimulatorCertificates } from '../../../src/node/simulator-certificates.ts';
import type { KeyAndCertificate } from '../../../src/node/simulator-certificates.ts';
import { phoneOf } from '../simulated-world.ts';
import { simulatedBankIds } from './simulated-bankid-world.ts';

const { arrange } = simulatedBankIds();
const approving = '189001019802';
const endUserIp = '192.0.2.7';

/** A client that others wrote for the real BankID, pointed at the simulator. */
async function world(identity?: KeyAndCertificate) {
  const { url, certificates, clock, simulator } = await arrange();
  const client = new BankIdClientV6({ production: false, refreshInterval: 1, qrOptions: {} as never });
  const { key, certificate } = identity ?? certificates.client;
  client.axios.defaults.baseURL = `${url}/`;
  // One line, since the client asks again before it is answered, and a result is given once.
  client.axios.defaults.httpsAgent = new Agent({ key, cert: certificate, ca: certificates.authority, keepAlive: true, maxSockets: 1 });
  // A second goes by with each answer.
  client.axios.interceptors.response.use((answer) => {
    clock.forward(1);
    return answer;
  });
  /** Whose scenario the orders go that name nobody. */
  const as = (person: string) => void (client.axios.defaults.headers.common[personHeader] = person);
  return { client, clock, simulator, as };
}

describe('the npm client bankid, over mutual TLS to the simulator', () => {
  it('follows a login from the order to the person', async () => {
    const { client, as } = await world();
    as(approving);
    const { orderRef } = await client.authenticate({ endUserIp });
    const hints = [];
    let answer = await client.collect({ orderRef });
    for (; answer.status === 'pending'; answer = await client.collect({ orderRef })) hints.push(answer.hintCode);
    expect(hints).toEqual(['started', 'userSign']);
    expect(answer).toMatchObject({ status: 'complete', completionData: { user: { personalNumber: approving }, device: { ipAddress: endUserIp } } });
  });

  it('waits for the person by itself', async () => {
    const { client, as } = await world();
    as(approving);
    const { orderRef } = await client.authenticate({ endUserIp });
    expect(await client.awaitPendingCollect(orderRef)).toMatchObject({ status: 'complete' });
  });

  it('draws QR codes that the app takes', async () => {
    const { client, simulator } = await world();
    const { orderRef, qr } = await client.authenticate({ endUserIp });
    const { value } = await qr!.nextQr(orderRef, { maxCycles: 1 }).next();
    const phone = phoneOf(simulator);
    await phone.take(String(value));
    phone.does({ act: 'approve', person: 'karin' });
    expect(await client.collect({ orderRef })).toMatchObject({ status: 'complete', completionData: { user: { name: 'Karin Lindgren' } } });
  });

  it('gets a signature that holds what it sent', async () => {
    const { client } = await world();
    const answer = await client.signAndCollect({ endUserIp, userVisibleData: 'Jag ansöker', userNonVisibleData: 'dokument', requirement: { personalNumber: approving } } as never);
    const xml = textOfBase64(answer.completionData?.signature ?? '');
    expect(textOfBase64(/(?<=<usrVisibleData[^>]*>)[^<]+/.exec(xml)?.[0] ?? '')).toBe('Jag ansöker');
    expect(textOfBase64(/(?<=<usrNonVisibleData>)[^<]+/.exec(xml)?.[0] ?? '')).toBe('dokument');
  });

  it('cancels an order, which is then gone', async () => {
    const { client } = await world();
    const { orderRef } = await client.authenticate({ endUserIp });
    expect(await client.cancel({ orderRef })).toEqual({});
    await expect(client.collect({ orderRef })).rejects.toMatchObject({ name: 'BankIdError', code: 'invalidParameters' });
  });

  const failures = [...scenarios].flatMap(([number, scenario]) => ('script' in scenario && scenario.script.ends !== 'complete' ? [[scenario.script.ends, number]] : []));
  it.each(failures)('learns of %s', async (hint, number = '') => {
    const { client, as } = await world();
    as(number);
    const { orderRef } = await client.authenticate({ endUserIp });
    await expect(client.awaitPendingCollect(orderRef)).rejects.toMatchObject({ status: 'failed', hintCode: hint });
  });

  const refusals = [...scenarios].flatMap(([number, scenario]) => (scenario.is === 'refused' ? [[scenario.by.errorCode, number]] : []));
  it.each(refusals)('understands the error %s', async (code, number = '') => {
    const { client, as } = await world();
    as(number);
    const error: unknown = await client.authenticate({ endUserIp }).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(BankIdError);
    expect(error).toMatchObject({ code, details: expect.any(String) });
  });

  it('is not answered with a certificate of another authority', async () => {
    const { client } = await world((await makeSimulatorCertificates()).client);
    await expect(client.authenticate({ endUserIp })).rejects.toBeInstanceOf(RequestError);
  });
});
