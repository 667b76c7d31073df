import type { WaitingSignings } from '../../../src/contract/signing.ts';
import type { CaseInbox, Viewer } from '../cases/case-inbox.ts';
import { namesFor } from '../cases/case-view.ts';
import { ownSource } from '../cases/own-cases.ts';
import { plainText } from '../cases/plain-text.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { createRegisterDesk } from '../registers/register-desk.ts';
import { RegisterSilent } from '../registers/register-silent.ts';
import { createApplications } from './applications.ts';
import type { Applications } from './applications.ts';
import { createContacts } from './contacts.ts';
import { createCustodyCheck } from './custody-check.ts';
import type { CheckCustody } from './custody-check.ts';
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
  /** As the person sees it now: their coming is noted, and what is over is checked with the register before it names anybody. */
  see(viewer: Viewer, opened: OpenSigning): Promise<OpenSigning>;
  /** @throws ProblemError */
  decline(viewer: Viewer, opened: OpenSigning, reason: string | undefined): Promise<OpenSigning>;
  /** @throws ProblemError */
  withdraw(viewer: Viewer, opened: OpenSigning): Promise<OpenSigning>;
  waiting(viewer: Viewer): Promise<WaitingSignings>;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'random' | 'seal' | 'keyedNames' | 'municipality' | 'registers' | 'timer' | 'eidProviders' | 'log'>;

/** What the register said this long ago may still be shown. */
const shownFor = 15 * 60_000;

export function createSigningFlow(deps: Needs, outdate: CaseInbox['outdate']): SigningFlow {
  const { store, clock, keyedNames, municipality } = deps;
  const desk = createRegisterDesk(deps);
  const steps = createSigningSteps(deps, outdate);
  const checkCustody = createCustodyCheck(deps, steps);

  /** Over, what names people is checked on demand; under way, it is checked anyhow. */
  async function checkedIfOver(opened: OpenSigning): Promise<OpenSigning> {
    const { round, checkedAt } = opened.signing;
    const isDue = round.phase.is !== 'collecting' && round.disclosure === 'open' && clock.now().getTime() - checkedAt.getTime() > shownFor;
    if (!isDue) return opened;
    return checkCustody(opened, (child, only) => desk.custodyNow(child, only)).catch((failure: unknown) => {
      if (failure instanceof RegisterSilent) return opened;
      throw failure;
    });
  }

  return {
    steps,
    checkCustody,
    applications: createApplications(deps, { desk, steps, checkCustody, outdate }),
    signatures: createSignatures(deps, steps, checkCustody, desk.custodyOf),
    contacts: createContacts(deps, steps),

    async see(viewer, opened) {
      const isNew = opened.signing.round.parties.some(({ key, stands }) => key === viewer.key && stands.is === 'invited');
      if (!isNew) return checkedIfOver(opened);
      return steps.take(opened.signing.id, viewer.key, ({ signing: { round } }, at) => {
        const next = nextRound(round, { type: 'opened', by: viewer.key, at });
        return next === round ? undefined : { round: next, act: 'open' };
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
      const now = clock.now();
      const mine = (await store.signing.waitingOf(viewer.key)).filter(({ round }) => canSign(nextRound(round, { type: 'time-passed', at: now }), viewer.key));
      const names = namesFor(keyedNames, viewer.key);
      const items = await Promise.all(
        mine.map(async ({ caseId, serviceId, round: { expiresAt } }) => {
          const title = (await store.cases.find(caseId))?.case.title ?? '';
          const name = municipality.services.find(({ id }) => id === serviceId)?.name ?? { [municipality.defaultLanguage]: title };
          return { case: await names.caseId({ source: ownSource, id: caseId }), title, service: { id: serviceId, name }, expiresAt: expiresAt.toISOString() };
        }),
      );
      return { items };
    },
  };
}
