import { html, nothing, type TemplateResult } from 'lit';
import type { ChildList } from '../../contract/child.ts';
import { missingReasons } from '../../contract/child.values.ts';
import { telephone } from '../../kit/telephone.ts';
import type { PickerFrame } from './picker.frame.ts';

/**
 * Why a child can be missing, and the way on. The same words for everybody who opens the e-service, so that they tell
 * nothing of whether a child is; they stand open where there is nothing else to see.
 */
export function missingView(list: ChildList, { words: { say }, contact, paperForms }: PickerFrame): TemplateResult {
  const reasons = missingReasons.filter((reason) => list.missingReasons.includes(reason));
  return html`
    <details class="missing" ?open=${list.items.length === 0}>
      <summary>${say('missing')}</summary>
      <p>${say('missing.why')}</p>
      <ul>${reasons.map((reason) => html`<li>${say(`missing.${reason}`)}</li>`)}</ul>
      <p>${contact ? html`${say('missing.call', { place: contact.place })} <a href=${telephone(contact.phone)}>${contact.phone}</a>.` : say('missing.contact')}</p>
      ${paperForms ? html`<p class="paper"><a href=${paperForms}>${say('paper')}</a></p>` : nothing}
    </details>`;
}
