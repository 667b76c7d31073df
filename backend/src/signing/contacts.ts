import type { ContactRequest } from '../../../src/contract/signing.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { oneOfLanguages } from '../municipality/municipality.ts';
import { canSign, nextRound } from './round.machine.ts';
import type { Round } from './round.machine.ts';
import type { SigningPerson } from './sealed-signing.ts';
import type { OutboxEntry } from './signing-store.ts';
import type { OpenSigning, SigningSteps } from './signing-steps.ts';

const sendAgainAfter = 86_400_000;
const mostTimesAgain = 5;
/** Each correction writes to an address at once, so that there have to be few. */
const mostCorrections = 4;

/** How a guardian is reached, as far as `viewerKey` has a say in it. */
export interface Reach {
  mayState: boolean;
  /** When it may be sent again, and how many times more; absent when it may not. */
  again: { at: Date; left: number } | undefined;
  /** The last message to the address that is stated now. */
  lastNotice: OutboxEntry | undefined;
}

/** What the person with `viewerKey` may do about how `person` is reached. Each states their own; whoever applied, that of those who have not. */
export function reachOf(round: Round, { key, contact }: SigningPerson, viewerKey: string, outbox: readonly OutboxEntry[]): Reach {
  const mayTouch = round.phase.is === 'collecting' && (viewerKey === key || (viewerKey === round.applicant && canSign(round, key)));
  const isTheirOwn = contact?.statedBy === key && viewerKey !== key;
  const notices = contact ? outbox.filter((entry) => entry.personKey === key && entry.state !== 'dropped' && entry.queuedAt >= contact.statedAt) : [];
  const last = notices.at(-1);
  const left = mostTimesAgain - notices.filter(({ kind }) => kind === 'invitation').length + 1;
  return {
    mayState: mayTouch && !isTheirOwn && timesStated(contact, viewerKey) <= mostCorrections,
    again: mayTouch && last && canSign(round, key) && left > 0 ? { at: new Date(last.queuedAt.getTime() + sendAgainAfter), left } : undefined,
    lastNotice: last,
  };
}

const timesStated = (contact: SigningPerson['contact'], by: string): number => (contact?.statedBy === by ? (contact.times ?? 1) : 0);

/** Stating where a guardian is written to, and writing again. */
export function createContacts({ store, municipality }: Pick<Deps, 'store' | 'municipality'>, steps: SigningSteps) {
  const personIn = ({ people }: OpenSigning, key: string): SigningPerson => {
    const person = people.parties.find((one) => one.key === key);
    if (!person) throw new RangeError('a party without a person');
    return person;
  };
  const now = (round: Round, at: Date) => nextRound(round, { type: 'time-passed', at });

  return {
    /** At another address, every link that was sent to them is dead from then on, and whoever can sign is sent a new one. @throws ProblemError */
    state: (id: string, by: string, key: string, { email, language: asked }: ContactRequest): Promise<OpenSigning> =>
      steps.take(id, by, (opened, at) => {
        const person = personIn(opened, key);
        const language = asked === undefined ? person.language : oneOfLanguages(municipality, asked);
        const round = now(opened.signing.round, at);
        if (!reachOf(round, person, by, []).mayState) throw refusal(round);
        const isAsBefore = person.contact?.email === email && person.contact.statedBy === by;
        if (isAsBefore && language === person.language) return undefined;
        const contact = isAsBefore ? person.contact : { email, statedBy: by, statedAt: at, times: timesStated(person.contact, by) + 1 };
        const parties = opened.people.parties.map((one) => (one === person ? { ...one, language, ...(contact && { contact }) } : one));
        const step = { round, people: { ...opened.people, parties }, act: 'state-contact' };
        return isAsBefore ? step : { ...step, revoke: [key], invite: canSign(round, key) ? [key] : [] };
      }),

    /** @throws ProblemError, `too-many-requests` when it is too soon. */
    sendAgain: (id: string, by: string, key: string): Promise<OpenSigning> =>
      steps.take(id, by, async (opened, at) => {
        const round = now(opened.signing.round, at);
        const person = personIn(opened, key);
        const { again } = reachOf(round, person, by, await store.signing.outboxOf(id));
        if (round.phase.is === 'collecting' && !person.contact) throw new ProblemError('contact-not-stated');
        if (!again) throw refusal(round);
        if (at < again.at) throw new ProblemError('too-many-requests', { retryAfter: Math.ceil((again.at.getTime() - at.getTime()) / 1000) });
        return { round, invite: [key], act: 'send-again' };
      }),
  };
}

const refusal = ({ phase }: Round) => new ProblemError(phase.is === 'collecting' ? 'signing-action-not-allowed' : 'signing-over');

/** `e•••@e•••.se`: enough to see a mistake, too little to learn an address. */
export function maskedAddress(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  const dot = domain.lastIndexOf('.');
  return `${local.slice(0, 1)}•••@${domain.slice(0, 1)}•••${dot < 0 ? '' : domain.slice(dot)}`;
}
