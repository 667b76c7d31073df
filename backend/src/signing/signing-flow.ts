import type { WaitingSignings } from '../../../src/contract/signing.ts';
import type { CaseInbox, Viewer } from '../cases/case-inbox.ts';
import { namesFor } from '../cases/case-view.ts';
import { ownSource } from '../cases/own-cases.ts';
import { plainText } from '../cases/plain-text.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { createRegisterDesk } from '../registers/register-desk.ts';
import { createApplications } from './applications.ts';
import type { Applications } from './applications.ts';
import { createContacts } from './contacts.ts';
import { createCustodyCheck } from './custody-check.ts';
import type { CheckCustody } from './custody-check.ts';
import { createWordRenewal, isOnOldWord } from './fresh-word.ts';
import type { RenewWord } from './fresh-word.ts';
import { canSign, nextRound } from './round.machine.ts';
import { createSignatures, refuseUnlessToSign } from './signatures.ts';
import type { Signatures } from './signatures.ts';
import { createSigningSteps } from './signing-steps.ts';
import type { OpenSigning, SigningSteps } from './signing-steps.ts';

/** All that can be done about the signing of cases. */
export interface SigningFlow {
  steps: SigningSteps;
  checkCustody: CheckCustody;
  applications: Applications;
  signatures: Signatures;
  contacts: ReturnType<typeof createContacts>;
  renew: RenewWord;
  /** As the person sees it now: their coming is noted. */
  see(viewer: Viewer, opened: OpenSigning): Promise<OpenSigning>;
  /** @throws ProblemError */
  decline(viewer: Viewer, opened: OpenSigning, reason: string | undefined): Promise<OpenSigning>;
  /** @throws ProblemError */
  withdraw(viewer: Viewer, opened: OpenSigning): Promise<OpenSigning>;
  waiting(viewer: Viewer): Promise<WaitingSignings>;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'random' | 'seal' | 'keyedNames' | 'municipality' | 'registers' | 'timer' | 'eidProviders' | 'log' | 'turnBeat' | 'underWay'>;

export function createSigningFlow(deps: Needs, outdate: CaseInbox['outdate']): SigningFlow {
  const { store, clock, keyedNames, municipality } = deps;
  const desk = createRegisterDesk(deps);
  const steps = createSigningSteps(deps, outdate);
  const checkCustody = createCustodyCheck(deps, steps);
  const renew = createWordRenewal(deps, steps, checkCustody, desk);

  return {
    steps,
    checkCustody,
    renew,
    applications: createApplications(deps, { desk, steps, checkCustody, outdate }),
    signatures: createSignatures(deps, steps, checkCustody, desk.custodyOf),
    contacts: createContacts(deps, steps),

    async see(viewer, opened) {
      const isNew = opened.signing.round.parties.some(({ key, stands }) => key === viewer.key && stands.is === 'invited');
      if (!isNew) return opened;
      return steps.take(opened.signing.id, viewer.key, ({ signing: { round } }, at) => {
        const next = nextRound(round, { type: 'opened', by: viewer.key, at });
        // Whoever comes too late has not ended it: that is for the backend to write down, and to tell everybody.
        return next === round || next.phase.is !== 'collecting' ? undefined : { round: next, act: 'open' };
      });
    },

    decline: (viewer, { signing: { id } }, reason) =>
      steps.take(id, viewer.key, ({ signing: { round }, people }, at) => {
        const now = nextRound(round, { type: 'time-passed', at });
        // Sent again, since the answer was lost.
        if (now.parties.some(({ key, stands }) => key === viewer.key && stands.is === 'declined')) return undefined;
        refuseUnlessToSign(now, viewer.key, now.documentVersion);
        const why = plainText(reason ?? '').trim();
        const parties = people.parties.map((one) => (one.key === viewer.key && why !== '' ? { ...one, reason: why } : one));
        return { round: nextRound(round, { type: 'declined', by: viewer.key, at }), people: { ...people, parties }, act: 'decline' };
      }),

    withdraw: (viewer, { signing: { id } }) =>
      steps.take(id, viewer.key, ({ signing: { round } }, at) => {
        if (round.applicant !== viewer.key) throw new ProblemError('signing-action-not-allowed');
        if (round.phase.is === 'withdrawn') return undefined;
        const next = nextRound(round, { type: 'withdrawn', by: viewer.key, at });
        if (next.phase.is !== 'withdrawn') throw new ProblemError('signing-over');
        return { round: next, act: 'withdraw' };
      }),

    async waiting(viewer) {
      await renew(viewer.key);
      const now = clock.now();
      const mine = (await store.signing.waitingOf(viewer.key)).filter(({ round }) => canSign(nextRound(round, { type: 'time-passed', at: now }), viewer.key));
      const names = namesFor(keyedNames, viewer.key);
      const items = await Promise.all(
        mine.map(async (signing) => {
          const { caseId, serviceId, round: { expiresAt } } = signing;
          const one = (await store.cases.find(caseId))?.case;
          const title = (isOnOldWord(signing, now) ? one?.service.name : one?.title) ?? '';
          const name = municipality.services.find(({ id }) => id === serviceId)?.name ?? { [municipality.defaultLanguage]: one?.service.name ?? serviceId };
          return { case: await names.caseId({ source: ownSource, id: caseId }), title, service: { id: serviceId, name }, expiresAt: expiresAt.toISOString() };
        }),
      );
      return { items };
    },
  };
}
