import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { NextAction } from '../../contract/case.ts';
import type { Problem } from '../../contract/problem.ts';
import { addStyles } from '../../kit/add-styles.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import { isForTheBrowser } from '../../kit/for-the-browser.ts';
import { SaverController } from '../../kit/saver.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { CaseController } from './case.controller.ts';
import type { CaseHooks } from './case-loader.controller.ts';
import { isClosed, newMessages, type CaseState } from './case.machine.ts';
import { newsText, spokenOfCase } from './case.speech.ts';
import { caseStyles } from './case.styles.ts';
import { caseText, type CaseWords } from './case.text.ts';
import { caseView, type CaseParts } from './case.view.ts';
import { CopyController } from './copy.controller.ts';
import { clockOf } from './inbox.dates.ts';
import { KommunCaseActionChosenEvent, KommunCaseOpenedEvent, KommunCaseReadEvent, KommunCasesFailedEvent } from './inbox.events.ts';
import type { Frame } from './inbox.frame.ts';
import { levelView } from './level.view.ts';
import { printAlone } from './print-alone.ts';
import { ReplyPanel } from './reply.panel.ts';

type Shown = Extract<CaseState, { at: 'shown' }>;
type Failed = Extract<CaseState, { at: 'failed' }>;

/** One case with all that belongs to it. Fetched when the first case is opened. */
export class CasePanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #hooks: CaseHooks;
  readonly #focus: FocusController | undefined;
  readonly #words: WordsController<CaseWords>;
  readonly #case: CaseController;
  readonly #reply: ReplyPanel;
  readonly #copy: CopyController;
  readonly #saver: SaverController;
  /** What came of the last try to make the case unread. */
  #unread = '';

  constructor(host: LitElement, frame: Frame, hooks: CaseHooks, focus: FocusController | undefined) {
    this.#host = host;
    this.#frame = frame;
    this.#hooks = hooks;
    this.#focus = focus;
    this.#words = new WordsController(host, frame.portal, caseText);
    this.#case = new CaseController(host, frame.door, {
      session: () => frame.session,
      id: () => frame.address.view.open,
      onRead: (id, unread) => this.#onRead(id, unread),
      onChange: (before, after) => this.#onChange(before, after),
    });
    this.#reply = new ReplyPanel(host, frame, focus, { words: this.#words, more: this.#more, id: () => this.#answerable, onSent: (message) => void this.#case.replied(message) });
    this.#copy = new CopyController(host, (done) => frame.announce(frame.words.say(done ? 'copied' : 'copy.byHand')));
    this.#saver = new SaverController(host, () => this.#case.files(), (problem) => frame.announce(this.#notSaved(problem)));
    addStyles(host.shadowRoot, caseStyles);
  }

  /** False while the words are on their way. */
  get ready(): boolean {
    return this.#words.ready;
  }

  get waits(): boolean {
    return this.#case.state.at === 'loading';
  }

  retry(): void {
    this.#case.retry();
  }

  /** Throws away what was being written, or what the backend has of it when not `forGood`. */
  forget(forGood: boolean): void {
    this.#reply.forget(forGood);
  }

  render(waiting: unknown): TemplateResult {
    const { state } = this.#case;
    return html`<section class="case">${state.at === 'shown' ? nothing : html`<p class="back">${this.#back()}</p>`}${state.at === 'failed' ? this.#failed(state) : this.#shown(state.at === 'shown' ? state : undefined, waiting)}</section>`;
  }

  #shown(state: Shown | undefined, waiting: unknown): unknown {
    const frame = this.#frame;
    if (!state) return [frame.heading(frame.words.say('heading')), waiting];
    const { title, service } = state.value;
    return [this.#bar(state), html`<div lang="sv">${frame.heading(title || service.name)}</div>`, caseView(state.value, this.#parts(state))];
  }

  #failed({ problem }: Failed): TemplateResult {
    if (problem.code !== 'login-level-too-low') return this.#frame.problem(problem, isClosed(problem) ? undefined : () => this.#again(), this.#more);
    const { stepUp, eid } = this.#frame;
    const press = (act: () => void) => () => {
      act();
      this.#focus?.moveTo();
    };
    return levelView({ say: this.#words.say, heading: (text) => this.#frame.heading(text), eid, choosing: stepUp.on, onStart: press(() => stepUp.start()), onStop: press(() => stepUp.stop()) });
  }

  #back(): TemplateResult {
    const { address } = this.#frame;
    const press = (event: MouseEvent) => {
      if (isForTheBrowser(event)) return;
      event.preventDefault();
      this.#hooks.onClose(address.view.open);
    };
    return html`<a class="back" href=${address.hrefOf({ ...address.view, open: '' })} @click=${press}>${this.#words.say('back')}</a>`;
  }

  /** The way back, and from when what is shown is: a line that is always there, so that what comes late moves nothing. */
  #bar(state: Shown): TemplateResult {
    const { say, language } = this.#words;
    const fault = state.fault ? `${this.#frame.headline(state.fault)}. ` : '';
    return html`
      <div class="bar">
        ${this.#back()}
        ${state.next
          ? html`<button type="button" @click=${() => this.#showNews(state)} .textContent=${newsText(state, say)}></button>`
          : html`<p class="since" .textContent=${`${fault}${say('since', { time: clockOf(new Date(state.since).toISOString(), language) })}`}></p>`}
      </div>`;
  }

  #parts(state: Shown): CaseParts {
    const { id } = state;
    const { door, level, address, words } = this.#frame;
    const { say, language } = this.#words;
    return {
      say,
      sayRow: words.say,
      language,
      level: Math.min(level + 1, 6),
      copied: this.#copy.last,
      reply: this.#reply.render(),
      onSave: this.#saver.press,
      notSaved: (href) => (this.#saver.refused?.href === href ? this.#notSaved(this.#saver.refused.problem) : ''),
      bundleAddress: door.bundleAddress(id),
      unread: this.#unread,
      documentAddress: (document) => door.documentAddress(id, document),
      hrefOf: (open) => address.hrefOf({ ...address.view, open }),
      onOpen: (event, open) => this.#onOpen(event, open),
      onCopy: (reference) => void this.#copy.copy(reference),
      onAction: (caseId, action) => this.#act(caseId, action),
      onPrint: () => printAlone(this.#host),
      onMarkUnread: () => void this.#markUnread(),
    };
  }

  #notSaved(problem: Problem): string {
    return `${this.#words.say('document.notSaved')} ${this.#frame.sentence(problem, this.#more)}`;
  }

  /** Words for the codes that only a case has. */
  readonly #more = (key: string): string => this.#words.say(key as keyof CaseWords);

  get #shownId(): string {
    const { state } = this.#case;
    return state.at === 'shown' ? state.id : '';
  }

  /** The case that may be answered now; empty for none. */
  get #answerable(): string {
    const { state } = this.#case;
    return state.at === 'shown' && state.value.reply.allowed ? state.id : '';
  }

  #again(): void {
    this.#case.retry();
    this.#focus?.moveTo();
  }

  #onOpen(event: MouseEvent, open: string): void {
    if (isForTheBrowser(event)) return;
    event.preventDefault();
    this.#frame.address.go({ ...this.#frame.address.view, open });
    this.#focus?.moveTo();
  }

  #showNews(state: Shown): void {
    this.#case.showNews();
    this.#focus?.moveTo(newMessages(state) ? '#messages' : undefined);
  }

  #act(id: string, action: NextAction): void {
    const unhandled = this.#host.dispatchEvent(new KommunCaseActionChosenEvent(id, action));
    if (unhandled && action === 'supplement') this.#focus?.moveTo('#text');
  }

  async #markUnread(): Promise<void> {
    const id = this.#shownId;
    const came = await this.#case.markUnread();
    if (id !== this.#shownId) return;
    this.#unread = this.#words.say(`markUnread.${came}`);
    this.#frame.announce(this.#unread);
    this.#host.requestUpdate();
  }

  #forgetTries(): void {
    this.#unread = '';
    this.#saver.refused = undefined;
  }

  #onRead(id: string, unread: number): void {
    this.#hooks.onRead(id, unread);
    this.#host.dispatchEvent(new KommunCaseReadEvent(id, unread > 0));
  }

  #onChange(before: CaseState, after: CaseState): void {
    if (after.at === 'loading') this.#forgetTries();
    if (after.at === 'failed') this.#host.dispatchEvent(new KommunCasesFailedEvent(after.problem.code));
    this.#frame.announce(spokenOfCase(before, after, this.#words.say));
    if (before.at === 'loading' && after.at === 'shown') this.#host.dispatchEvent(new KommunCaseOpenedEvent(after.id));
  }
}
