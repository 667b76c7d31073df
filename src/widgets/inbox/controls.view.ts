import { html, nothing, type TemplateResult } from 'lit';
import type { CasePage } from '../../contract/case.ts';
import { caseBoxes, caseSorts, caseStatuses, type CaseSort, type CaseStatus } from '../../contract/case.values.ts';
import type { Say } from './inbox.text.ts';
import type { InboxView } from './inbox.view.machine.ts';
import { statusWord } from './status.view.ts';

export interface ControlsParts {
  view: InboxView;
  /** What shows when nothing is chosen: the editor's own choice. */
  usual: InboxView;
  facets: CasePage['facets'];
  /** How many cases wait for the citizen, when that is known. */
  waiting: number | undefined;
  /** Whether the filters stand open at first; after that they are the citizen's to open and close. */
  unfolded: boolean;
  say: Say;
  /** `typed` names a control whose every change is one step for the Back button. */
  onChange: (change: Partial<InboxView>, typed?: string) => void;
  onSearch: (text: string) => void;
  onClear: () => void;
}

/** Boxes, search and filters. Nothing here leads anywhere else, and the list below answers at once. */
export function controlsView(parts: ControlsParts): TemplateResult {
  const { view, say, onSearch } = parts;
  const onInput = ({ target }: Event) => onSearch((target as HTMLInputElement).value);
  return html`
    <form class="controls" role="search" aria-label=${say('search')} @submit=${stay}>
      ${boxesView(parts)}
      <div class="field">
        <label for="q">${say('search')}</label>
        <input id="q" type="search" autocomplete="off" maxlength="100" aria-describedby="q-hint" .value=${view.q} @input=${onInput} @keydown=${keep}>
        <small id="q-hint">${say('search.hint')}</small>
      </div>
      ${filtersView(parts)}
    </form>`;
}

function boxesView({ view, waiting, say, onChange }: ControlsParts): TemplateResult {
  return html`
    <fieldset class="boxes">
      <legend>${say('boxes')}</legend>
      ${caseBoxes.map((box) => html`
        <label><input type="radio" name="box" value=${box} .checked=${view.box === box} @change=${() => onChange({ box }, 'box')}>
        <span>${say(box)}${box === 'waiting' && waiting ? ` (${waiting})` : ''}</span></label>`)}
    </fieldset>`;
}

function filtersView({ view, usual, facets, unfolded, say, onChange, onClear }: ControlsParts): TemplateResult {
  const chosen = chosenFilters(view, usual);
  const value = ({ target }: Event) => (target as HTMLInputElement).value;
  const checked = ({ target }: Event) => (target as HTMLInputElement).checked;
  const day = (name: 'from' | 'to') => html`
    <div class="field"><label for=${name}>${say(name)}</label>
      <input id=${name} type="date" autocomplete="off" .value=${view[name]} @change=${(event: Event) => onChange({ [name]: value(event) })}></div>`;
  const statuses = caseStatuses.filter((one) => facets.statuses.includes(one) || view.status.includes(one));
  const withStatus = (status: CaseStatus, on: boolean) => ({ status: caseStatuses.filter((one) => (one === status ? on : view.status.includes(one))) });
  return html`
    <details class="filters" ?open=${unfolded}>
      <summary>${chosen ? say('filters.some', { count: chosen }) : say('filters')}</summary>
      ${statuses.length > 1 ? html`<fieldset class="statuses"><legend>${say('status')}</legend>
        ${statuses.map((one) => html`<label><input type="checkbox" .checked=${view.status.includes(one)} @change=${(event: Event) => onChange(withStatus(one, checked(event)))}><span>${statusWord(one, say) || say('unknownStatus')}</span></label>`)}
      </fieldset>` : nothing}
      <div class="fields">
        ${usual.service || !facets.services.length ? nothing : select('service', say('service'), view.service, [['', say('service.any')], ...facets.services.map(({ id, name }) => [id, name] as const)], (service) => onChange({ service }))}
        ${usual.child || !facets.children.length ? nothing : select('child', say('child'), view.child, [['', say('child.any')], ...facets.children.map(({ id, givenName }) => [id, givenName] as const)], (child) => onChange({ child }))}
        ${day('from')}${day('to')}
        ${select('sort', say('sort'), view.sort, caseSorts.map((sort) => [sort, say(`sort.${sort}`)] as const), (sort) => onChange({ sort: sort as CaseSort }))}
      </div>
      <p><label class="check"><input type="checkbox" .checked=${view.unread} @change=${(event: Event) => onChange({ unread: checked(event) })}><span>${say('unreadOnly')}</span></label></p>
      ${chosen ? html`<p><button type="button" @click=${onClear}>${say('clear')}</button></p>` : nothing}
    </details>`;
}

function select(id: string, label: string, value: string, options: readonly (readonly [string, string])[], onChoose: (value: string) => void): TemplateResult {
  return html`
    <div class="field"><label for=${id}>${label}</label>
      <select id=${id} @change=${({ target }: Event) => onChoose((target as HTMLSelectElement).value)}>
        ${options.map(([one, text]) => html`<option value=${one} ?selected=${one === value} .selected=${one === value}>${text}</option>`)}
      </select></div>`;
}

/** How many of the filters below the fold are in use. */
export function chosenFilters(view: InboxView, usual: InboxView): number {
  const changed = (['service', 'child', 'from', 'to', 'sort', 'unread'] as const).filter((name) => view[name] !== usual[name]).length;
  return changed + view.status.length;
}

const stay = (event: Event) => event.preventDefault();
/** The page's own keys would swallow the letters. */
const keep = (event: Event) => event.stopPropagation();
