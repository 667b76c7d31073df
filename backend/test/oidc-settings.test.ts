import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { portalConfigSchema } from '../../src/contract/portal-config.ts';
import { eidOrderSchema } from '../../src/contract/eid-order.ts';
import { portalConfigOf } from '../src/municipality/municipality.ts';
import { oidcFaults } from '../src/node/oidc-settings.ts';
import { reasonsNotToStart } from '../src/node/production-guard.ts';
import { startServer } from '../src/node/server.ts';
import { apiBase } from '../src/openapi/operations.ts';
import { createBrowser } from './browser.ts';
import { clientKeyPem, oidcWorlds } from './eid/oidc/oidc-world.ts';
import { readAnswer } from './read-answer.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { recordingLog, testMunicipality } from './test-app.ts';

const arrange = oidcWorlds();

const asked = (oidc: object = {}) => ({
  id: 'sweden-connect',
  kind: 'redirect',
  label: { sv: 'E-legitimation' },
  issuer: { name: { sv: 'Sweden Connect' } },
  driver: 'oidc',
  oidc: { preset: 'sweden-connect', issuer: 'https://op.test', clientId: 'https://kommun.test/client', key: 'env:KEY', keyId: 'client-key', ...oidc },
});
const municipalityWith = (oidc: object = {}) => testMunicipality({ eidProviders: [asked(oidc)] });
const faults = (secrets: Record<string, string>, oidc: object = {}, production = false) => oidcFaults(municipalityWith(oidc), (name) => secrets[name.replace('env:', '')], production);
const pem = (key: ReturnType<typeof generateKeyPairSync>['privateKey']) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('the key that an OpenID provider knows the municipality by', () => {
  it('lets the server start when it is right', () => {
    expect(faults({ KEY: clientKeyPem })).toEqual([]);
    expect(faults({ KEY: pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey) })).toEqual([]);
  });

  it('is missed by name, as a secret word is', () => {
    expect(faults({})).toEqual(['eidProviders[0].oidc.key names env:KEY, and there is nothing there']);
    expect(faults({}, { preset: 'signicat', key: undefined, secret: 'env:WORD' })).toEqual(['eidProviders[0].oidc.secret names env:WORD, and there is nothing there']);
    expect(faults({ WORD: 'hemligt' }, { preset: 'signicat', key: undefined, secret: 'env:WORD' })).toEqual([]);
  });

  it.each([
    ['no key', 'secret-value'],
    ['one of a kind that nobody takes', pem(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey)],
    ['one that is too short', pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey)],
  ])('is refused when it is %s, and never repeated', (_, key) => {
    expect(faults({ KEY: key })).toEqual([expect.stringContaining('key names env:KEY, which is no private key in PEM form of a kind that OpenID providers take')]);
    expect(faults({ KEY: key }).join('')).not.toContain(key);
  });
});

describe('a server with an e-ID by OpenID Connect', () => {
  const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db.test/kommun', KOMMUN_SECRET: 'x'.repeat(44), KEY: clientKeyPem };

  it('does not run in production on a provider without encryption', () => {
    expect(reasonsNotToStart(production, municipalityWith({ issuer: 'http://localhost:4000' }))).toEqual(['eidProviders[0].oidc.issuer has to be an https address in production']);
    expect(reasonsNotToStart(production, municipalityWith())).toEqual([]);
  });

  it('keeps how the provider is reached to itself, and says what the e-ID can be used for', () => {
    const told = portalConfigOf(municipalityWith(), 'https://kommun.test');
    expect(portalConfigSchema.parse(told).eidProviders).toMatchObject([{ id: 'sweden-connect', kind: 'redirect', devices: [], purposes: ['login', 'test'] }]);
    for (const word of ['op.test', 'KEY', 'client', 'driver', 'oidc']) expect(JSON.stringify(told)).not.toContain(word);
  });

  it('starts while the provider is silent, says so to whoever presses, and sends them there once it answers', async () => {
    const { issuer } = await arrange();
    const { name, languages, defaultLanguage, serviceCentre } = municipalityWith();
    const start = async (at: string) => {
      const folder = await temporaryFolder();
      const municipalityFile = join(folder, 'municipality.json');
      await writeFile(municipalityFile, JSON.stringify({ name, languages, defaultLanguage, serviceCentre, links: {}, eidProviders: [asked({ issuer: at, clientId: issuer.clientId })] }));
      return startServer({ municipalityFile, port: 0, dataFolder: folder, env: { KEY: clientKeyPem }, log: recordingLog([]) });
    };
    const presses = async (url: string) => {
      const page = createBrowser((request) => fetch(request), url + apiBase);
      return page.post('eid/orders', { purpose: 'login', provider: 'sweden-connect', device: 'same', returnTo: `${url}/` });
    };
    const silent = await start('http://localhost:1');
    expect((await presses(silent.url)).status).toBe(503);
    await silent.close();

    const server = await start(issuer.url);
    const order = await readAnswer(eidOrderSchema, presses(server.url));
    expect(order).toMatchObject({ state: 'redirecting', redirectUrl: expect.stringContaining(`${issuer.url}/auth?`) });
    await server.close();
  });
});
