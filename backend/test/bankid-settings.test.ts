import { createPrivateKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { portalConfigOf } from '../src/municipality/municipality.ts';
import type { Municipality } from '../src/municipality/municipality.ts';
import { bankIdFaults } from '../src/node/bankid-settings.ts';
import { reasonsNotToStart } from '../src/node/production-guard.ts';
import { startServer } from '../src/node/server.ts';
import { makeSimulatorCertificates } from '../src/node/simulator-certificates.ts';
import type { SimulatorCertificates } from '../src/node/simulator-certificates.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { recordingLog, testMunicipality } from './test-app.ts';

const asked = {
  id: 'bankid',
  kind: 'embedded',
  label: { sv: 'BankID' },
  devices: ['same', 'other'],
  issuer: { name: { sv: 'Din bank' } },
  driver: 'bankid',
  environment: 'test',
  domain: 'kommun.test',
  certificate: 'env:CERTIFICATE',
  key: 'env:KEY',
};
const municipalityWith = (changes: object = {}): Municipality => testMunicipality({ eidProviders: [{ ...asked, ...changes }] });

let right: SimulatorCertificates;
let other: SimulatorCertificates;
beforeAll(async () => {
  [right, other] = await Promise.all([makeSimulatorCertificates(), makeSimulatorCertificates()]);
});

const faults = (secrets: Record<string, string>, changes: object = {}, now?: Date) => bankIdFaults(municipalityWith(changes), (name) => secrets[name.replace('env:', '')], now);
const rightSecrets = () => ({ CERTIFICATE: right.client.certificate, KEY: right.client.key });
const inYears = (years: number) => new Date(Date.now() + years * 365 * 24 * 60 * 60 * 1000);

describe('BankID’s certificate', () => {
  it('lets the server start when it is right', () => {
    expect(faults(rightSecrets())).toEqual([]);
    const chain = { ...rightSecrets(), CERTIFICATE: right.client.certificate + right.authority };
    expect(faults(chain)).toEqual([]);
  });

  it('and key are missed by name, both at once', () => {
    expect(faults({}, { passphrase: 'file:/run/secrets/word' })).toEqual([
      'eidProviders[0].certificate names env:CERTIFICATE, and there is nothing there',
      'eidProviders[0].key names env:KEY, and there is nothing there',
      'eidProviders[0].passphrase names file:/run/secrets/word, and there is nothing there',
    ]);
  });

  it('is refused when it is none', () => {
    expect(faults({ ...rightSecrets(), CERTIFICATE: 'secret-value' })).toEqual(['eidProviders[0].certificate names env:CERTIFICATE, which is no certificate in PEM form']);
  });

  it('is refused with what is no key, or one of another certificate', () => {
    expect(faults({ ...rightSecrets(), KEY: 'secret-value' })).toEqual([expect.stringContaining('key names env:KEY, which is no private key in PEM form')]);
    expect(faults({ ...rightSecrets(), KEY: other.client.key })).toEqual(['eidProviders[0].key names env:KEY, which belongs to another certificate than env:CERTIFICATE']);
  });

  it('may have a key that is locked, when the passphrase opens it', () => {
    const locked = createPrivateKey(right.client.key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hemligt' }).toString();
    const secrets = { ...rightSecrets(), KEY: locked };
    expect(faults({ ...secrets, WORD: 'hemligt' }, { passphrase: 'env:WORD' })).toEqual([]);
    expect(faults({ ...secrets, WORD: 'fel' }, { passphrase: 'env:WORD' })).toEqual([expect.stringContaining('locked with another "passphrase"')]);
    expect(faults(secrets)).toEqual([expect.stringContaining('locked with another "passphrase"')]);
  });

  it('is refused outside its time, with the day', () => {
    expect(faults(rightSecrets(), {}, inYears(2))).toEqual([expect.stringMatching(/which was valid until \d{4}-\d\d-\d\d: order a new one from the bank$/)]);
    expect(faults(rightSecrets(), {}, inYears(-1))).toEqual([expect.stringMatching(/which is valid from \d{4}-\d\d-\d\d$/)]);
  });

  it('of a simulator needs the simulator’s authority', () => {
    const simulator = { environment: 'simulator', simulator: { url: 'https://localhost:8444/rp/v6.0', authority: 'env:AUTHORITY' } };
    expect(faults({ ...rightSecrets(), AUTHORITY: right.authority }, simulator)).toEqual([]);
    expect(faults(rightSecrets(), simulator)).toEqual(['eidProviders[0].simulator.authority names env:AUTHORITY, and there is nothing there']);
    expect(faults({ ...rightSecrets(), AUTHORITY: 'x' }, simulator)).toEqual([expect.stringContaining('simulator.authority names env:AUTHORITY, which is no certificate')]);
  });

  it('and whatever else says how BankID is reached stay with the server', () => {
    const told = JSON.stringify(portalConfigOf(municipalityWith(), 'https://kommun.test'));
    for (const word of ['environment', 'CERTIFICATE', 'KEY', 'driver']) expect(told).not.toContain(word);
  });
});

describe('a server with BankID', () => {
  const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db.test/kommun', KOMMUN_SECRET: 'x'.repeat(44) };

  it('does not run in production on an environment where anybody can be anyone', () => {
    const simulator = { environment: 'simulator', simulator: { url: 'https://localhost:8444/rp/v6.0', authority: 'env:AUTHORITY' } };
    const env = { ...production, ...rightSecrets(), AUTHORITY: right.authority };
    expect(reasonsNotToStart(env, municipalityWith())).toEqual([expect.stringContaining('anyone can be anyone')]);
    expect(reasonsNotToStart(env, municipalityWith(simulator))).toEqual([expect.stringContaining('anyone can be anyone')]);
    expect(reasonsNotToStart(env, municipalityWith({ environment: 'production' }))).toEqual([]);
  });

  it('does not start with a wrong certificate, and says so plainly', async () => {
    const municipalityFile = join(await temporaryFolder(), 'municipality.json');
    const { name, languages, defaultLanguage, serviceCentre } = municipalityWith();
    await writeFile(municipalityFile, JSON.stringify({ name, languages, defaultLanguage, serviceCentre, links: {}, eidProviders: [asked] }));
    const start = startServer({ municipalityFile, port: 0, env: { CERTIFICATE: 'wrong', KEY: right.client.key }, log: recordingLog([]) });
    await expect(start).rejects.toThrow('eidProviders[0].certificate names env:CERTIFICATE, which is no certificate in PEM form');
  });
});
