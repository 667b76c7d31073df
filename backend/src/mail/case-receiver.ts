import type { Deps } from '../deps.ts';
import type { StoredSigning } from '../signing/signing-store.ts';

/** The system that goes on with a case when everybody has signed. */
export interface CaseReceiver {
  /**
   * Takes the case over. The same hand-over, by its `id`, may come more than once, and counts once. @throws when it is
   * to be tried again
   */
  receive(id: string, signing: StoredSigning): Promise<void>;
}

/** Where the municipality's own store is that system: whoever has a part in the case reads there that it has arrived. */
export function ownReceiver({ store, clock }: Pick<Deps, 'store' | 'clock'>): CaseReceiver {
  return {
    async receive(id, signing) {
      const dossier = await store.cases.find(signing.caseId);
      if (!dossier || dossier.events.some((event) => event.id === id)) return;
      const at = clock.now();
      const submitted = { ...dossier.case, status: 'submitted' as const, sourceStatus: 'Inkommen', updatedAt: at };
      const event = { id, at, by: undefined, text: 'Ansökan har kommit fram till kommunen' };
      const written = await store.signing.commit({
        at,
        signing,
        case: { case: submitted, parts: [], endedParts: [], events: [event] },
        audit: [{ at, signingId: signing.id, actor: undefined, act: 'hand-over', outcome: 'done' }],
      });
      if (!written) throw new Error('the signing was changed at the same time');
    },
  };
}
