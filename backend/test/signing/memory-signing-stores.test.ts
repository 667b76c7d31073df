import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { later, noon, someCase } from '../cases/some-case.ts';
import { signingStoreConformance } from './signing-store-conformance.ts';

signingStoreConformance('signing in memory', async () => createMemoryStore());

it('signing in memory goes on from a snapshot, instants and all', async () => {
  const store = createMemoryStore();
  const one = someCase(['me']);
  const signing = {
    id: 'one',
    caseId: one.case.id,
    serviceId: 'skolskjuts',
    round: {
      rule: 'all' as const,
      applicant: 'me',
      parties: [{ key: 'me', stands: { is: 'invited' as const, sinceAt: noon } }],
      documentVersion: 1,
      documentHash: 'one',
      voidedAt: undefined,
      expiresAt: later(9),
      ofAgeAt: later(99),
      phase: { is: 'collecting' as const, sinceAt: noon },
      disclosure: 'open' as const,
    },
    sealedPeople: 'sealed',
    startedAt: noon,
    checkedAt: noon,
    version: 0,
  };
  await store.signing.insert({ at: noon, signing, audit: [{ at: noon, signingId: 'one', actor: 'me', act: 'begin', outcome: 'done' }] }, one);
  const next = createMemoryStore();
  next.restore(store.snapshot());
  expect(await next.signing.find('one')).toEqual(signing);
  expect(await next.signing.audit()).toEqual(await store.signing.audit());
  expect(await next.signing.waitingOf('me')).toHaveLength(1);
});
