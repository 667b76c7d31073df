import { html, type TemplateResult } from 'lit';
import type { ServiceCentre } from '../../contract/portal-config.ts';
import type { Frame } from '../../eid/frame.ts';
import { telephone } from '../../kit/telephone.ts';
import type { SayTest } from './eid-test.text.ts';

/** That the e-ID works, what that means, and whom to turn to when logging in fails all the same. */
export function passedView({ name, phone }: ServiceCentre, { heading, local }: Frame, say: SayTest, onAnother: () => void): TemplateResult {
  return html`
    ${heading(say('passed'))}
    <p>${say('passed.means')}</p>
    <p>${say('passed.still', { place: local(name) })} <a href=${telephone(phone)}>${phone}</a>.</p>
    <p class="actions"><button type="button" @click=${onAnother}>${say('another')}</button></p>`;
}
