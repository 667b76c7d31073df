import { keyOfNumber } from '../cases/person-key.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustodyNow } from '../registers/custody.ts';
import { nextRound } from './round.machine.ts';
import type { CustodySays } from './round.machine.ts';
import type { OpenSigning, SigningSteps } from './signing-steps.ts';

/** Asks the population register about one child: who has custody, or whether only that person has. */
export type AskCustody = (childNumber: string, only: string | undefined) => Promise<CustodyNow>;

/** Asks whether everything is still as it was, and writes down what that means for the round. @throws ProblemError, and what `ask` throws */
export type CheckCustody = (opened: OpenSigning, ask: AskCustody) => Promise<OpenSigning>;

/** An answer that says what the last one did is not written down more often than that. */
const noteEvery = 60_000;

export function createCustodyCheck({ keyedNames }: Pick<Deps, 'keyedNames'>, steps: SigningSteps): CheckCustody {
  async function keysFrom(now: CustodyNow): Promise<CustodySays> {
    // Half an answer says nothing of anybody: it ends no round, and nobody is named on it.
    if (now.custody === 'unsure') throw new ProblemError('register-incomplete');
    if (now.custody === 'untold') return now;
    return { custody: 'known', keys: await Promise.all(now.guardians.map(({ idNumber }) => keyOfNumber(keyedNames, idNumber))) };
  }

  return async ({ signing: { id, round }, people }, ask) => {
    const applicant = people.parties.find(({ key }) => key === round.applicant);
    // Where one signature is enough, nobody but whoever applied is asked about.
    const says = await keysFrom(await ask(people.child.idNumber, round.rule === 'one' ? applicant?.idNumber : undefined));
    return steps.take(id, undefined, ({ signing }, at) => {
      const next = nextRound(signing.round, { type: 'register-answered', at, ...says });
      if (next !== signing.round) return { round: next, checked: true, act: 'check' };
      return at.getTime() - signing.checkedAt.getTime() < noteEvery ? undefined : { round: next, checked: true };
    });
  };
}
