import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Child, ChildList } from '../../contract/child.ts';
import { childName, refusalText, schoolName } from './child.words.ts';
import { choosable } from './children.machine.ts';
import type { Say } from './picker.text.ts';

export interface ChoicesParts {
  list: ChildList;
  chosen: readonly string[];
  multiple: boolean;
  disabled: boolean;
  /** Whether it is pointed out that a choice is missing. */
  invalid: boolean;
  say: Say;
  language: string;
  onToggle: (id: string, checked: boolean) => void;
}

/** Every child that can be chosen, as a radio button or a checkbox, and below them those whom the e-service is not for. */
export function choicesView(parts: ChoicesParts): TemplateResult {
  const { list, chosen, say } = parts;
  const children = choosable(list);
  const [only] = children.length === 1 ? children : [];
  return html`
    ${children.length ? html`
      <p class="source" id="source">${say('source')}</p>
      <div class="choices">${repeat(children, ({ id }) => id, (child) => choiceView(child, parts))}</div>` : nothing}
    ${only && chosen.includes(only.id) ? html`<p class="source">${say('only')}</p>` : nothing}
    ${refusedView(parts, children.length > 0)}`;
}

function choiceView(child: Child, { chosen, multiple, disabled, invalid, say, language, onToggle }: ChoicesParts): TemplateResult {
  const { id } = child;
  const onChange = ({ target }: Event) => onToggle(id, (target as HTMLInputElement).checked);
  return html`
    <label part="child">
      <input type=${multiple ? 'checkbox' : 'radio'} name="child" value=${id} .checked=${live(chosen.includes(id))} ?disabled=${disabled}
        aria-invalid=${multiple && invalid ? 'true' : nothing} @change=${onChange} @keydown=${keep}>
      <span class="who"><bdi .textContent=${childName(child, say, language)}></bdi><small .textContent=${schoolName(child, say)}></small></span>
    </label>`;
}

function refusedView({ list, say, language }: ChoicesParts, someCanBe: boolean): unknown {
  const refused = list.items.filter(({ notFor }) => notFor !== undefined);
  if (!refused.length) return nothing;
  return html`
    <div class="refused">
      <p><b>${say(someCanBe ? 'refused' : 'refused.none')}</b></p>
      <ul role="list">${refused.map((child) => html`
        <li><bdi .textContent=${childName(child, say, language)}></bdi><small .textContent=${refusalText(child.notFor ?? '', list.service, say)}></small></li>`)}
      </ul>
    </div>`;
}

/** The page's own keys would take the arrows. */
const keep = (event: Event) => event.stopPropagation();
