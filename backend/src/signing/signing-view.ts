import type { Signing, SigningParty } from '../../../src/contract/signing.ts';
import { namesFor } from '../cases/case-view.ts';
import { ownSource } from '../cases/own-cases.ts';
import type { Deps } from '../deps.ts';
import { childIdFor } from '../registers/child-list.ts';
import type { KeyedNames } from '../secrets/keyed-names.ts';
import { maskedAddress, reachOf } from './contacts.ts';
import { canSign, nextRound, signaturesNeeded } from './round.machine.ts';
import type { Party, Phase, Round } from './round.machine.ts';
import { createSigningSeals } from './sealed-signing.ts';
import type { SigningPerson } from './sealed-signing.ts';
import { documentIn } from './signed-document.ts';
import type { OutboxEntry } from './signing-store.ts';
import type { OpenSigning } from './signing-steps.ts';

type Needs = Pick<Deps, 'municipality' | 'store' | 'clock' | 'seal' | 'keyedNames' | 'publicOrigin'>;

/** What the browser of the person with `viewerKey` calls a guardian in the round. */
export const partyIdFor = (names: KeyedNames, viewerKey: string, signingId: string, key: string): Promise<string> =>
  names.nameOf(`${signingId} ${key}`, `signing-party:${viewerKey}`);

/** Shows a signing to one person. Once the register says that something is not to be told, nobody is named any more. */
export function createSigningViews({ municipality, store, clock, seal, keyedNames, publicOrigin }: Needs) {
  const seals = createSigningSeals(seal);

  async function documentOf(id: string, { documentVersion: version, documentHash: hash }: Round): Promise<{ reference: string; document: NonNullable<Signing['document']> }> {
    const stored = await store.signing.document(id, version);
    if (!stored) throw new RangeError('a signing without its document');
    const { reference, title, language, blocks } = documentIn(await seals.document.open(stored.sealedContent));
    return { reference, document: { title, language, version, hash, blocks } };
  }

  function serviceFor(serviceId: string): { service: Signing['service']; afterwards?: Signing['afterwards'] } {
    const service = municipality.services.find(({ id }) => id === serviceId);
    // One that the municipality has taken away since goes by its id.
    if (!service) return { service: { id: serviceId, name: { [municipality.defaultLanguage]: serviceId } } };
    const { name, page, afterwards } = service;
    return { service: { id: serviceId, name, ...(page !== undefined && { url: new URL(page, publicOrigin).href }) }, afterwards };
  }

  return async (viewerKey: string, { signing, people }: OpenSigning): Promise<Signing> => {
    const round = nextRound(signing.round, { type: 'time-passed', at: clock.now() });
    const { phase } = round;
    const isOpen = round.disclosure === 'open';
    const { reference, document } = await documentOf(signing.id, round);
    const { service, afterwards } = serviceFor(signing.serviceId);
    const names = namesFor(keyedNames, viewerKey);
    const outbox = await store.signing.outboxOf(signing.id);
    const parties = ownFirst(round.parties, viewerKey).map(async (party) => {
      const id = await partyIdFor(keyedNames, viewerKey, signing.id, party.key);
      return partyView(round, party, personOf(people.parties, party.key), { id, viewerKey, outbox });
    });
    return {
      case: await names.caseId({ source: ownSource, id: signing.caseId }),
      reference,
      title: isOpen ? document.title : (service.name[municipality.defaultLanguage] ?? service.id),
      service,
      ...(isOpen && { child: { id: await childIdFor(keyedNames, viewerKey, people.child.idNumber), givenName: people.child.givenName } }),
      state: phase.is,
      since: phase.sinceAt.toISOString(),
      ...(phase.is === 'stopped' && { stopped: phase.why }),
      rule: round.rule,
      expiresAt: round.expiresAt.toISOString(),
      ...(isOpen && { document }),
      ...(round.voidedAt && { changedAt: round.voidedAt.toISOString() }),
      parties: isOpen ? await Promise.all(parties) : [],
      can: actionsIn(round, viewerKey),
      ...(phase.is === 'complete' && afterwards && { afterwards }),
    };
  };
}

const ownFirst = (parties: readonly Party[], viewerKey: string): Party[] => [...parties].sort((a, b) => Number(b.key === viewerKey) - Number(a.key === viewerKey));

function personOf(people: readonly SigningPerson[], key: string): SigningPerson {
  const person = people.find((one) => one.key === key);
  if (!person) throw new RangeError('a party without a person');
  return person;
}

function actionsIn(round: Round, viewerKey: string): string[] {
  const toSign = canSign(round, viewerKey);
  const isApplicant = round.applicant === viewerKey;
  const isUnderWay = round.phase.is === 'collecting';
  const isOpen = round.disclosure === 'open';
  return [
    ...(toSign ? ['sign'] : []),
    // Whoever signs alone has nobody to say no to, and withdraws.
    ...(toSign && signaturesNeeded(round) > 1 ? ['decline'] : []),
    ...(isApplicant && isUnderWay ? ['change', 'withdraw'] : []),
    ...(isOpen && hasReceipt(round.phase) ? ['download'] : []),
  ];
}

const hasReceipt = ({ is }: Phase): boolean => is === 'complete';

interface Seen {
  id: string;
  viewerKey: string;
  outbox: readonly OutboxEntry[];
}

function partyView(round: Round, { key, stands }: Party, person: SigningPerson, { id, viewerKey, outbox }: Seen): SigningParty {
  const reach = reachOf(round, person, viewerKey, outbox);
  const { contact, language } = person;
  // What somebody has stated of themselves is theirs.
  const isShown = contact && (key === viewerKey || contact.statedBy === viewerKey);
  const notice = isShown && reach.lastNotice;
  return {
    id,
    isYou: key === viewerKey,
    displayName: person.displayName,
    applied: key === round.applicant,
    state: notice ? stateWith(notice, stands) : stands.is,
    ...(stands.is !== 'notRequired' && { at: (notice && stateWith(notice, stands) !== stands.is && notice.settledAt ? notice.settledAt : stands.sinceAt).toISOString() }),
    ...(person.reason !== undefined && stands.is === 'declined' && { reason: person.reason }),
    ...(isShown && {
      contact: {
        address: maskedAddress(contact.email),
        language,
        ...(notice && { notice: { state: notice.state, at: (notice.settledAt ?? notice.queuedAt).toISOString() } }),
      },
    }),
    can: [...(reach.mayState ? ['stateContact'] : []), ...(reach.again ? ['sendAgain'] : [])],
    ...(reach.again && { again: { at: reach.again.at.toISOString(), left: reach.again.left } }),
  };
}

/** What becomes of a mail says something only of whoever has not come since. */
function stateWith({ state }: OutboxEntry, { is }: Party['stands']): string {
  return is === 'invited' && (state === 'delivered' || state === 'undeliverable') ? state : is;
}
