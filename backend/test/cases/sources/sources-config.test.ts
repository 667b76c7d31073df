import { describe, expect, it } from 'vitest';
import { createSources } from '../../../src/cases/sources/create-sources.ts';
import { sourcesSchema } from '../../../src/cases/sources/sources.config.ts';
import { recordingLog, testClock } from '../../test-app.ts';

const platform = { kind: 'open-eplatform', id: 'oep', name: 'E-tjänstportalen', url: 'https://etjanst.kommun.test', username: 'env:OEP_USER', password: 'file:/run/secrets/oep' };
const status = {
  kind: 'case-status',
  id: 'arenden',
  name: 'Ärendesystemet',
  url: 'https://api.kommun.test/case-status/4.3',
  partyUrl: 'https://api.kommun.test/party/2.0',
  tokenUrl: 'https://api.kommun.test/token',
  municipalityId: '2281',
  clientId: 'env:WSO2_ID',
  clientSecret: 'env:WSO2_SECRET',
};
const simulated = { kind: 'simulated', id: 'prov', name: 'Provsystemet', plays: 'open-eplatform' };
const tools = (secrets: Record<string, string>, production = false) => ({ clock: testClock(), fetch, secret: (name: string) => secrets[name], log: recordingLog([]), production });
const accepts = (...sources: object[]) => sourcesSchema.safeParse(sources).success;
const parse = (...sources: object[]) => sourcesSchema.parse(sources);

describe('the sources of a municipality', () => {
  it('are made in the order that they are written', () => {
    const secrets = { 'env:OEP_USER': 'a', 'file:/run/secrets/oep': 'b', 'env:WSO2_ID': 'c', 'env:WSO2_SECRET': 'd' };
    const made = createSources(parse(status, simulated, platform), tools(secrets));
    expect(made.sources.map(({ id, name }) => [id, name])).toEqual([
      ['arenden', 'Ärendesystemet'],
      ['prov', 'Provsystemet'],
      ['oep', 'E-tjänstportalen'],
    ]);
    expect(made.simulated.map(({ id }) => id)).toEqual(['prov']);
  });

  it('are not made without their secrets, and each place that lacks one is named', () => {
    const made = () => createSources(parse(simulated, platform, status), tools({ 'env:OEP_USER': 'a', 'env:WSO2_ID': '' }));
    expect(made).toThrow(
      [
        'cases.sources[1].password names file:/run/secrets/oep, and there is nothing there',
        'cases.sources[2].clientId names env:WSO2_ID, and there is nothing there',
        'cases.sources[2].clientSecret names env:WSO2_SECRET, and there is nothing there',
      ].join('\n'),
    );
  });

  it('may be none', () => {
    expect(createSources(parse(), tools({}))).toEqual({ sources: [], simulated: [] });
  });

  it.each(['open-eplatform', 'case-status'])('are not made when one that plays %s would be in production', (plays) => {
    expect(() => createSources(parse({ ...simulated, plays }), tools({}, true))).toThrow('must not be used in production');
  });

  it.each([
    ['a secret itself in place of its name', { ...platform, password: 'hemligt-lösenord' }],
    ['a secret beside its name', { ...platform, passwordText: 'x' }],
    ['a secret in a file that is named from somewhere', { ...platform, password: 'file:oep' }],
    ['an address that is not encrypted', { ...platform, url: 'http://etjanst.kommun.test' }],
    ['a login in the address', { ...platform, url: 'https://user:pass@etjanst.kommun.test' }],
    ['an address that is none', { ...platform, url: 'etjanst.kommun.test' }],
    ['an address to a file', { ...platform, url: 'file:///etc/passwd' }],
    ['a page for a case that does not say which', { ...platform, caseUrl: 'https://etjanst.kommun.test/mina-arenden' }],
    ['a page for a case that is a script', { ...platform, caseUrl: 'javascript:alert({id})' }],
    ['a kind that there is not', { ...platform, kind: 'excel' }],
    ['the id of the own store', { ...platform, id: 'own' }],
    ['e-services of a source that there is not', { ...status, eServices: 'oep' }],
    ['a misspelt key', { ...status, munincipalityId: '2281' }],
    ['a municipality that is not a number', { ...status, municipalityId: '../x' }],
  ])('are refused with %s', (_, source) => {
    expect(accepts(source)).toBe(false);
  });

  it('are refused with the same id twice', () => {
    expect(accepts(platform, status)).toBe(true);
    expect(accepts(platform, { ...status, id: 'oep' })).toBe(false);
  });

  it('may go on from the e-services of another', () => {
    expect(accepts(platform, { ...status, eServices: 'oep' })).toBe(true);
    expect(accepts({ ...simulated, id: 'oep' }, { ...status, eServices: 'oep' })).toBe(true);
    expect(accepts({ ...simulated, plays: 'case-status' }, { ...status, eServices: 'prov' })).toBe(false);
  });

  it('may be on the own machine', () => {
    expect(accepts({ ...platform, url: 'http://localhost:4100' }, { ...status, url: 'http://127.0.0.1:4101/case-status' })).toBe(true);
    expect(accepts({ ...platform, url: 'http://localhost.evil.test' })).toBe(false);
  });
});
