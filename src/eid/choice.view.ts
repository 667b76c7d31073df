import { html, nothing, type TemplateResult } from 'lit';
import type { EidPurpose } from '../contract/eid-order.ts';
import type { EidProvider, PortalConfig } from '../contract/portal-config.ts';
import { insideAnotherApp, onMobile } from './device.ts';
import type { Frame } from './frame.ts';
import type { EidChoice } from './order.machine.ts';

export interface ChoiceParts {
  config: PortalConfig;
  /** What an e-ID is chosen for; those that cannot be used for it are not offered. */
  purpose: EidPurpose;
  frame: Frame;
  /** What stands first, where it is not the usual heading: why somebody is logged in no longer, or what is about to happen. */
  opening: { heading: string; text: string } | undefined;
  /** The citizen was sent back to this tab, and the order began in another. */
  stray: boolean;
  hasLogo: (provider: string) => boolean;
  onLogo: () => void;
  /** The citizen comes near, and may soon press. */
  onNear: () => void;
  onPress: (choice: EidChoice) => void;
}

/** Every e-ID side by side and at equal size; for each, both devices with the likelier one first. */
export function choiceView(parts: ChoiceParts): TemplateResult {
  const { config, purpose, frame: { words: { say }, heading }, opening, stray, onNear } = parts;
  const providers = config.eidProviders.filter(({ purposes }) => purposes?.includes(purpose) ?? true);
  const note = (text: string) => html`<p class="note">${text}</p>`;
  return html`
    ${heading(opening?.heading ?? say('heading'))}
    ${opening && html`<p>${opening.text}</p>`}
    ${stray ? note(say('stray')) : nothing}
    ${insideAnotherApp() ? note(say('inApp')) : nothing}
    <p>${say(providers.length ? (onMobile() ? 'RFA20' : 'RFA19') : 'noProviders')}</p>
    <ul class="providers" @pointerenter=${onNear} @focusin=${onNear}>${providers.map((provider) => providerView(provider, parts))}</ul>`;
}

function providerView({ id, kind, label, description, devices, logo, getUrl }: EidProvider, { frame, hasLogo, onLogo, onPress }: ChoiceParts): TemplateResult {
  const { words: { say }, local } = frame;
  const eid = local(label);
  const button = (device: EidChoice['device'], text: string, likelier: boolean) => html`
    <button type="button" class=${likelier ? 'primary' : ''} data-choice="${id}/${device}" @click=${() => onPress({ provider: id, device })}>${text}</button>`;
  const both = [
    ...(devices.includes('same') ? [{ device: 'same', text: say('here', { eid }) } as const] : []),
    ...(devices.includes('other') ? [{ device: 'other', text: say('elsewhere', { eid }) } as const] : []),
  ];
  if (!onMobile()) both.reverse();
  return html`
    <li part="provider">
      <div class=${logo || hasLogo(id) ? 'plate' : ''}><slot name="logo-${id}" @slotchange=${onLogo}>${logo && html`<img src=${logo} alt="" @error=${hide}>`}</slot></div>
      <p class="name"><bdi>${eid}</bdi></p>
      ${description && html`<p>${local(description)}</p>`}
      ${kind === 'redirect' || !both.length
        ? button('same', say('away', { eid }), true)
        : both.map(({ device, text }, index) => button(device, text, index === 0))}
      ${getUrl && html`<a href=${getUrl}>${say('get', { eid })}</a>`}
    </li>`;
}

/** A logo that does not come leaves its room, so that nothing on the page moves. */
function hide({ target }: Event): void {
  (target as Element).closest('div')!.style.visibility = 'hidden';
}
