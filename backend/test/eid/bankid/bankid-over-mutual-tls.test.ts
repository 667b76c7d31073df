import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Agent, createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SignedXml } from 'xml-crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBankId } from '../../../src/eid/bankid/bankid.ts';
import { BankIdSimulator } from '../../../src/eid/bankid/simulator/bankid-simulator.ts';
import { textOfBase64 } from '../../../src/eid/base64-text.ts';
import { startBankIdSimulator } from '../../../src/node/bankid-simulator-server.ts';
import { bankIdFaults, bankIdProvider } from '../../../src/node/bankid-settings.ts';
import { mutualTls } from '../../../src/node/mutual-tls.ts';
import { namedSecret } from '../../../src/node/named-secret.ts';
import { runBankIdSimulator } from '../../../src/node/run-bankid-simulator.ts';
import { makeSimulatorCertificates } from '../../../src/node/simulator-certificates.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { testMunicipality } from '../../test-municipality.ts';
import { anyStart } from '../eid-provider-conformance.ts';
import { simulatedBankIds } from './simulated-bankid-world.ts';

const { arrange } = simulatedBankIds();
const signing = { ...anyStart, purpose: 'sign', visibleText: '# Skolskjuts\nJag ansöker & intygar <allt>', visibleFormat: 'simpleMarkdownV1', signing: { nonVisibleText: '{"hash":"å"}', idNumber: '189001019802' } } as const;

describe('a signature from the BankID simulator', () => {
  it('holds what was shown and what was not, byte for byte', async () => {
    const { provider, clock } = await arrange();
    const state = await provider.start(signing);
    clock.forward(3);
    expect(await provider.collect(state)).toMatchObject({
      status: 'complete',
      identity: { idNumber: '189001019802' },
      evidence: { visibleText: signing.visibleText, nonVisibleText: signing.signing.nonVisibleText, risk: 'low', deviceIp: anyStart.endUserIp },
    });
  });

  it('is one that an independent library verifies, by the certificate of the person', async () => {
    const { provider, clock } = await arrange();
    const state = await provider.start(signing);
    clock.forward(3);
    const progress = await provider.collect(state);
    const xml = textOfBase64((progress.status === 'complete' && progress.evidence?.signature) || '');
    const [certificate = ''] = /(?<=<X509Certificate>)[^<]+/.exec(xml) ?? [];
    const verify = (text: string) => {
      const signed = new SignedXml({ publicCert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----` });
      signed.loadSignature(text);
      return signed.checkSignature(text);
    };
    expect(verify(xml)).toBe(true);
    expect(verify(xml.replace(/(<usrVisibleData[^>]*>)../, '$1AA'))).toBe(false);
  });
});

describe('a line to BankID', () => {
  it('is not opened without the relying party’s certificate', async () => {
    const { url, certificates, clock } = await arrange();
    const stranger = await makeSimulatorCertificates();
    const transport = mutualTls({ url, authority: certificates.authority, ...stranger.client });
    await expect(createBankId({ id: 'bankid', domain: 'kommun.test', clock, transport }).start(anyStart)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is not trusted when the other end’s certificate comes from another authority', async () => {
    const { url, certificates, clock } = await arrange();
    const { authority } = await makeSimulatorCertificates();
    const transport = mutualTls({ url, authority, ...certificates.client });
    await expect(createBankId({ id: 'bankid', domain: 'kommun.test', clock, transport }).start(anyStart)).rejects.toMatchObject({
      code: 'unavailable',
      reason: expect.stringMatching(/CERT|ISSUER|SIGNED/),
    });
  });

  it('is given up when the answer takes too long', async () => {
    const { certificates, clock } = await arrange();
    const never = new BankIdSimulator({ clock, relyingParty: 'Provköping', signerOf: certificates.signerOf, wait: () => new Promise(() => {}) });
    const server = await startBankIdSimulator({ simulator: never, certificates, env: {} });
    never.disturb({ kind: 'slow', until: new Date(clock.now().getTime() + 60_000) });
    const transport = mutualTls({ url: server.url, authority: certificates.authority, ...certificates.client, timeLimit: 50 });
    await expect(createBankId({ id: 'bankid', domain: 'kommun.test', clock, transport }).start(anyStart)).rejects.toMatchObject({ code: 'unavailable', reason: 'ETIMEDOUT' });
    await server.close();
  });

  it.each([
    ['breaks off', 'ECONNRESET', (answer: ServerResponse) => void answer.write('{"orderRef":', () => answer.destroy())],
    ['goes on and on', 'RangeError', (answer: ServerResponse) => void answer.end(' '.repeat(1024 * 1024 + 1))],
  ])('is given up when the answer %s', async (_how, reason, say) => {
    const { certificates, clock } = await arrange();
    const { authority, server: own, client } = certificates;
    const server = createServer({ key: own.key, cert: own.certificate }, (_request, answer) => say(answer.writeHead(200)));
    onTestFinished(() => void server.close());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const transport = mutualTls({ url: `https://localhost:${(server.address() as AddressInfo).port}`, authority, ...client });
    await expect(createBankId({ id: 'bankid', domain: 'kommun.test', clock, transport }).start(anyStart)).rejects.toMatchObject({ code: 'unavailable', reason });
  });

  it('is told that nobody listens there', async () => {
    const { certificates, clock } = await arrange();
    const { authority, client } = certificates;
    const transport = mutualTls({ url: 'https://localhost:9', authority, ...client });
    await expect(createBankId({ id: 'bankid', domain: 'kommun.test', clock, transport }).start(anyStart)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('the BankID simulator', () => {
  it('does not start with the settings of production', async () => {
    const { simulator, certificates } = await arrange();
    await expect(startBankIdSimulator({ simulator, certificates, env: { NODE_ENV: 'production' } })).rejects.toThrow('refused in production');
  });

  it('asks for no certificate when it is told not to', async () => {
    const { simulator, certificates } = await arrange();
    const server = await startBankIdSimulator({ simulator, certificates, env: {}, mutual: false });
    const status = await new Promise((resolve, reject) => {
      const agent = new Agent({ ca: certificates.authority });
      const call = request(`${server.url}/auth`, { agent }, (answer) => resolve(answer.resume().statusCode));
      call.on('error', reject);
      call.end();
    });
    expect(status).toBe(405);
    await server.close();
  });

  it('is reached by a server whose settings name the certificates that it wrote', async () => {
    const folder = await temporaryFolder();
    const running = await runBankIdSimulator({ folder, port: 0, env: {} });
    onTestFinished(() => running.close());
    const municipality = testMunicipality({
      eidProviders: [
        {
          ...{ id: 'bankid', kind: 'embedded', label: { sv: 'BankID' }, devices: ['same', 'other'], issuer: { name: { sv: 'Din bank' } } },
          ...{ driver: 'bankid', environment: 'simulator', domain: 'kommun.test', certificate: `file:${folder}/certificate.pem`, key: `file:${folder}/key.pem` },
          simulator: { url: running.url, authority: `file:${folder}/authority.pem` },
        },
      ],
    });
    const secret = (name: string) => namedSecret(name, {});
    expect(bankIdFaults(municipality, secret)).toEqual([]);
    const [config] = municipality.eidProviders;
    if (config?.driver !== 'bankid') throw new TypeError('a BankID was expected');
    const provider = bankIdProvider(config, secret, 'https://kommun.test/telefon/#autostarttoken=');
    const state = await provider.start(anyStart);
    expect(await provider.collect(state)).toEqual({ status: 'pending', hint: 'outstandingTransaction' });
    expect(provider.launch(state).mobile).toMatch(/^https:\/\/kommun\.test\/telefon\/#autostarttoken=[0-9a-f-]{36}$/);
  });

  it('makes certificates of an authority of its own each time', async () => {
    const [one, other] = await Promise.all([makeSimulatorCertificates(), makeSimulatorCertificates()]);
    expect(one.authority).not.toBe(other.authority);
  });
});
