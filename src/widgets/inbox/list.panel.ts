import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CaseSummary, NextAction } from '../../contract/case.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import { compactView } from './compact.view.ts';
import { chosenFilters, controlsView } from './controls.view.ts';
import { CopyController } from './copy.controller.ts';
import { CountsController } from './counts.controller.ts';
import { clockOf } from './inbox.dates.ts';
import { KommunCaseActionChosenEvent, KommunCasesFailedEvent } from './inbox.events.ts';
import type { Frame } from './inbox.frame.ts';
import { counted } from './inbox.text.ts';
import { isFiltered, queryOf, type InboxView } from './inbox.view.machine.ts';
import { ListController } from './list.controller.ts';
import type { CaseList, ListState } from './list.machine.ts';
import { NearEndController } from './near-end.controller.ts';
import { emptyView, sourcesView } from './notices.view.ts';
import { RowWindowController } from './row-window.controller.ts';
import { rowView, type RowParts } from './row.view.ts';

/** A list as short as this needs no controls. */
const short = 8;
/** So many come by themselves as one scrolls; then whoever is on the way to the end of the page gets there. */
const byItself = 200;

export interface ListOptions {
  readonly compact: boolean;
  /** How many rows to a page. */
  readonly limit: number;
  /** A reference that alone is shown. */
  readonly reference: string;
  /** The page with the whole inbox. */
  readonly href: string | undefined;
}

/** The list of cases with all that stands around it. */
export class ListPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #options: () => ListOptions;
  readonly #window: RowWindowController;
  readonly #list: ListController;
  readonly #counts: CountsController;
  readonly #copy: CopyController;
  /** Set by the widget once its parts are made: the rows must be in their places before the focus is. */
  focus: FocusController | undefined;
  #wanted = false;
  #pressedMore = false;
  /** Where the next page begins, for somebody who has pressed for it: they go on reading there. */
  #firstNew: number | undefined;
  #unfolded: boolean | undefined;
  #said = false;

  constructor(host: LitElement, frame: Frame, options: () => ListOptions) {
    this.#host = host;
    this.#frame = frame;
    this.#options = options;
    this.#window = new RowWindowController(host, { count: () => this.#items.length, keyOf: (index) => this.#items[index]?.id ?? '' });
    this.#list = new ListController(host, frame.door, { query: () => this.#query(), seen: () => this.#options().compact || !frame.address.view.open, onChange: (before, after) => this.#onChange(before, after) });
    this.#counts = new CountsController(host, frame.door, () => frame.open);
    this.#copy = new CopyController(host, (done) => frame.announce(frame.words.say(done ? 'copied' : 'copy.byHand')));
    new NearEndController(host, '#more', () => this.#onNear());
  }

  get waits(): boolean {
    return this.#list.state.at === 'loading';
  }

  /** Takes over what was read in the open case. */
  read(id: string, unread: number): void {
    this.#list.read(id, unread);
  }

  /** Puts the focus back on the row that led to a case. */
  goTo(id: string): void {
    this.#window.reveal(this.#items.findIndex((one) => one.id === id));
    this.focus?.moveTo(`[data-case="${CSS.escape(id)}"]`);
  }

  retry(): void {
    this.#list.retry();
  }

  /** Told once that the wait has grown long enough to mention. */
  noticed(): void {
    this.#said = true;
    this.#frame.announce(this.#frame.words.say('loading'));
  }

  render(waiting: unknown): unknown {
    this.#wanted = true;
    const { state } = this.#list;
    const { say } = this.#frame.words;
    if (state.at === 'failed') return this.#frame.problem(state.problem, () => this.#again());
    const heading = this.#frame.heading(say(this.#options().compact ? 'latest' : 'heading'));
    const list = state.at === 'shown' ? state.list : state.at === 'loading' ? state.last : undefined;
    if (!list) return [heading, waiting];
    return [heading, this.#options().compact ? this.#compact(list) : this.#whole(list, state)];
  }

  /** To be called when something else than the list is drawn. */
  rest(): void {
    if (this.#list.state.at === 'idle') this.#wanted = false;
  }

  #query() {
    const { open, address, usual } = this.#frame;
    const { compact, limit, reference } = this.#options();
    if (!open || (!compact && !this.#wanted && address.view.open)) return undefined;
    return { ...queryOf(compact ? usual : address.view), ...(reference && { reference }), limit };
  }

  get #items(): readonly CaseSummary[] {
    const { state } = this.#list;
    return state.at === 'shown' ? state.list.items : state.at === 'loading' ? (state.last?.items ?? []) : [];
  }

  #compact(list: CaseList): TemplateResult {
    const { words: { say, language }, address, usual } = this.#frame;
    const { href } = this.#options();
    return html`
      ${sourcesView(list.sources, say, language, () => this.#again())}
      ${compactView({ items: list.items, silent: list.sources.some((source) => source.state === 'silent'), counts: this.#counts.known, href: href && address.hrefOf(usual, href), say, row: (one) => rowView(one, this.#rowParts()) })}`;
  }

  #whole(list: CaseList, state: ListState): TemplateResult {
    const { words: { say, language }, address, usual } = this.#frame;
    const { view } = address;
    const { items, sources } = list;
    return html`
      ${sourcesView(sources, say, language, () => this.#again())}
      ${this.#needsControls(list, view) ? this.#controls(list, view) : nothing}
      ${this.#bar(list, state)}
      <div aria-busy=${state.at === 'loading' ? 'true' : 'false'}>
        ${items.length ? this.#rows(list) : emptyView({ view, usual, sources, say, onClear: () => this.#clear(), onShowAll: () => this.#change({ box: 'all' }) })}
      </div>
      ${this.#more(list, state)}`;
  }

  #controls({ facets }: CaseList, view: InboxView): TemplateResult {
    const { words: { say }, address, usual } = this.#frame;
    this.#unfolded ??= chosenFilters(view, usual) > 0;
    return controlsView({
      view,
      usual,
      facets,
      unfolded: this.#unfolded,
      waiting: this.#counts.known?.waiting,
      say,
      onChange: (change, typed) => this.#change(change, typed),
      onSearch: (text) => address.soon({ q: text }, 'search'),
      onClear: () => this.#clear(),
    });
  }

  #needsControls({ items, nextCursor }: CaseList, view: InboxView): boolean {
    const { usual } = this.#frame;
    const preset = Boolean(usual.service || usual.child || this.#options().reference);
    const inAll = preset ? 0 : (this.#counts.known?.all ?? 0);
    return items.length > short || nextCursor !== null || inAll > short || view.box !== usual.box || view.sort !== usual.sort || isFiltered(view, usual);
  }

  /** One line that is always there, so that what comes late moves nothing below it. */
  #bar(list: CaseList, state: ListState): TemplateResult {
    const { say, language } = this.#frame.words;
    const { changes, fault } = state.at === 'shown' ? state : {};
    const show = () => {
      this.#list.showChanges();
      this.focus?.moveTo('#count');
    };
    return html`
      <div class="bar">
        <p id="count" tabindex="-1" .textContent=${this.#count(list)}></p>
        ${fault ? html`<p .textContent=${`${this.#frame.headline(fault)}. ${say('asOf', { time: clockOf(list.at, language) })}`}></p>` : nothing}
        ${changes ? html`<button type="button" @click=${show} .textContent=${counted(say, 'changes', changes.count)}></button>` : nothing}
      </div>`;
  }

  #count({ items, nextCursor }: CaseList): string {
    const { say } = this.#frame.words;
    return nextCursor === null ? counted(say, 'count', items.length) : say('count.more', { count: items.length });
  }

  #rows({ items, nextCursor }: CaseList): TemplateResult {
    const { shown } = this.#window;
    const parts = this.#rowParts();
    const size = shown ? (nextCursor === null ? items.length : -1) : nothing;
    const indexes = shown?.filter((index) => index < items.length) ?? items.keys();
    return html`
      <ul class="rows" role="list">
        ${repeat(indexes, (index) => items[index]!.id, (index) => html`
          <li data-index=${index} aria-setsize=${size} aria-posinset=${shown ? index + 1 : nothing}>${rowView(items[index]!, parts)}</li>`)}
      </ul>`;
  }

  #rowParts(): RowParts {
    const { words: { say, language }, level, address, usual } = this.#frame;
    const { compact, href } = this.#options();
    return {
      say,
      language,
      level: Math.min(level + 1, 6),
      now: Date.now(),
      compact,
      copied: this.#copy.last,
      hrefOf: (open) => (compact ? (href ? address.hrefOf({ ...usual, open }, href) : '') : address.hrefOf({ ...address.view, open })),
      onOpen: (event, open) => this.#open(event, open),
      onCopy: (reference) => void this.#copy.copy(reference),
      onAction: (id, action) => this.#act(id, action),
    };
  }

  #more({ items, nextCursor }: CaseList, state: ListState): unknown {
    if (nextCursor === null || state.at !== 'shown') return nothing;
    const { say } = this.#frame.words;
    const press = () => {
      this.#pressedMore = true;
      this.#firstNew = items.length;
      void this.#list.more();
    };
    return html`
      <p class="more">
        ${state.more === 'failed' ? html`<span>${say('more.failed')}</span>` : nothing}
        <button type="button" id="more" @click=${press} .textContent=${say(state.more === 'loading' ? 'more.loading' : state.more === 'failed' ? 'tryAgain' : 'more')}></button>
      </p>`;
  }

  #onNear(): void {
    const { state } = this.#list;
    if (state.at !== 'shown' || state.more !== 'idle' || this.#options().compact) return;
    if (state.list.items.length < byItself || this.#pressedMore) void this.#list.more();
  }

  #open(event: MouseEvent, open: string): void {
    // A new tab, a download, or the page with the whole inbox: that is what links are for.
    if (this.#options().compact || event.defaultPrevented || event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#frame.address.go({ ...this.#frame.address.view, open });
    this.focus?.moveTo();
  }

  #act(id: string, action: NextAction): void {
    const { address, usual } = this.#frame;
    const { compact, href } = this.#options();
    const unhandled = this.#host.dispatchEvent(new KommunCaseActionChosenEvent(id, action));
    if (!unhandled) return;
    if (!compact) address.go({ ...address.view, open: id });
    else if (href) location.assign(address.hrefOf({ ...usual, open: id }, href));
    this.focus?.moveTo();
  }

  #change(change: Partial<InboxView>, typed?: string): void {
    this.#frame.address.go({ ...this.#frame.address.view, ...change }, typed);
  }

  #clear(): void {
    const { address, usual } = this.#frame;
    address.go({ ...usual, box: address.view.box });
    this.focus?.moveTo('#count');
  }

  #again(): void {
    this.#list.retry();
    this.focus?.moveTo();
  }

  #forget(): void {
    this.#pressedMore = this.#said = false;
    this.#firstNew = undefined;
  }

  #onChange(before: ListState, after: ListState): void {
    const { announce, words: { say } } = this.#frame;
    if (after.at === 'failed' && before.at !== 'failed') this.#host.dispatchEvent(new KommunCasesFailedEvent(after.problem.code));
    if (after.at === 'idle') this.#forget();
    if (after.at !== 'shown') return;
    if (before.at === 'loading') {
      if (before.last || this.#said) announce(after.list.items.length ? this.#count(after.list) : say(isFiltered(this.#frame.address.view, this.#frame.usual) ? 'empty.filtered' : `empty.${this.#frame.address.view.box}`));
      this.#said = false;
    }
    if (before.at !== 'shown') return;
    if (after.changes && after.changes.count !== before.changes?.count) announce(counted(say, 'changes', after.changes.count));
    const added = after.list.items.length - before.list.items.length;
    if (this.#firstNew === undefined || added <= 0) return;
    this.focus?.moveTo(`#case-${CSS.escape(after.list.items[this.#firstNew]?.id ?? '')}`);
    this.#firstNew = undefined;
    announce(say('more.done', { count: added }));
  }
}
