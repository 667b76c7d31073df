import { describe, expect, it } from 'vitest';
import { connectionOf } from '../../../src/eid/oidc/oidc.config.ts';
import type { OidcConfig } from '../../../src/eid/oidc/oidc.config.ts';
import { oidcPerson } from '../../../src/eid/oidc/oidc-identity.ts';
import { loa } from '../../../../demo/openid/openid-issuer.ts';

const at = new Date('2026-11-24T08:00:00.000Z');
const by = { iss: 'https://op.example.se', sub: '198501169885' };
const karin = { given_name: 'Karin', family_name: 'Lindgren', name: 'Karin Lindgren' };
const number = 'https://id.oidc.se/claim/personalIdentityNumber';

const person = (preset: NonNullable<OidcConfig['preset']>, claims: Record<string, unknown>, more: Partial<OidcConfig> = {}) =>
  oidcPerson({ ...by, ...karin, ...claims }, connectionOf({ preset, issuer: by.iss, clientId: 'kommun', key: 'env:KEY', ...more }), 'an-eid', at);
const swedish = (claims: Record<string, unknown>, more?: Partial<OidcConfig>) => person('sweden-connect', { acr: loa('loa3'), ...claims }, more);

describe('who an OpenID provider vouches for', () => {
  it.each<[NonNullable<OidcConfig['preset']>, Record<string, unknown>]>([
    ['sweden-connect', { acr: loa('loa3'), [number]: '198501169885' }],
    ['freja', { 'https://frejaeid.com/oidc/claims/registrationLevel': 'PLUS', 'https://frejaeid.com/oidc/claims/personalIdentityNumber': '198501169885' }],
    ['signicat', { idp: 'sbid', nin: '198501169885' }],
    ['idura', { authenticationtype: 'urn:grn:authn:se:bankid:same-device', ssn: '198501169885' }],
  ])('is read as %s says it, by configuration alone', (preset, claims) => {
    expect(person(preset, claims)).toEqual({
      status: 'complete',
      identity: {
        provider: 'an-eid',
        subjectId: '198501169885',
        idType: 'personnummer',
        idNumber: '198501169885',
        givenName: 'Karin',
        familyName: 'Lindgren',
        displayName: 'Karin Lindgren',
        loa: loa('loa3'),
        authenticatedAt: '2026-11-24T08:00:00.000Z',
      },
    });
  });

  it('may have a number with a hyphen, and a coordination number', () => {
    expect(swedish({ [number]: '19850116-9885' })).toMatchObject({ identity: { idNumber: '198501169885' } });
    expect(swedish({ 'https://id.oidc.se/claim/coordinationNumber': '198000602394' })).toMatchObject({ identity: { idType: 'samordningsnummer', idNumber: '198000602394' } });
  });

  it.each(['198501169880', '8501169885', '850116-9885', '17029012345', 'DE/SE/1985'])('is nobody when what should be a Swedish number is %s', (value) => {
    expect(() => swedish({ [number]: value })).toThrow(expect.objectContaining({ code: 'rejected', reason: 'a personal number that is none' }));
  });

  it('is a person without a Swedish number too, with a provisional id', () => {
    const found = person('foreign-eid', { acr: loa('eidas-sub'), 'https://id.swedenconnect.se/claim/prid': 'DE:2sdfgh-test-0001' });
    expect(found).toMatchObject({ status: 'complete', identity: { idType: 'prid', subjectId: 'DE:2sdfgh-test-0001', loa: loa('loa3') } });
    expect(found).not.toHaveProperty('identity.idNumber');
  });

  it('tells how surely a coordination number is theirs, which one they had before, and how long a provisional id lasts', () => {
    const before = 'https://id.oidc.se/claim/previousCoordinationNumber';
    const level = 'https://id.oidc.se/claim/coordinationNumberLevel';
    expect(swedish({ 'https://id.oidc.se/claim/coordinationNumber': '198000602394', [level]: 'probable' })).toMatchObject({ identity: { coordinationLevel: 'probable' } });
    const moved = swedish({ [number]: '198501169885', [before]: '198501769885', [level]: 'probable' });
    expect(moved).toMatchObject({ identity: { idNumber: '198501169885', previousIdNumber: '198501769885' } });
    expect(moved).not.toHaveProperty('identity.coordinationLevel');
    const foreign = { acr: loa('eidas-sub'), 'https://id.swedenconnect.se/claim/prid': 'DE:2sdfgh-test-0001', 'https://id.swedenconnect.se/claim/pridPersistence': 'B' };
    expect(person('foreign-eid', foreign)).toMatchObject({ identity: { pridPersistence: 'B' } });
  });

  it('never has the number that stands in "sub"', () => {
    const found = swedish({});
    expect(found).toMatchObject({ identity: { idType: 'none', subjectId: 'https://op.example.se 198501169885' } });
    expect(found).not.toHaveProperty('identity.idNumber');
  });

  it('is called by given and family name where there is no whole one, and is nobody without a name', () => {
    expect(swedish({ name: undefined })).toMatchObject({ identity: { displayName: 'Karin Lindgren' } });
    expect(() => swedish({ name: undefined, given_name: ' ', family_name: 7 })).toThrow(expect.objectContaining({ code: 'rejected', reason: 'a person without a name' }));
  });

  it('was identified when the provider says that it was', () => {
    expect(swedish({ auth_time: 1_795_000_000 })).toMatchObject({ identity: { authenticatedAt: new Date(1_795_000_000_000).toISOString() } });
  });

  it('is read from the first claim that is there, of those that the municipality lists', () => {
    const more = { claims: { idNumber: ['pnr', 'personal_number'], givenName: ['fornamn', 'given_name'] } };
    expect(swedish({ pnr: '', personal_number: '198501169885', fornamn: 'Karin Maria' }, more)).toMatchObject({ identity: { idNumber: '198501169885', givenName: 'Karin Maria', familyName: 'Lindgren' } });
  });
});

describe('what a municipality adds to each request', () => {
  const added = (parameters: Record<string, string>) => connectionOf({ preset: 'freja', issuer: by.iss, clientId: 'kommun', key: 'env:KEY', parameters }).parameters;

  it('leaves it at a login of one\'s own, unless that is said otherwise', () => {
    expect(added({ login_hint: 'x' })).toEqual({ prompt: 'login', login_hint: 'x' });
    expect(added({ prompt: 'consent' })).toEqual({ prompt: 'consent' });
  });
});

describe('the level of assurance', () => {
  it.each([undefined, '', loa('loa1'), loa('loa2'), loa('uncertified-loa3'), loa('loa3-nonresident'), `${loa('loa3')} `.repeat(2), 3, ['loa3'], 'constructor', '__proto__'])(
    'lets nobody in as %j',
    (acr) => {
      expect(swedish({ acr, [number]: '198501169885' })).toEqual({ status: 'failed', hint: 'levelTooLow' });
    },
  );

  it.each(['BASIC', 'EXTENDED', undefined])('of Freja is Plus or nothing: %s', (level) => {
    expect(person('freja', { 'https://frejaeid.com/oidc/claims/registrationLevel': level })).toEqual({ status: 'failed', hint: 'levelTooLow' });
  });

  it('is worth what the municipality says, and what it does not list is worth nothing', () => {
    const more = { levels: { [loa('loa2')]: 'loa2' } as const };
    expect(swedish({ acr: loa('loa2') }, more)).toMatchObject({ identity: { loa: loa('loa2') } });
    expect(swedish({ acr: loa('loa3') }, more)).toEqual({ status: 'failed', hint: 'levelTooLow' });
  });
});
