import { html, nothing, type TemplateResult } from 'lit';
import type { EidProvider, PortalConfig } from '../contract/portal-config.ts';
import { insideAnotherApp, onMobile } from './device.ts';
import type { Frame } from './frame.ts';
import type { EidChoice } from './order.machine.ts';

export interface ChoiceParts {
  config: PortalConfig;
  frame: Frame;
  /** Why somebody is logged in no longer. */
  ended: { heading: string; text: string } | undefined;
  /** An app sent the citizen to this tab, and the order began in another. */
  stray: boolean;
  hasLogo: (provider: string) => boolean;
  onLogo: () => void;
  /** The citizen comes near, and may soon press. */
  onNear: () => void;
  onPress: (choice: EidChoice) => void;
}

/** Every e-ID side by side and at equal size; for each, both devices with the likelier one first. */
export function choiceView(parts: ChoiceParts): TemplateResult {
  const { config, frame: { words: { say }, heading }, ended, stray, onNear } = parts;
  const note = (text: string) => html`<p class="note">${text}</p>`;
  return html`
    ${heading(ended?.heading ?? say('heading'))}
    ${ended && html`<p>${ended.text}</p>`}
    ${stray ? note(say('stray')) : nothing}
    ${insideAnotherApp() ? note(say('inApp')) : nothing}
    <p>${say(config.eidProviders.length ? (onMobile() ? 'RFA20' : 'RFA19') : 'noProviders')}</p>
    <ul class="providers" @pointerenter=${onNear} @focusin=${onNear}>${config.eidProviders.map((provider) => providerView(provider, parts))}</ul>`;
}

function providerView({ id, kind, label, description, devices }: EidProvider, { frame, hasLogo, onLogo, onPress }: ChoiceParts): TemplateResult {
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
      <div class=${hasLogo(id) ? 'plate' : ''}><slot name="logo-${id}" @slotchange=${onLogo}></slot></div>
      <p class="name"><bdi>${eid}</bdi></p>
      ${description && html`<p>${local(description)}</p>`}
      ${kind === 'redirect' || !both.length
        ? button('same', say('away', { eid }), true)
        : both.map(({ device, text }, index) => button(device, text, index === 0))}
    </li>`;
}
