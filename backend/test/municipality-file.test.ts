import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { portalConfigSchema } from '../../src/contract/portal-config.ts';
import { portalConfigOf } from '../src/municipality/municipality.ts';
import { readMunicipalityFile } from '../src/node/municipality-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const own = fileURLToPath(new URL('../municipality.json', import.meta.url));

const right = {
  name: 'Provköping',
  languages: ['sv'],
  defaultLanguage: 'sv',
  serviceCentre: { name: { sv: 'Servicecenter' }, phone: '0123-456 78', email: 'info@kommun.test' },
  eidProviders: [
    { id: 'a', kind: 'embedded', label: { sv: 'A' }, devices: ['same'], issuer: { name: { sv: 'B' } }, driver: 'simulated' },
  ],
  links: {},
};
const provider = right.eidProviders[0];
const bankId = { ...provider, driver: 'bankid', environment: 'test', domain: 'kommun.test', certificate: 'env:CERT', key: 'file:/run/secrets/bankid-key' };
const openId = {
  ...provider,
  kind: 'redirect',
  devices: undefined,
  driver: 'oidc',
  oidc: { preset: 'sweden-connect', issuer: 'https://op.test', clientId: 'https://kommun.test', key: 'env:OIDC_KEY' },
};
const openIdWith = (changes: object) => ({ ...right, eidProviders: [{ ...openId, oidc: { ...openId.oidc, ...changes } }] });
const platform = {
  kind: 'open-eplatform',
  id: 'oep',
  name: 'E-tjänster',
  url: 'https://etjanst.kommun.test',
  username: 'env:OEP_USER',
  password: 'env:OEP_PASSWORD',
};

async function read(content: unknown) {
  const file = join(await temporaryFolder(), 'municipality.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readMunicipalityFile(file);
}

describe('the municipality’s file', () => {
  it('of Älmhult is right, and says how to reach its service centre', () => {
    const municipality = readMunicipalityFile(own);
    expect(municipality.serviceCentre).toMatchObject({ phone: '0476-550 00', email: 'info@almhult.se' });
    const config = portalConfigOf(municipality, 'https://kommun.test');
    expect(portalConfigSchema.parse(config).municipality.name).toBe('Älmhults kommun');
  });

  it('may leave out what has an ordinary value', async () => {
    expect(await read(right)).toMatchObject({
      texts: {},
      faq: { feedback: false, feeds: {} },
      session: { idleMinutes: 30, absoluteHours: 8, warnBeforeSeconds: 120 },
      allowedOrigins: [],
      cases: { sources: [], pages: {} },
    });
    expect((await read({ ...right, cases: { sources: [platform] } })).cases.sources).toEqual([{ ...platform, timeLimitSeconds: 5, replies: false }]);
    expect((await read({ ...right, session: { idleMinutes: 5 } })).session).toEqual({
      idleMinutes: 5,
      absoluteHours: 8,
      warnBeforeSeconds: 120,
    });
  });

  it.each([
    [{ ...right, name: 7 }, 'name: found a number that is not allowed. Allowed here: a text'],
    [{ ...right, name: undefined }, 'name: found nothing. Allowed here: a text'],
    [{ ...right, languages: [] }, 'languages: found a list. Allowed here: at least 1'],
    [{ ...right, languages: ['swedish'], defaultLanguage: 'swedish' }, 'Allowed here: a language code such as "sv"'],
    [{ ...right, defaultLanguage: 'en' }, 'defaultLanguage: found a text that is not allowed. Allowed here: one of the languages listed'],
    [{ ...right, eidProviders: [provider, provider] }, 'eidProviders: found a list. Allowed here: providers whose ids all differ'],
    [{ ...right, eidProviders: [{ ...provider, driver: 'magic' }] }, 'eidProviders[0].driver: found a text that is not allowed. Allowed here: "simulated", "bankid" or "oidc"'],
    [{ ...right, eidProviders: [{ ...bankId, environment: 'prod' }] }, 'eidProviders[0].environment: found a text that is not allowed. Allowed here: "production" or "test" or "simulator"'],
    [{ ...right, eidProviders: [{ ...bankId, key: '-----BEGIN PRIVATE KEY-----' }] }, 'eidProviders[0].key: found a text that is not allowed. Allowed here: where the secret is, "env:BANKID_KEY" or "file:/run/secrets/bankid-key"; never the secret itself'],
    [{ ...right, eidProviders: [{ ...bankId, domain: 'https://kommun.test' }] }, 'eidProviders[0].domain: found a text that is not allowed. Allowed here: a domain in small letters, such as "almhult.se"'],
    [{ ...right, eidProviders: [{ ...bankId, kee: 'x' }] }, 'eidProviders[0].kee: this key is not known. Allowed here: id, kind, label, description, devices, purposes, issuer, logo, getUrl, testUrl, driver, environment, domain, certificate, key, passphrase, simulator'],
    [{ ...right, eidProviders: [{ ...bankId, environment: 'simulator' }] }, 'eidProviders[0].simulator: found nothing. Allowed here: url and authority where "environment" is "simulator"'],
    [{ ...right, eidProviders: [{ ...bankId, simulator: { url: 'https://localhost:1/rp/v6.0', authority: 'env:CA' } }] }, 'eidProviders[0].simulator: found an object. Allowed here: url and authority where "environment" is "simulator", and nothing elsewhere'],
    [{ ...right, eidProviders: [{ ...bankId, environment: 'simulator', simulator: { url: 'https://appapi2.test/rp/v6.0', authority: 'env:CA' } }] }, 'eidProviders[0].simulator.url: found a text that is not allowed. Allowed here: an https address on this computer'],
    [{ ...right, eidProviders: [{ ...provider, devices: ['fax'] }] }, 'eidProviders[0].devices[0]: found a text that is not allowed. Allowed here: "same" or "other"'],
    [{ ...right, eidProviders: [{ ...provider, issuer: { naem: {} } }] }, 'eidProviders[0].issuer.naem: this key is not known. Allowed here: name, url, phone'],
    [{ ...right, eidProviders: [{ ...provider, kind: 'redirect' }] }, 'eidProviders[0].kind: found a text that is not allowed. Allowed here: "embedded"'],
    [{ ...right, eidProviders: [{ ...provider, purposes: ['vote'] }] }, 'eidProviders[0].purposes[0]: found a text that is not allowed. Allowed here: "login" or "test" or "sign"'],
    [{ ...right, eidProviders: [{ ...openId, kind: 'embedded' }] }, 'eidProviders[0].kind: found a text that is not allowed. Allowed here: "redirect"'],
    [{ ...right, eidProviders: [{ ...openId, purposes: ['sign'] }] }, 'eidProviders[0].purposes[0]: found a text that is not allowed. Allowed here: "login" or "test"'],
    [openIdWith({ preset: 'facebook' }), 'eidProviders[0].oidc.preset: found a text that is not allowed. Allowed here: "sweden-connect" or "foreign-eid" or "freja" or "signicat" or "idura"'],
    [openIdWith({ issuer: 'http://op.test' }), 'eidProviders[0].oidc.issuer: found a text that is not allowed. Allowed here: an https address, such as "https://op.example.se"'],
    [openIdWith({ key: '-----BEGIN PRIVATE KEY-----' }), 'eidProviders[0].oidc.key: found a text that is not allowed. Allowed here: where the secret is, "env:OIDC_KEY"'],
    [openIdWith({ secret: 'env:WORD' }), 'eidProviders[0].oidc.key: found a text that is not allowed. Allowed here: where the private key is, or "secret"'],
    [openIdWith({ key: undefined }), 'eidProviders[0].oidc.key: found nothing. Allowed here: where the private key is, or "secret"'],
    [openIdWith({ key: undefined, secret: 'env:WORD' }), 'eidProviders[0].oidc.signedRequests: found nothing. Allowed here: false where there is no "key" to sign requests with'],
    [openIdWith({ preset: undefined }), 'eidProviders[0].oidc.levels: found nothing. Allowed here: at least one level that is accepted'],
    [openIdWith({ levels: {} }), 'eidProviders[0].oidc.levels: found an object. Allowed here: at least one level that is accepted'],
    [openIdWith({ levels: { any: 'high' } }), 'eidProviders[0].oidc.levels.any: found a text that is not allowed. Allowed here: "loa2" or "loa3" or "loa4"'],
    [openIdWith({ claims: { idNumber: ['sub'] } }), 'eidProviders[0].oidc.claims.idNumber: found a list. Allowed here: claims that hold a Swedish number, which "sub" does not'],
    [openIdWith({ claims: { idnumber: ['nin'] } }), 'eidProviders[0].oidc.claims.idnumber: this key is not known. Allowed here: level, idNumber, coordinationLevel, previousIdNumber, prid, pridPersistence, givenName, familyName, name'],
    [openIdWith({ scope: 'profile' }), 'eidProviders[0].oidc.scope: found a text that is not allowed. Allowed here: scopes with a space in between, "openid" first'],
    [{ ...right, eidProviders: [{ ...provider, devices: [] }] }, 'eidProviders[0].devices: found a list. Allowed here: at least 1'],
    [{ ...right, eidProviders: [{ ...provider, label: {} }] }, 'eidProviders: found a list. Allowed here: providers whose "label" and issuer\'s "name" are in the language'],
    [{ ...right, eidProviders: [{ ...provider, issuer: { name: { en: 'B' } } }] }, 'eidProviders: found a list. Allowed here: providers whose "label"'],
    [{ ...right, eidProviders: [{ ...provider, issuer: { name: { sv: 'B' }, url: 'javascript:alert(1)' } }] }, 'eidProviders[0].issuer.url: found a text that is not allowed. Allowed here: a whole address (https://…)'],
    [{ ...right, serviceCentre: { ...right.serviceCentre, name: {} } }, 'serviceCentre.name'],
    [{ ...right, serviceCentre: { ...right.serviceCentre, phone: '' } }, 'serviceCentre.phone: found a text that is not allowed. Allowed here: at least 1'],
    [{ ...right, serviceCentre: { ...right.serviceCentre, email: 'info' } }, 'serviceCentre.email: found a text that is not allowed. Allowed here: an e-mail address'],
    [{ ...right, serviceCenter: {} }, 'serviceCenter: this key is not known. Allowed here: name, languages, defaultLanguage, serviceCentre'],
    [{ ...right, links: { contact: 'www.kommun.test' } }, 'links.contact: found a text that is not allowed. Allowed here: a whole address (https://…)'],
    [{ ...right, links: { contact: '//evil.test' } }, 'links.contact'],
    [{ ...right, links: { contact: 'javascript:alert(1)' } }, 'links.contact'],
    [{ ...right, allowedOrigins: ['https://a.test/'] }, 'allowedOrigins[0]: found a text that is not allowed. Allowed here: an origin without a path'],
    [{ ...right, allowedOrigins: ['*'] }, 'allowedOrigins[0]'],
    [{ ...right, session: { idleMinutes: 0 } }, 'session.idleMinutes: found a number that is not allowed. Allowed here: at least 1'],
    [{ ...right, session: { absoluteHours: 100 } }, 'session.absoluteHours: found a number that is not allowed. Allowed here: at most 24'],
    [{ ...right, texts: { sv: { 'login.heading': true } } }, 'texts.sv.login.heading: found a true or false. Allowed here: a text'],
    [{ ...right, texts: { sv: { 'login.headin': 'Hej' } } }, 'texts.sv.login.headin: found a text that is not allowed. Allowed here: the keys that stand in text-keys.ts, such as login.heading'],
    [{ ...right, texts: { sv: { constructor: 'Hej' } } }, 'texts.sv.constructor: found a text that is not allowed. Allowed here: the keys that stand in text-keys.ts'],
    [{ ...right, texts: { sv: { 'login.heading': 'Hej {name}' } } }, 'texts.sv.login.heading: found a text that is not allowed. Allowed here: a text without places in braces'],
    [{ ...right, texts: { de: {} } }, 'texts: found an object. Allowed here: texts in the languages listed in "languages"'],
    [{ ...right, faq: { feeds: { sv: { items: [{ id: 'a' }] } } } }, 'faq.feeds.sv.items[0].question: found nothing. Allowed here: a text'],
    [{ ...right, cases: { systems: [] } }, 'cases.systems: this key is not known. Allowed here: sources'],
    [{ ...right, cases: { sources: {} } }, 'cases.sources: found an object. Allowed here: a list'],
    [{ ...right, cases: { sources: [{ ...platform, kind: 'excel' }] } }, 'cases.sources[0].kind: found a text that is not allowed. Allowed here: "open-eplatform", "case-status" or "simulated"'],
    [{ ...right, cases: { sources: [{ ...platform, passwrd: 'x' }] } }, 'cases.sources[0].passwrd: this key is not known. Allowed here: id, name, timeLimitSeconds, kind, url, username, password, caseUrl, replies'],
    [{ ...right, cases: { sources: [{ ...platform, password: 'hemligt' }] } }, 'cases.sources[0].password: found a text that is not allowed. Allowed here: where the secret is, "env:OEP_PASSWORD" or "file:/run/secrets/oep-password"; never the secret itself'],
    [{ ...right, cases: { sources: [{ ...platform, url: 'http://etjanst.kommun.test' }] } }, 'cases.sources[0].url: found a text that is not allowed. Allowed here: an https address'],
    [{ ...right, cases: { sources: [{ ...platform, timeLimitSeconds: 60 }] } }, 'cases.sources[0].timeLimitSeconds: found a number that is not allowed. Allowed here: at most 30'],
    [{ ...right, cases: { sources: [platform, platform] } }, 'cases.sources: found a list. Allowed here: sources whose ids all differ'],
    [[], 'the whole file: found a list. Allowed here: an object'],
  ])('that is wrong is refused with the place and what is allowed there: %#', async (content, words) => {
    await expect(read(content)).rejects.toThrow(words);
  });

  it('is refused with every fault at once, and without repeating what it holds', async () => {
    const wrong = { ...right, name: '', languages: 'sv', links: { contact: 'secret-value' } };
    const refusal = await read(wrong).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(refusal.split('\n')).toHaveLength(4);
    expect(refusal).not.toContain('secret-value');
  });

  it('that is no JSON, or not there, is refused by name', async () => {
    await expect(read('{"name": }')).rejects.toThrow(/municipality\.json is not JSON/);
    expect(() => readMunicipalityFile('/nowhere/municipality.json')).toThrow('/nowhere/municipality.json cannot be read');
  });
});
