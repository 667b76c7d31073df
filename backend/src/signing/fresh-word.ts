import type { CaseInbox } from '../cases/case-inbox.ts';
import { withinTime } from '../cases/sources/timer.ts';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import type { RegisterDesk } from '../registers/register-desk.ts';
import { wordLimit } from '../registers/register-word.ts';
import type { AskCustody, CheckCustody } from './custody-check.ts';
import type { SigningSteps } from './signing-steps.ts';
import type { StoredSigning } from './signing-store.ts';

/** Nobody waits for their cases longer than that because of a register, in milliseconds. What it says later counts the next time. */
const patience = 1000;

/** Whether the signing would name people on a word of the registers that is too old. */
export const isOnOldWord = ({ round, checkedAt }: StoredSigning, now: Date): boolean => round.disclosure === 'open' && checkedAt < wordLimit(now);

/** Asks the registers anew about all that would name people to that person on an old word. Never fails: what stays old is not shown. */
export type RenewWord = (personKey: string) => Promise<void>;

type Needs = Pick<Deps, 'store' | 'clock' | 'timer' | 'log'>;

export function createWordRenewal({ store, clock, timer, log }: Needs, steps: SigningSteps, checkCustody: CheckCustody, desk: RegisterDesk): RenewWord {
  const underWay = new Map<string, Promise<unknown>>();

  async function renew(old: readonly StoredSigning[]): Promise<void> {
    const ask = askedOnce(desk.custodyNow);
    const checks = await Promise.allSettled(old.map(async (signing) => checkCustody(await steps.open(signing), ask)));
    for (const check of checks) if (check.status === 'rejected') log.warn('signing-not-checked', failureFields(check.reason));
  }

  return async (personKey) => {
    const old = await store.signing.uncheckedOf(personKey, wordLimit(clock.now()));
    if (old.length === 0) return;
    const renewal = underWay.get(personKey) ?? renew(old).finally(() => underWay.delete(personKey));
    underWay.set(personKey, renewal);
    await withinTime(timer, patience, undefined, () => renewal).catch(() => {});
  };
}

/** One question for all cases about the same child. */
function askedOnce(ask: AskCustody): AskCustody {
  const answers = new Map<string, ReturnType<AskCustody>>();
  return (childNumber, only) => {
    const question = `${childNumber} ${only ?? ''}`;
    const answer = answers.get(question) ?? ask(childNumber, only);
    answers.set(question, answer);
    return answer;
  };
}

/** The inbox, which asks the registers anew before it names anybody on an old word. */
export const inboxOnFreshWord = (inbox: CaseInbox, renew: RenewWord): CaseInbox => ({
  ...inbox,
  async page(viewer, query) {
    await renew(viewer.key);
    return inbox.page(viewer, query);
  },
  async open(viewer, caseId) {
    await renew(viewer.key);
    return inbox.open(viewer, caseId);
  },
});
