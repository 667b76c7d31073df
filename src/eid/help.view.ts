import { html, type TemplateResult } from 'lit';
import type { PortalConfig } from '../contract/portal-config.ts';
import { telephone } from '../kit/telephone.ts';
import type { Frame } from './frame.ts';

/** Help, in the same place at every step. */
export function helpView({ links, serviceCentre }: PortalConfig, { words: { say }, local }: Frame): TemplateResult {
  return html`
    <p class="help">
      ${links.eidHelp && html`<a href=${links.eidHelp}>${say('help')}</a>`}
      ${links.paperForms && html`<a href=${links.paperForms}>${say('paper')}</a>`}
      <a href=${telephone(serviceCentre.phone)}>${local(serviceCentre.name)} ${serviceCentre.phone}</a>
    </p>`;
}
