import { timedId } from '../cases/case-id.ts';
import type { NewCase, StoredCase } from '../cases/case-store.ts';
import { childKeyOf } from '../cases/person-key.ts';
import type { Deps } from '../deps.ts';
import type { EService } from '../municipality/e-service.ts';
import type { GuardedChild } from '../registers/children.ts';
import { endOfSwedishDay, startOfSwedishDay, yearsLater } from '../registers/swedish-day.ts';
import { caseIn, partsIn } from './case-after.ts';
import { caseReference } from './case-reference.ts';
import type { Round } from './round.machine.ts';
import { createSigningSeals } from './sealed-signing.ts';
import type { SigningPerson } from './sealed-signing.ts';
import { aboutRows, documentOf } from './signed-document.ts';
import type { SigningChange } from './signing-store.ts';

/** What an application comes with. */
export interface NewApplication {
  id: string;
  fingerprint: string;
  service: EService;
  child: GuardedChild;
  answers: Record<string, string>;
  rule: Round['rule'];
  /** Everybody who is to sign; the first applies. */
  signers: [SigningPerson, ...SigningPerson[]];
}

/** Builds a case, its document and the signing of it, to be stored as one. */
export function createNewSignings({ municipality, clock, random, seal, keyedNames }: Pick<Deps, 'municipality' | 'clock' | 'random' | 'seal' | 'keyedNames'>) {
  const seals = createSigningSeals(seal);

  function caseFor({ service, child }: NewApplication, title: string, reference: string, childKey: string, at: Date): StoredCase {
    return {
      id: timedId(at, random),
      title,
      service: { id: service.id, name: service.name[municipality.defaultLanguage] ?? service.title },
      references: [reference],
      externalIds: [],
      child: { key: childKey, givenName: child.givenName },
      status: 'awaitingSignatures',
      sourceStatus: '',
      updatedAt: at,
      dueAt: undefined,
      signing: undefined,
      requiresLoa: undefined,
      summary: undefined,
      steps: [],
      decision: undefined,
      reply: { allowed: false },
      handler: undefined,
      relatedIds: [],
    };
  }

  return async (application: NewApplication): Promise<{ first: SigningChange; newCase: NewCase }> => {
    const { id, fingerprint, service, child, answers, rule, signers } = application;
    const at = clock.now();
    const [applicant] = signers;
    const title = `${service.title} för ${child.givenName}`;
    const reference = caseReference(at, random);
    const about = aboutRows(child, signers.map(({ displayName }) => displayName));
    const { content, hash } = await documentOf({ service, title, reference, version: 1, about, answers });
    const round = roundOf(application, hash, at);
    const one = caseIn(caseFor(application, title, reference, await childKeyOf(keyedNames, child.idNumber), at), round, at);
    const people = { child: { idNumber: child.idNumber, givenName: child.givenName, displayName: child.displayName }, parties: signers, fingerprint };
    return {
      first: {
        at,
        signing: { id, caseId: one.id, serviceId: service.id, round, sealedPeople: await seals.people.close(people), startedAt: at, checkedAt: at, version: 0 },
        document: { version: 1, hash, sealedContent: await seals.document.close(content) },
        audit: [{ at, signingId: id, actor: applicant.key, act: 'apply', outcome: rule }],
      },
      newCase: {
        case: one,
        parts: partsIn(round, one.id).parts,
        events: [{ id: timedId(at, random), at, by: applicant.key, text: 'Ansökan väntar på underskrift' }],
        messages: [],
        documents: [],
      },
    };
  };
}

function roundOf({ rule, signers, service, child }: NewApplication, documentHash: string, at: Date): Round {
  return {
    rule,
    applicant: signers[0].key,
    parties: signers.map(({ key }) => ({ key, stands: { is: 'invited', sinceAt: at } })),
    documentVersion: 1,
    documentHash,
    voidedAt: undefined,
    expiresAt: endOfSwedishDay(at, service.signWithinDays),
    ofAgeAt: startOfSwedishDay(yearsLater(child.birthDate, 18)),
    phase: { is: 'collecting', sinceAt: at },
    disclosure: 'open',
  };
}
