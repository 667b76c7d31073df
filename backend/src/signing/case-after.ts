import type { CaseStatus } from '../../../src/contract/case.ts';
import { timedId } from '../cases/case-id.ts';
import type { CaseEvent, CasePart, StoredCase } from '../cases/case-store.ts';
import { withoutPeople } from '../cases/without-people.ts';
import type { Random } from '../secrets/random.ts';
import { canSign, signaturesIn, signaturesNeeded } from './round.machine.ts';
import type { Phase, Round } from './round.machine.ts';
import type { SigningChange } from './signing-store.ts';

/** A round before and after something happened to it; `by` is who did it, when somebody did. */
export interface RoundStep {
  before: Round;
  after: Round;
  at: Date;
  by: string | undefined;
}

const words: Record<Phase['is'], { status: CaseStatus; says: string; event: string }> = {
  collecting: { status: 'awaitingSignatures', says: 'Väntar på underskrift', event: 'Ansökan väntar på att skrivas under' },
  complete: { status: 'submitted', says: 'Inkommen', event: 'Ansökan är underskriven och inskickad' },
  declined: { status: 'closed', says: 'Inte underskriven', event: 'En vårdnadshavare har tackat nej till att skriva under. Ansökan skickas inte in' },
  expired: { status: 'expired', says: 'Inte underskriven i tid', event: 'Ansökan skrevs inte under i tid. Den skickas inte in' },
  withdrawn: { status: 'withdrawn', says: 'Återtagen', event: 'Ansökan är återtagen' },
  stopped: { status: 'closed', says: 'Avbruten', event: 'Ansökan kan inte skrivas under här. Kontakta kommunen' },
};

/** How the case looks to its guardians while the round stands so. */
export function caseIn(one: StoredCase, round: Round, at: Date): StoredCase {
  const { phase } = round;
  const isUnderWay = phase.is === 'collecting';
  const { status, says } = words[phase.is];
  return {
    ...one,
    status,
    sourceStatus: says,
    updatedAt: at,
    dueAt: isUnderWay ? round.expiresAt : undefined,
    signing: isUnderWay || phase.is === 'complete' ? { signed: signaturesIn(round), required: signaturesNeeded(round) } : undefined,
    steps: stepsIn(phase),
    reply: replyIn(phase),
  };
}

/** What everybody in the round may see of the case, and has to do. Whoever need not sign any more has lost custody: to them it is gone. */
export function partsIn(round: Round, caseId: string): { parts: CasePart[]; endedParts: string[] } {
  const isGone = ({ key, stands }: Round['parties'][number]) => stands.is === 'notRequired' && key !== round.applicant;
  return {
    parts: round.parties.filter((party) => !isGone(party)).map(({ key }) => ({
      caseId,
      personKey: key,
      role: key === round.applicant ? 'applicant' : 'coSigner',
      nextAction: canSign(round, key) ? { kind: 'sign' } : undefined,
    })),
    endedParts: round.parties.filter(isGone).map(({ key }) => key),
  };
}

/** What a step changes of the case; nothing when it shows no difference. */
export function caseAfter(one: StoredCase, step: RoundStep, random: Random): SigningChange['case'] {
  const { before, after, at, by } = step;
  const texts = eventTexts(step);
  const isHidden = after.disclosure === 'closed' && before.disclosure === 'open';
  if (texts.length === 0 && !isHidden) return undefined;
  // What has been handed over goes on in the handler's hands.
  const shown = before.phase.is === 'complete' ? one : caseIn(one, after, at);
  const events = texts.map((text): CaseEvent => ({ id: timedId(at, random), at, by, text }));
  return { case: isHidden ? withoutPeople(shown) : shown, ...partsIn(after, one.id), events };
}

function eventTexts({ before, after }: RoundStep): string[] {
  if (after.phase.is !== before.phase.is) return [words[after.phase.is].event];
  if (after.documentVersion !== before.documentVersion) {
    return [signaturesIn(before) > 0 ? 'Ansökan har ändrats. Alla behöver skriva under igen' : 'Ansökan har ändrats'];
  }
  return signaturesIn(after) > signaturesIn(before) ? ['En vårdnadshavare har skrivit under'] : [];
}

const stepNames = ['Ansökan fylls i', 'Ansökan skrivs under', 'Kommunen går igenom ansökan', 'Beslut'];

function stepsIn(phase: Phase): StoredCase['steps'] {
  if (phase.is !== 'collecting' && phase.is !== 'complete') return [];
  const current = phase.is === 'collecting' ? 1 : 2;
  return stepNames.map((name, index) => ({ name, state: index < current ? 'done' : index === current ? 'current' : 'coming' }));
}

function replyIn({ is }: Phase): StoredCase['reply'] {
  if (is === 'complete') return { allowed: true };
  return { allowed: false, reason: is === 'collecting' ? 'Du kan skriva till kommunen när ansökan är underskriven.' : 'Ansökan är avslutad.' };
}
