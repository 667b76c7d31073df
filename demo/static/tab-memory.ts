import { jsonOf, valueOf } from '../../backend/src/cases/case-json.ts';
import type { BankIdInProcess } from '../../backend/src/eid/bankid/simulator/bankid-in-process.ts';
import type { SentMail } from '../../backend/src/mail/memory-mail.ts';
import { secureRandom } from '../../backend/src/secrets/random.ts';
import type { SecretName } from '../../backend/src/session/session-transport.ts';
import { createMemoryStore, type MemoryStore } from '../../backend/src/store/memory-store.ts';
import { keepState, recallState } from './kept-state.ts';

/** All that the backend in a tab knows, and has to know on the tab's next page. */
export interface TabMemory {
  store: MemoryStore;
  secrets: Map<SecretName, string>;
  sealKey: Uint8Array<ArrayBuffer>;
  /** Whether this is the first page of the tab. */
  isNew: boolean;
  /** Leaves everything, as it is now, to the next page. */
  keep(): void;
}

/** The memory that the last page of this tab has left, or a new one. The orders of `eids` and what was `sent` are part of it. */
export function tabMemory(eids: readonly BankIdInProcess[], sent: SentMail[]): TabMemory {
  const store = createMemoryStore();

  const kept = recallState();
  if (kept) {
    store.restore(kept.store);
    sent.push(...valueOf<SentMail[]>(kept.mails));
    for (const [id, orders] of kept.eids) eids.find(({ provider }) => provider.id === id)?.simulator.restore(orders);
  }
  const secrets = new Map(kept?.secrets);
  const sealKey = kept ? new Uint8Array(kept.sealKey) : secureRandom(32);
  return {
    store,
    secrets,
    sealKey,
    isNew: !kept,
    keep: () => keepState({
      store: store.snapshot(),
      eids: eids.map(({ provider, simulator }) => [provider.id, simulator.snapshot()]),
      secrets: [...secrets],
      sealKey: [...sealKey],
      mails: jsonOf(sent),
    }),
  };
}
