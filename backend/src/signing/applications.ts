import type { Application, ApplicationChange, ApplicationRequest } from '../../../src/contract/application.ts';
import type { CaseInbox, Viewer } from '../cases/case-inbox.ts';
import { namesFor } from '../cases/case-view.ts';
import { ownSource } from '../cases/own-cases.ts';
import { keyOfNumber } from '../cases/person-key.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { oneOfLanguages, serviceOf } from '../municipality/municipality.ts';
import type { EService } from '../municipality/e-service.ts';
import { childIdFor } from '../registers/child-list.ts';
import type { GuardedChild } from '../registers/children.ts';
import type { NamedPerson } from '../registers/population-register.ts';
import type { RegisterDesk } from '../registers/register-desk.ts';
import { endOfSwedishDay } from '../registers/swedish-day.ts';
import { checkedAnswers } from './answers.ts';
import type { CheckCustody } from './custody-check.ts';
import { createNewSignings } from './new-signing.ts';
import type { NewApplication } from './new-signing.ts';
import { nextRound, signaturesIn } from './round.machine.ts';
import type { Round } from './round.machine.ts';
import { createSigningSeals } from './sealed-signing.ts';
import type { SigningPerson } from './sealed-signing.ts';
import { documentIn, documentOf } from './signed-document.ts';
import type { OpenSigning, SigningSteps } from './signing-steps.ts';

/** What is filled in in e-services about children, on its way to being signed. */
export interface Applications {
  /** Makes the case and its signing. The same key with the same application makes no second one. @throws ProblemError */
  apply(viewer: Viewer, key: string, request: ApplicationRequest): Promise<Application>;
  find(viewer: Viewer, opened: OpenSigning): Promise<Application>;
  /** @throws ProblemError, among them `change-voids-signatures` when that was not said to be meant. */
  change(viewer: Viewer, opened: OpenSigning, change: ApplicationChange): Promise<Application>;
}

type Needs = Pick<Deps, 'municipality' | 'store' | 'clock' | 'random' | 'seal' | 'keyedNames'>;
interface Parts {
  desk: RegisterDesk;
  steps: SigningSteps;
  checkCustody: CheckCustody;
  outdate: CaseInbox['outdate'];
}

export function createApplications(deps: Needs, { desk, steps, checkCustody, outdate }: Parts): Applications {
  const { municipality, store, clock, keyedNames } = deps;
  const newSigning = createNewSignings(deps);
  const seals = createSigningSeals(deps.seal);

  async function childIn(viewer: Viewer, service: EService, id: string): Promise<GuardedChild> {
    const children = await desk.childrenOf(viewer, service);
    const ids = await Promise.all(children.map(({ idNumber }) => childIdFor(keyedNames, viewer.key, idNumber)));
    const child = children[ids.indexOf(id)];
    if (!child) throw new ProblemError('child-not-found');
    if (child.notFor) throw new ProblemError('child-not-eligible');
    return child;
  }

  async function signersOf(viewer: Viewer, service: EService, child: GuardedChild, language: string): Promise<Pick<NewApplication, 'rule' | 'signers'>> {
    const custody = await desk.custodyOf(viewer, child.idNumber, service.guardians === 'one' ? viewer.idNumber : undefined);
    if (custody.custody !== 'known') throw new ProblemError('co-signing-not-possible');
    const all = await Promise.all(custody.guardians.map(async (guardian) => signerFrom(guardian, await keyOfNumber(keyedNames, guardian.idNumber))));
    const own = all.find(({ key }) => key === viewer.key);
    if (!own) throw new ProblemError('child-not-found');
    const others = all.filter((one) => one !== own);
    return { signers: [{ ...own, language }, ...others], rule: service.guardians === 'one' ? 'one' : others.length === 0 ? 'single-custody' : 'all' };
  }

  const signerFrom = ({ idNumber, givenName, familyName }: NamedPerson, key: string): SigningPerson => ({
    key,
    idNumber,
    displayName: `${givenName} ${familyName}`,
    language: municipality.defaultLanguage,
  });

  async function begin(viewer: Viewer, id: string, fingerprint: string, request: ApplicationRequest): Promise<void> {
    const service = serviceOf(municipality, request.service);
    const answers = checkedAnswers(service, request.answers);
    const language = oneOfLanguages(municipality, request.language);
    const child = await childIn(viewer, service, request.child);
    const { rule, signers } = await signersOf(viewer, service, child, language);
    const { first, newCase } = await newSigning({ id, fingerprint, service, child, answers, rule, signers });
    await store.signing.insert(first, newCase);
    for (const { key } of signers) outdate(key);
  }

  async function view(viewer: Viewer, { signing: { caseId, serviceId, round, id }, people }: OpenSigning): Promise<Application> {
    const document = await store.signing.document(id, round.documentVersion);
    if (!document) throw new RangeError('a signing without its document');
    const content = await seals.document.open(document.sealedContent);
    const { reference } = documentIn(content);
    return {
      case: await namesFor(keyedNames, viewer.key).caseId({ source: ownSource, id: caseId }),
      reference,
      service: { id: serviceId, name: serviceOf(municipality, serviceId).name },
      child: { id: await childIdFor(keyedNames, viewer.key, people.child.idNumber), givenName: people.child.givenName },
      answers: content.answers,
      version: round.documentVersion,
      signatures: signaturesIn(round),
    };
  }

  /** @throws ProblemError unless the viewer applied, and signatures are still awaited. */
  function mayChange(viewer: Viewer, round: Round): void {
    if (round.applicant !== viewer.key) throw new ProblemError('signing-action-not-allowed');
    if (round.phase.is !== 'collecting') throw new ProblemError('signing-over');
  }

  async function madeBefore(id: string, fingerprint: string): Promise<OpenSigning | undefined> {
    const signing = await store.signing.find(id);
    const opened = signing && (await steps.open(signing));
    if (opened && opened.people.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
    return opened;
  }

  return {
    async apply(viewer, key, request) {
      // Found again by what was sent with it: also after a crash, and in another process.
      const id = await keyedNames.nameOf(`${viewer.key} ${key}`, 'application');
      const fingerprint = await keyedNames.nameOf(JSON.stringify([request.service, request.child, Object.entries(request.answers).sort(), request.language]), 'application-asked');
      const known = await madeBefore(id, fingerprint);
      if (known) return view(viewer, known);
      let failure: unknown;
      await begin(viewer, id, fingerprint, request).catch((cause: unknown) => (failure = cause));
      const made = await madeBefore(id, fingerprint);
      if (!made) throw failure;
      return view(viewer, made);
    },
    async find(viewer, opened) {
      mayChange(viewer, nextRound(opened.signing.round, { type: 'time-passed', at: clock.now() }));
      return view(viewer, opened);
    },
    async change(viewer, opened, { answers: given, version, voidSignatures = false }) {
      mayChange(viewer, opened.signing.round);
      const service = serviceOf(municipality, opened.signing.serviceId);
      const answers = checkedAnswers(service, given);
      await checkCustody(opened, (child, only) => desk.custodyOf(viewer, child, only));
      const changed = await steps.take(opened.signing.id, viewer.key, async ({ signing: { id, round } }, at) => {
        mayChange(viewer, nextRound(round, { type: 'time-passed', at }));
        const stored = await store.signing.document(id, round.documentVersion);
        if (!stored) throw new RangeError('a signing without its document');
        const before = await seals.document.open(stored.sealedContent);
        if (JSON.stringify(before.answers) === JSON.stringify(answers)) return undefined;
        if (round.documentVersion !== version) throw new ProblemError('document-changed');
        if (signaturesIn(round) > 0 && !voidSignatures) throw new ProblemError('change-voids-signatures');
        const { title, reference } = documentIn(before);
        const next = await documentOf({ service, title, reference, version: version + 1, about: before.about, answers });
        return {
          round: nextRound(round, { type: 'changed', by: viewer.key, documentHash: next.hash, expiresAt: endOfSwedishDay(at, service.signWithinDays), at }),
          rest: { document: { version: version + 1, hash: next.hash, sealedContent: await seals.document.close(next.content) } },
          act: 'change',
        };
      });
      return view(viewer, changed);
    },
  };
}
