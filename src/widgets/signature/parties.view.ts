import { html, nothing, type TemplateResult } from 'lit';
import type { Signing, SigningParty } from '../../contract/signing.ts';
import { partyStates, type PartyState } from '../../contract/signing.values.ts';
import { momentOf } from './signature.dates.ts';
import type { Frame } from './signature.frame.ts';
import { countOf, isAwaited } from './signature.machine.ts';

/** A shape for each state, so that nothing hangs on colour. On a field of 24 by 24. */
const shapes: Readonly<Record<PartyState, string>> = {
  invited: 'M12 7v5l3 2',
  delivered: 'M6.500 8.500h11v7.500h-11zM6.500 8.500l5.500 4.500l5.500-4.500',
  undeliverable: 'M12 6.500v7M12 16.500v.500',
  opened: 'M8 6.500h5l3 3v8h-8zM10.500 12h3M10.500 14.500h3',
  signed: 'M7 12.500l3.500 3.500L17.500 8.500',
  declined: 'M8.500 8.500l7 7M15.500 8.500l-7 7',
  notRequired: 'M8 12h8',
};

/** One of our states, or `invited` for one of a later version, which promises nothing. */
const knownState = (state: string): PartyState => partyStates.find((one) => one === state) ?? 'invited';

/** Oneself has opened what one reads, which is no news. */
const shownState = ({ isYou, state }: SigningParty): PartyState => (isYou && isAwaited(state) ? 'invited' : knownState(state));

/** Who has signed and who has not, at a glance. `contact` draws how a guardian is reached. */
export function partiesView(signing: Signing, frame: Frame, contact: (party: SigningParty) => unknown): unknown {
  if (!signing.parties.length) return nothing;
  return html`
    <section aria-labelledby="parties">
      ${frame.subheading(frame.say('parties'), 'parties')}
      <p class="count">${frame.say('count', countOf(signing))}</p>
      <ul class="parties" role="list">${signing.parties.map((party) => partyView(party, frame, contact))}</ul>
    </section>`;
}

function partyView(party: SigningParty, frame: Frame, contact: (party: SigningParty) => unknown): TemplateResult {
  const state = shownState(party);
  return html`
    <li class="party ${state}" part="party">
      <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"></circle><path d=${shapes[state]}></path></svg>
      <div>
        <p class="who"><bdi>${frame.nameOf(party)}</bdi></p>
        <p class="stands"><b>${frame.say(`state.${state}`)}</b> ${party.at && !(party.isYou && state === 'invited') ? timeView(party.at, state, frame) : nothing}</p>
        ${contact(party)}
      </div>
    </li>`;
}

function timeView(at: string, state: PartyState, { say, language }: Frame): TemplateResult {
  const time = momentOf(at, language);
  return html`<time datetime=${at}>${state === 'invited' ? say('since.invited', { time }) : time}</time>`;
}
