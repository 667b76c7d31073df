import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { eidOrderSchema } from '../../src/contract/eid-order.ts';
import { activeSessionSchema } from '../../src/contract/session.ts';
import { systemClock } from '../src/clock.ts';
import { BankIdSimulator } from '../src/eid/bankid/simulator/bankid-simulator.ts';
import { startBankIdSimulator } from '../src/node/bankid-simulator-server.ts';
import { startServer } from '../src/node/server.ts';
import type { RunningServer } from '../src/node/server.ts';
import { makeSimulatorCertificates } from '../src/node/simulator-certificates.ts';
import { apiBase } from '../src/openapi/operations.ts';
import { createBrowser } from './browser.ts';
import { phoneOf } from './eid/simulated-world.ts';
import { readAnswer } from './read-answer.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { recordingLog } from './test-app.ts';

const ownMunicipality = new URL('../municipality.json', import.meta.url);

/** A BankID that takes two seconds to answer once it is slow, and servers that reach it on one database. */
async function slowBankId() {
  let isAsked = false;
  const wait = (): Promise<void> => {
    isAsked = true;
    return new Promise((resolve) => setTimeout(resolve, 2000));
  };
  const certificates = await makeSimulatorCertificates();
  const simulator = new BankIdSimulator({ clock: systemClock, relyingParty: 'Provköping', signerOf: certificates.signerOf, wait });
  const bankId = await startBankIdSimulator({ simulator, certificates, env: {} });
  onTestFinished(bankId.close);

  const folder = await temporaryFolder();
  const municipalityFile = join(folder, 'municipality.json');
  const municipality = JSON.parse(await readFile(ownMunicipality, 'utf8'));
  const [shared] = municipality.eidProviders;
  const eid = { ...shared, driver: 'bankid', environment: 'simulator', domain: 'kommun.test', certificate: 'env:CERTIFICATE', key: 'env:KEY', simulator: { url: bankId.url, authority: 'env:AUTHORITY' } };
  await writeFile(municipalityFile, JSON.stringify({ ...municipality, eidProviders: [eid] }));
  const env = { CERTIFICATE: certificates.client.certificate, KEY: certificates.client.key, AUTHORITY: certificates.authority };

  return {
    simulator,
    isAsked: () => isAsked,
    async serve(port = 0): Promise<RunningServer> {
      const server = await startServer({ municipalityFile, port, dataFolder: join(folder, 'data'), env, log: recordingLog([]) });
      onTestFinished(server.close);
      return server;
    },
  };
}

it('a login that BankID is about to confirm when the server shuts down is there when it has started again', { timeout: 60_000 }, async () => {
  const { simulator, isAsked, serve } = await slowBankId();
  const server = await serve();
  const browser = createBrowser((request) => fetch(request), server.url + apiBase);
  const order = await readAnswer(eidOrderSchema, browser.post('eid/orders', { purpose: 'login', provider: 'mobile-eid', device: 'other' }));
  const phone = phoneOf(simulator);
  await phone.take(order.qr);
  phone.does({ act: 'approve', person: 'karin' });
  simulator.disturb({ kind: 'slow', until: new Date(Date.now() + 60_000) });
  const ask = () => readAnswer(eidOrderSchema, browser.get(`eid/orders/${order.id}`));
  await expect.poll(async () => (await ask(), isAsked()), { timeout: 10_000 }).toBe(true);
  expect(await ask()).toMatchObject({ state: 'waitingForScan' });

  await server.close();
  await serve(server.port);
  expect(await ask()).toMatchObject({ state: 'complete' });
  expect(await readAnswer(activeSessionSchema, browser.post('session', { orderId: order.id }))).toMatchObject({ person: { displayName: 'Karin Lindgren' } });
});
