import { html, nothing, type TemplateResult } from 'lit';
import type { CaseSourceState } from '../../contract/case.ts';
import { clockOf, dateOf } from './inbox.dates.ts';
import type { Say } from './inbox.text.ts';
import { isFiltered, type InboxView } from './inbox.view.machine.ts';

/** Names each system that did not answer, and when it last did. */
export function sourcesView(sources: readonly CaseSourceState[], say: Say, language: string, onRetry: () => void): unknown {
  const quiet = sources.filter(({ state }) => state !== 'ok');
  if (!quiet.length) return nothing;
  return html`
    <div class="note">
      ${quiet.map((source) => html`<p>${sourceSentence(source, say, language)}</p>`)}
      <p><button type="button" @click=${onRetry}>${say('tryAgain')}</button></p>
    </div>`;
}

/** What is the matter with one system, in words. */
export function sourceSentence(source: CaseSourceState, say: Say, language: string): string {
  const { name, state } = source;
  return `${say(state === 'stale' ? 'source.stale' : 'source.silent', { name })} ${answeredText(source, say, language)}`.trim();
}

/** When a system last answered; empty when that is not known. */
export function answeredText({ lastAnsweredAt }: CaseSourceState, say: Say, language: string): string {
  return lastAnsweredAt === undefined ? '' : say('source.answered', { date: dateOf(lastAnsweredAt, language), time: clockOf(lastAnsweredAt, language) });
}

/** Why what was chosen could not be fetched, while what it was chosen with stays. */
export function faultView(sentence: string, say: Say, onRetry: () => void): TemplateResult {
  return html`
    <div class="note">
      <p>${sentence}</p>
      <p><button type="button" @click=${onRetry}>${say('tryAgain')}</button></p>
    </div>`;
}

export interface EmptyParts {
  view: InboxView;
  usual: InboxView;
  sources: readonly CaseSourceState[];
  say: Say;
  onClear: () => void;
  onShowAll: () => void;
}

/** Why the list is empty and what to do. A system that is silent is never taken for "no cases". */
export function emptyView({ view, usual, sources, say, onClear, onShowAll }: EmptyParts): TemplateResult {
  const kind = emptyKind(view, usual, sources);
  const way = kind === 'filtered' ? html`<p><button type="button" @click=${onClear}>${say('clear')}</button></p>` : view.box === 'all' ? nothing : html`<p><button type="button" @click=${onShowAll}>${say('showAll')}</button></p>`;
  return html`
    <div class="empty">
      <p><b>${say(`empty.${kind}`)}</b></p>
      <p>${say(`empty.${kind}.fix`)}</p>
      ${kind === 'silent' ? nothing : way}
    </div>`;
}

/** Which of the texts about an empty list is true. */
export function emptyKind(view: InboxView, usual: InboxView, sources: readonly CaseSourceState[]) {
  if (sources.some(({ state }) => state === 'silent')) return 'silent';
  return isFiltered(view, usual) ? 'filtered' : view.box;
}
