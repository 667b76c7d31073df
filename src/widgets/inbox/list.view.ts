import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CaseSummary } from '../../contract/case.ts';
import { clockOf } from './inbox.dates.ts';
import { counted, type Say } from './inbox.text.ts';
import type { CaseList, ListState } from './list.machine.ts';

export interface BarParts {
  list: CaseList;
  state: ListState;
  say: Say;
  language: string;
  /** Why the list could not be looked at again, in one line; empty when it could. */
  fault: string;
  onShow: () => void;
}

/** How many cases there are, or in its place what is new or the matter: one line that is always there, so that what comes late moves nothing. */
export function barView({ list, state, say, language, fault, onShow }: BarParts): TemplateResult {
  const changes = state.at === 'shown' ? state.changes : undefined;
  return html`
    <div class="bar">
      <p id="count" tabindex="-1" .textContent=${countText(list, say)}></p>
      ${fault && !changes ? html`<p class="since" .textContent=${`${fault}. ${say('asOf', { time: clockOf(list.at, language) })}`}></p>` : nothing}
      ${changes ? html`<button type="button" @click=${onShow} .textContent=${counted(say, 'changes', changes.count)}></button>` : nothing}
    </div>`;
}

/** How many cases there are, or how many of them are fetched. */
export function countText({ items, nextCursor }: CaseList, say: Say): string {
  return nextCursor === null ? counted(say, 'count', items.length) : say('count.more', { count: items.length });
}

export interface RowsParts {
  list: CaseList;
  /** Indexes of the rows to draw; `undefined` for all of them. */
  shown: readonly number[] | undefined;
  row: (one: CaseSummary) => TemplateResult;
}

/** The rows. Where only some are drawn, each says which it is of how many. */
export function rowsView({ list: { items, nextCursor }, shown, row }: RowsParts): TemplateResult {
  const size = shown ? (nextCursor === null ? items.length : -1) : nothing;
  const indexes = shown?.filter((index) => index < items.length) ?? items.keys();
  return html`
    <ul class="rows" role="list">
      ${repeat(indexes, (index) => items[index]!.id, (index) => html`
        <li data-index=${index} aria-setsize=${size} aria-posinset=${shown ? index + 1 : nothing}>${row(items[index]!)}</li>`)}
    </ul>`;
}

/** What the browser's own search does not reach, and what does. */
export function inPartView(say: Say, onSearch: () => void): TemplateResult {
  return html`<p class="in-part">${say('inPart')} <button type="button" class="plain" @click=${onSearch}>${say('toSearch')}</button></p>`;
}

/** The way to the next page of cases, and on paper a word that there are more. */
export function moreView(state: Extract<ListState, { at: 'shown' }>, say: Say, onMore: () => void): TemplateResult {
  const word = { idle: 'more', loading: 'more.loading', failed: 'tryAgain' } as const;
  return html`
    <p class="more">
      ${state.more === 'failed' ? html`<span>${say('more.failed')}</span>` : nothing}
      <button type="button" id="more" @click=${onMore} .textContent=${say(word[state.more])}></button>
    </p>
    <p class="on-paper">${say('more.onPaper')}</p>`;
}
