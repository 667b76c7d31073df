import type { OidcTerms } from './oidc.config.ts';

const loa = (level: string) => `http://id.elegnamnden.se/loa/1.0/${level}`;
const names = { givenName: ['given_name'], familyName: ['family_name'], name: ['name'] };

/** What is alike for every municipality that uses one of these; its own file says the rest, and may say otherwise field by field. */
export const presets = {
  'sweden-connect': {
    scope: 'openid https://id.oidc.se/scope/naturalPersonInfo https://id.oidc.se/scope/naturalPersonNumber',
    acrValues: [loa('loa3'), loa('loa4')],
    signedRequests: true,
    userInfo: true,
    userMessage: true,
    claims: {
      ...names,
      idNumber: ['https://id.oidc.se/claim/personalIdentityNumber', 'https://id.oidc.se/claim/coordinationNumber'],
      coordinationLevel: ['https://id.oidc.se/claim/coordinationNumberLevel'],
      previousIdNumber: ['https://id.oidc.se/claim/previousCoordinationNumber'],
    },
    levels: { [loa('loa3')]: 'loa3', [loa('loa4')]: 'loa4' },
  },
  // A number that the population register has linked to the foreign identity is not read: how surely it was linked differs.
  'foreign-eid': {
    scope: 'openid https://id.oidc.se/scope/naturalPersonInfo https://id.swedenconnect.se/scope/eidasNaturalPersonIdentity',
    acrValues: [loa('eidas-nf-sub'), loa('eidas-sub'), loa('eidas-high')],
    signedRequests: true,
    userInfo: true,
    userMessage: true,
    claims: { ...names, prid: ['https://id.swedenconnect.se/claim/prid'], pridPersistence: ['https://id.swedenconnect.se/claim/pridPersistence'] },
    levels: { [loa('eidas-nf-sub')]: 'loa3', [loa('eidas-sub')]: 'loa3', [loa('eidas-high')]: 'loa4' },
  },
  // Of Freja's registration levels, Plus alone carries the Swedish quality mark at level 3.
  freja: {
    scope: 'openid profile https://frejaeid.com/oidc/scopes/personalIdentityNumber https://frejaeid.com/oidc/scopes/registrationLevel',
    userInfo: true,
    claims: { ...names, level: ['https://frejaeid.com/oidc/claims/registrationLevel'], idNumber: ['https://frejaeid.com/oidc/claims/personalIdentityNumber'] },
    levels: { PLUS: 'loa3' },
  },
  // Both brokers say which e-ID it was instead of a level; BankID is approved at level 3.
  signicat: {
    scope: 'openid profile nin',
    acrValues: ['idp:sbid'],
    userInfo: true,
    claims: { ...names, level: ['idp'], idNumber: ['nin'] },
    levels: { sbid: 'loa3' },
  },
  idura: {
    scope: 'openid',
    acrValues: ['urn:grn:authn:se:bankid'],
    claims: { ...names, level: ['authenticationtype'], idNumber: ['ssn'] },
    levels: {
      'urn:grn:authn:se:bankid': 'loa3',
      'urn:grn:authn:se:bankid:same-device': 'loa3',
      'urn:grn:authn:se:bankid:another-device': 'loa3',
      'urn:grn:authn:se:bankid:another-device:qr': 'loa3',
      'urn:grn:authn:se:bankid:qr': 'loa3',
    },
  },
} as const satisfies Record<string, OidcTerms>;

export const presetNames = ['sweden-connect', 'foreign-eid', 'freja', 'signicat', 'idura'] as const satisfies (keyof typeof presets)[];
