import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CaseSummary } from '../../contract/case.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import { compactView } from './compact.view.ts';
import { ControlsPanel } from './controls.panel.ts';
import { CountsController } from './counts.controller.ts';
import type { ListOptions } from './inbox.attributes.ts';
import { KommunCasesFailedEvent } from './inbox.events.ts';
import type { Frame } from './inbox.frame.ts';
import { queryOf } from './inbox.view.machine.ts';
import { ListController } from './list.controller.ts';
import { lastOf, type CaseList, type ListState } from './list.machine.ts';
import { spokenOfList } from './list.speech.ts';
import { barView, inPartView, moreView, rowsView } from './list.view.ts';
import { NearEndController } from './near-end.controller.ts';
import { emptyView, faultView, sourcesView } from './notices.view.ts';
import { RowPanel } from './row.panel.ts';
import { RowWindowController } from './row-window.controller.ts';

/** So many come by themselves as one scrolls; then whoever is on the way to the end of the page gets there. */
const byItself = 200;

/** The list of cases with all that stands around it. */
export class ListPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #options: () => ListOptions;
  readonly #window: RowWindowController;
  readonly #list: ListController;
  readonly #counts: CountsController;
  readonly #row: RowPanel;
  readonly #controls: ControlsPanel;
  /** Set by the widget once its parts are made: the rows must be in their places before the focus is. */
  focus: FocusController | undefined;
  #wanted = false;
  #pressedMore = false;
  /** Where the next page begins, for somebody who has pressed for it: they go on reading there. */
  #firstNew: number | undefined;
  #awaited = false;

  constructor(host: LitElement, frame: Frame, options: () => ListOptions, printing: () => boolean) {
    this.#host = host;
    this.#frame = frame;
    this.#options = options;
    this.#window = new RowWindowController(host, { count: () => this.#items.length, keyOf: (index) => this.#items[index]?.id ?? '', all: printing });
    this.#list = new ListController(host, frame.door, {
      session: () => frame.session,
      query: () => this.#query(),
      seen: () => this.#options().compact || !frame.address.view.open,
      onChange: (before, after) => this.#onChange(before, after),
    });
    this.#counts = new CountsController(host, frame.door, () => frame.session);
    this.#row = new RowPanel(host, frame, options, () => this.focus?.moveTo());
    this.#controls = new ControlsPanel(frame, () => this.focus?.moveTo('#count'));
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
    this.#awaited = true;
    this.#frame.announce(this.#frame.words.say('loading'));
  }

  render(waiting: unknown): unknown {
    this.#wanted = true;
    const { state } = this.#list;
    const { say } = this.#frame.words;
    const { compact } = this.#options();
    if (state.at === 'failed' && (compact || !state.last)) return this.#frame.problem(state.problem, () => this.#again());
    const heading = this.#frame.heading(say(compact ? 'latest' : 'heading'));
    const { last: list } = lastOf(state);
    if (!list) return [heading, waiting];
    return [heading, this.#sources(list), compact ? this.#compact(list) : this.#whole(list, state)];
  }

  /** To be called when something else than the list is drawn. */
  rest(): void {
    if (this.#list.state.at === 'idle') this.#wanted = false;
  }

  /** Nothing while a case that was come to by an address alone is all there is to see. */
  #query() {
    const { address, usual } = this.#frame;
    const { compact, limit, reference } = this.#options();
    if (!compact && !this.#wanted && address.view.open) return undefined;
    return { ...queryOf(compact ? usual : address.view), ...(reference && { reference }), limit };
  }

  get #items(): readonly CaseSummary[] {
    return lastOf(this.#list.state).last?.items ?? [];
  }

  #sources({ sources }: CaseList): unknown {
    const { say, language } = this.#frame.words;
    return sourcesView(sources, say, language, () => this.#again());
  }

  #compact({ items, sources }: CaseList): TemplateResult {
    const { words: { say }, address, usual } = this.#frame;
    const { href } = this.#options();
    const silent = sources.some((source) => source.state === 'silent');
    return compactView({ items, silent, counts: this.#counts.known, href: href && address.hrefOf(usual, href), say, row: this.#row.drawer() });
  }

  #whole(list: CaseList, state: ListState): TemplateResult {
    const { words: { say }, usual } = this.#frame;
    return html`
      ${this.#controls.render(list, this.#counts.known, Boolean(usual.service || usual.child || this.#options().reference))}
      ${state.at === 'failed' ? faultView(this.#frame.sentence(state.problem), say, () => this.#retryBelow()) : this.#rows(list, state)}`;
  }

  #rows(list: CaseList, state: ListState): TemplateResult {
    const { words: { say, language } } = this.#frame;
    const fault = state.at === 'shown' && state.fault ? this.#frame.headline(state.fault) : '';
    return html`
      ${barView({ list, state, say, language, fault, onShow: () => this.#showChanges() })}
      <div aria-busy=${state.at === 'loading' ? 'true' : 'false'}>
        ${list.items.length ? rowsView({ list, shown: this.#window.shown, row: this.#row.drawer() }) : this.#empty(list)}
      </div>
      ${this.#window.isWindow ? inPartView(say, () => this.focus?.moveTo('#q')) : nothing}
      ${state.at === 'shown' && list.nextCursor !== null ? moreView(state, say, () => this.#more()) : nothing}`;
  }

  #empty({ sources }: CaseList): TemplateResult {
    const { words: { say }, address: { view }, usual } = this.#frame;
    return emptyView({ view, usual, sources, say, onClear: () => this.#controls.clear(), onShowAll: () => this.#controls.change({ box: 'all' }) });
  }

  #more(): void {
    this.#pressedMore = true;
    this.#firstNew = this.#items.length;
    void this.#list.more();
  }

  #onNear(): void {
    const { state } = this.#list;
    if (state.at !== 'shown' || state.more !== 'idle' || this.#window.isFilling) return;
    if (state.list.items.length < byItself || this.#pressedMore) void this.#list.more();
  }

  #showChanges(): void {
    this.#list.showChanges();
    this.focus?.moveTo('#count');
  }

  /** The button goes with the fault, and what the list is chosen with stays. */
  #retryBelow(): void {
    this.#list.retry();
    this.focus?.moveTo('#count');
  }

  /** A short list has no room to offer what is new: it comes by itself, but not under the hand of somebody who is on their way through it. */
  #renew(): void {
    if (!this.focus?.inside) this.#list.showChanges();
  }

  #again(): void {
    this.#list.retry();
    this.focus?.moveTo();
  }

  #onChange(before: ListState, after: ListState): void {
    const { words: { say }, address, usual } = this.#frame;
    if (after.at === 'failed' && before.at !== 'failed') this.#host.dispatchEvent(new KommunCasesFailedEvent(after.problem.code));
    if (after.at === 'failed' && after.last && !this.#options().compact) this.#frame.announce(this.#frame.sentence(after.problem));
    if (this.#options().compact && after.at === 'shown' && after.changes) return this.#renew();
    this.#frame.announce(spokenOfList(before, after, { say, view: address.view, usual, awaited: this.#awaited }));
    if (after.at !== 'loading') this.#awaited = false;
    if (after.at === 'idle') this.#pressedMore = false;
    if (before.at === 'shown' && after.at === 'shown') this.#readOn(before.list.items.length, after.list.items);
    else this.#firstNew = undefined;
  }

  #readOn(before: number, items: readonly CaseSummary[]): void {
    if (this.#firstNew === undefined || items.length <= before) return;
    this.focus?.moveTo(`#case-${CSS.escape(items[this.#firstNew]?.id ?? '')}`);
    this.#firstNew = undefined;
    this.#frame.announce(this.#frame.words.say('more.done', { count: items.length - before }));
  }
}
