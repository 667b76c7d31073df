import { inLanguage } from '../../../src/contract/in-language.ts';
import type { Localized } from '../../../src/contract/language.ts';
import type { DocumentBlock } from '../../../src/contract/signing.ts';
import type { Deps } from '../deps.ts';
import { createSigningSeals } from '../signing/sealed-signing.ts';
import { documentIn } from '../signing/signed-document.ts';
import type { OpenSigning } from '../signing/signing-steps.ts';

/** What was signed, in full, and by whom. */
export interface Receipt {
  /** The reader's; the document has its own. */
  language: 'sv' | 'en';
  municipality: string;
  reference: string;
  version: number;
  /** SHA-256 of what was signed, in hexadecimal. */
  hash: string;
  completeAt: Date;
  document: { title: string; language: string; blocks: readonly DocumentBlock[] };
  /** In the order in which they came. */
  signatures: readonly { name: string; eid: string; at: Date }[];
  afterwards: string | undefined;
}

/** Makes the receipt of a signing that is complete. @throws when what was signed is not there, or altered */
export function createReceipts({ store, seal, municipality }: Pick<Deps, 'store' | 'seal' | 'municipality'>) {
  const seals = createSigningSeals(seal);
  const eidOf = (id: string): Localized => municipality.eidProviders.find((provider) => provider.id === id)?.label ?? { sv: id };

  return async ({ signing, people }: OpenSigning, language: Receipt['language']): Promise<Receipt> => {
    const { round } = signing;
    const say = (text: Localized) => inLanguage(text, language, municipality.defaultLanguage);
    const stored = await store.signing.document(signing.id, round.documentVersion);
    if (!stored) throw new RangeError('a signing without its document');
    const { reference, title, language: written, blocks } = documentIn(await seals.document.open(stored.sealedContent));
    const signatures = (await store.signing.evidenceOf(signing.id)).map(async ({ personKey, sealedEvidence, at }) => ({
      name: people.parties.find(({ key }) => key === personKey)?.displayName ?? '',
      eid: say(eidOf((await seals.evidence.open(sealedEvidence)).provider)),
      at,
    }));
    const service = municipality.services.find(({ id }) => id === signing.serviceId);
    return {
      language,
      municipality: municipality.name,
      reference,
      version: round.documentVersion,
      hash: round.documentHash,
      completeAt: round.phase.sinceAt,
      document: { title, language: written, blocks },
      signatures: await Promise.all(signatures),
      afterwards: service && say(service.afterwards),
    };
  };
}
