import { html, nothing, type TemplateResult } from 'lit';
import { weekdayOf } from './signature.dates.ts';
import type { Frame } from './signature.frame.ts';
import type { SignatureState } from './signature.machine.ts';
import { casesView } from './status.view.ts';

/** What a link leads to, to somebody who is not logged in: no name, and nothing of the case but the e-service. */
export function invitedView({ service, expiresAt }: Extract<SignatureState, { at: 'invited' }>, { heading, say, local, language }: Frame): TemplateResult {
  return html`
    ${heading(say('invited'))}
    <p>${say('invited.what', { name: local(service.name), date: weekdayOf(expiresAt, language) })}</p>
    <p>${say('invited.logIn')}</p>`;
}

export function linkDeadView(frame: Frame): TemplateResult {
  return html`${frame.heading(frame.say('linkDead'))}<p>${frame.say('linkDead.fix')}</p>${casesView(frame)}`;
}

/** Says that an invitation is somebody else's and nothing more. `name` is whoever is logged in. */
export function notYoursView(frame: Frame, name: string, fault: string, onChangePerson: () => void): TemplateResult {
  const { heading, say } = frame;
  return html`
    ${heading(say('notYours'))}
    <p>${name ? say('notYours.as', { name }) : say('notYours.fix')}</p>
    ${fault ? html`<p class="note wrong" id="fault" tabindex="-1">${fault}</p>` : nothing}
    <p class="buttons"><button type="button" class="primary" @click=${onChangePerson}>${say('changePerson')}</button></p>
    ${casesView(frame)}`;
}

/** Several signings wait, and the person says which. */
export function choosingView({ items }: Extract<SignatureState, { at: 'choosing' }>, { heading, say, local, language }: Frame, onChoose: (caseId: string) => void): TemplateResult {
  return html`
    ${heading(say('choose'))}
    <ul class="choices" role="list">${items.map(({ case: id, title, service, expiresAt }) => html`
      <li><button type="button" @click=${() => onChoose(id)}>
        <span><b><bdi>${title || local(service.name)}</bdi></b><small>${say('choose.until', { date: weekdayOf(expiresAt, language) })}</small></span>
      </button></li>`)}</ul>`;
}

/** `onChangePerson` where the device was handed over, and perhaps the wrong person has logged in. */
export function nothingWaitsView(frame: Frame, onChangePerson: (() => void) | undefined): TemplateResult {
  const { heading, say } = frame;
  return html`
    ${heading(say('nothing'))}
    <p>${say('nothing.fix')}</p>
    ${onChangePerson ? html`<p>${say('nothing.handedOver')}</p><p class="buttons"><button type="button" class="primary" @click=${onChangePerson}>${say('changePerson')}</button></p>` : nothing}
    ${casesView(frame)}`;
}
