import { html, nothing, type TemplateResult } from 'lit';
import type { CaseCounts, CaseSummary } from '../../contract/case.ts';
import { counted, type Say } from './inbox.text.ts';

export interface CompactParts {
  items: readonly CaseSummary[];
  /** Whether a system has not answered, so that nothing here does not mean no cases. */
  silent: boolean;
  counts: CaseCounts | undefined;
  /** The page with the whole inbox. */
  href: string | undefined;
  say: Say;
  row: (one: CaseSummary) => TemplateResult;
}

/** The latest cases and a way to them all, for a start page. How many wait has its line from the start, so that figures that come late move no row. */
export function compactView({ items, silent, counts, href, say, row }: CompactParts): TemplateResult {
  const count = counts?.waiting ?? 0;
  const waiting = count === 1 ? say('waiting.one') : count ? say('waiting.count', { count }) : '';
  const all = counts && counts.all > items.length ? say('toInbox.count', { count: counts.all }) : say('toInbox');
  const empty = silent ? 'empty.silent' : 'empty.all';
  return html`
    ${waiting || items.length ? html`<p class="waiting"><b .textContent=${waiting}></b></p>` : nothing}
    ${items.length
      ? html`<ul class="rows" role="list">${items.map((one) => html`<li>${row(one)}</li>`)}</ul>`
      : html`<div class="empty"><p><b>${say(empty)}</b></p><p>${say(`${empty}.fix`)}</p></div>`}
    ${href ? html`<p><a href=${href}>${all}</a></p>` : counts ? html`<p>${counted(say, 'count', counts.all)}</p>` : nothing}`;
}
