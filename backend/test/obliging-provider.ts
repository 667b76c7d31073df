import type { EidIdentity, EmbeddedEidProvider } from '../src/eid/eid-provider.ts';

/** The person whom `obligingProvider` vouches for: one of Skatteverket's published test numbers, and a name to look for in logs. */
export const canary: EidIdentity = {
  provider: 'mobile-eid',
  subjectId: '199001012385',
  idType: 'personnummer',
  idNumber: '199001012385',
  givenName: 'Kanariefågel',
  familyName: 'Prövling',
  displayName: 'Kanariefågel Prövling',
  loa: 'loa3',
  authenticatedAt: '2026-11-24T08:00:00.000Z',
};

/** An e-ID that says yes as soon as it is asked. */
export function obligingProvider(id = 'mobile-eid'): EmbeddedEidProvider {
  return {
    id,
    kind: 'embedded',
    start: async () => 'a state',
    collect: async () => ({ status: 'complete', identity: { ...canary, provider: id } }),
    cancel: async () => {},
    qr: () => 'qr',
    launch: () => ({ mobile: 'https://app.test/', desktop: 'app:///' }),
  };
}
