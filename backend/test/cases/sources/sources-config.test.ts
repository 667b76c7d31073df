import { describe, expect, it } from 'vitest';
import { createSources, sourcesSchema } from '../../../src/cases/sources/sources.config.ts';
import { recordingLog, testClock } from '../../test-app.ts';

const platform = { kind: 'open-eplatform', id: 'oep', name: 'E-tjänstportalen', url: 'https://etjanst.kommun.test', usernameEnv: 'OEP_USER', passwordEnv: 'OEP_PASSWORD' };
const status = {
  kind: 'case-status',
  id: 'arenden',
  name: 'Ärendesystemet',
  url: 'https://api.kommun.test/case-status/4.3',
  partyUrl: 'https://api.kommun.test/party/2.0',
  tokenUrl: 'https://api.kommun.test/token',
  municipalityId: '2281',
  clientIdEnv: 'WSO2_ID',
  clientSecretEnv: 'WSO2_SECRET',
};
const tools = (env: Record<string, string>) => ({ clock: testClock(), fetch, env, log: recordingLog([]) });
const accepts = (...sources: object[]) => sourcesSchema.safeParse(sources).success;

describe('the sources of a municipality', () => {
  it('are made in the order that they are written', () => {
    const env = { OEP_USER: 'a', OEP_PASSWORD: 'b', WSO2_ID: 'c', WSO2_SECRET: 'd' };
    const sources = createSources(sourcesSchema.parse([status, platform]), tools(env));
    expect(sources.map(({ id, name }) => [id, name])).toEqual([['arenden', 'Ärendesystemet'], ['oep', 'E-tjänstportalen']]);
  });

  it('are not made without their secrets, and all that lack are named', () => {
    expect(() => createSources(sourcesSchema.parse([platform, status]), tools({ OEP_USER: 'a', WSO2_ID: '' }))).toThrow(/: OEP_PASSWORD, WSO2_ID, WSO2_SECRET$/);
  });

  it('may be none', () => {
    expect(createSources(sourcesSchema.parse([]), tools({}))).toEqual([]);
  });

  it.each([
    ['a secret itself in place of its name', { ...platform, passwordEnv: 'hemligt-lösenord' }],
    ['a secret beside its name', { ...platform, password: 'x' }],
    ['an address that is not encrypted', { ...platform, url: 'http://etjanst.kommun.test' }],
    ['a login in the address', { ...platform, url: 'https://user:pass@etjanst.kommun.test' }],
    ['an address that is none', { ...platform, url: 'etjanst.kommun.test' }],
    ['an address to a file', { ...platform, url: 'file:///etc/passwd' }],
    ['a page for a case that does not say which', { ...platform, caseUrl: 'https://etjanst.kommun.test/mina-arenden' }],
    ['a page for a case that is a script', { ...platform, caseUrl: 'javascript:alert({id})' }],
    ['a kind that there is not', { ...platform, kind: 'excel' }],
    ['a misspelt key', { ...status, munincipalityId: '2281' }],
    ['a municipality that is not a number', { ...status, municipalityId: '../x' }],
  ])('are refused with %s', (_, source) => {
    expect(accepts(source)).toBe(false);
  });

  it('are refused with the same id twice', () => {
    expect(accepts(platform, status)).toBe(true);
    expect(accepts(platform, { ...status, id: 'oep' })).toBe(false);
  });

  it('may be simulators on the own machine', () => {
    expect(accepts({ ...platform, url: 'http://localhost:4100' }, { ...status, url: 'http://127.0.0.1:4101/case-status' })).toBe(true);
    expect(accepts({ ...platform, url: 'http://localhost.evil.test' })).toBe(false);
  });
});
