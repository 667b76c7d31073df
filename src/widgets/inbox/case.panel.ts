import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Case, CaseMessage, NextAction } from '../../contract/case.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { CaseController } from './case.controller.ts';
import type { CaseHooks } from './case-loader.controller.ts';
import { newMessages, type CaseState } from './case.machine.ts';
import { caseStyles } from './case.styles.ts';
import { caseText, type CaseWords } from './case.text.ts';
import { decisionView, documentsView, handlerView, relatedView, stepsView, timelineView, type CaseParts } from './case.view.ts';
import { CopyController } from './copy.controller.ts';
import { dueView } from './due.view.ts';
import { KommunCaseActionChosenEvent, KommunCaseOpenedEvent, KommunCaseReadEvent, KommunCasesFailedEvent, KommunReplySentEvent } from './inbox.events.ts';
import type { Frame } from './inbox.frame.ts';
import { ReplyController } from './reply.controller.ts';
import type { ReplyState } from './reply.machine.ts';
import { replyView } from './reply.view.ts';
import { aboutView, actionView, referenceView } from './row.view.ts';
import { statusView } from './status.view.ts';
import { threadView } from './thread.view.ts';

type Shown = Extract<CaseState, { at: 'shown' }>;

/** One case with all that belongs to it. Fetched when the first case is opened. */
export class CasePanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #hooks: CaseHooks;
  readonly #focus: FocusController | undefined;
  readonly #words: WordsController<CaseWords>;
  readonly #case: CaseController;
  readonly #reply: ReplyController;
  readonly #copy: CopyController;
  #markedUnread = false;

  constructor(host: LitElement, frame: Frame, hooks: CaseHooks, focus: FocusController | undefined) {
    this.#host = host;
    this.#frame = frame;
    this.#hooks = hooks;
    this.#focus = focus;
    this.#words = new WordsController(host, frame.portal, caseText);
    this.#case = new CaseController(host, frame.door, {
      id: () => (frame.open ? frame.address.view.open : ''),
      onRead: (id, unread) => this.#onRead(id, unread),
      onChange: (before, after) => this.#onCase(before, after),
    });
    this.#reply = new ReplyController(host, frame.door, {
      id: () => this.#answerable,
      onSent: (id, message) => this.#onSent(id, message),
      onChange: (before, after) => this.#onReply(before, after),
    });
    this.#copy = new CopyController(host, (done) => frame.announce(frame.words.say(done ? 'copied' : 'copy.byHand')));
    const root = host.shadowRoot;
    if (root && caseStyles.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, caseStyles.styleSheet];
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

  /** Throws away what was being written. */
  forget(): void {
    this.#reply.forget();
  }

  render(waiting: unknown): unknown {
    const { state } = this.#case;
    const { heading, words, problem } = this.#frame;
    if (state.at === 'failed') {
      const hopeless = state.problem.status === 404 || state.problem.status === 403;
      return html`<section class="case">${this.#back()}${problem(state.problem, hopeless ? undefined : () => this.#again(), this.#more)}</section>`;
    }
    const shown = state.at === 'shown' ? state : undefined;
    return html`<section class="case">${this.#back()}${heading(shown ? shown.value.title || shown.value.service.name : words.say('heading'))}${shown ? this.#whole(shown) : waiting}</section>`;
  }

  #whole(state: Shown): TemplateResult {
    const { value } = state;
    const { say, language } = this.#words;
    const { words, level, address } = this.#frame;
    const parts = this.#parts(value);
    const copying = { say: words.say, copied: this.#copy.last, onCopy: (reference: string) => void this.#copy.copy(reference) };
    return html`
      ${this.#news(state)}
      ${value.sourceState.state === 'ok' ? nothing : html`<p class="note">${say('stale', { name: value.sourceState.name })}</p>`}
      ${statusView(value, words.say)}
      ${dueView(value.dueAt, Date.now(), words.say, language)}
      ${value.signing ? html`<p class="signed">${words.say('signed', value.signing)}</p>` : nothing}
      ${aboutView(value, words.say)}
      ${referenceView(value.references, copying)}
      ${actionView(value, { say: words.say, onAction: (id, action) => this.#act(id, action) })}
      ${value.summary ? html`<p class="written">${value.summary}</p>` : nothing}
      ${decisionView(value, parts)}
      ${stepsView(value, parts)}
      <section aria-labelledby="messages">${threadView(value, parts)}${this.#replyForm(value)}</section>
      ${documentsView(value, parts)}
      ${timelineView(value, parts)}
      ${handlerView(value, parts)}
      ${relatedView(value, { ...parts, level: Math.min(level + 1, 6), hrefOf: (open) => address.hrefOf({ ...address.view, open }) })}
      <div class="tools">
        <a class="button" href=${this.#frame.door.bundleAddress(value.id)} download>${say('bundle')}</a>
        <button type="button" @click=${() => print()}>${say('print')}</button>
        <button type="button" @click=${() => void this.#unread()} .textContent=${say(this.#markedUnread ? 'markedUnread' : 'markUnread')}></button>
      </div>`;
  }

  /** What has come since the case was opened is offered, so that nothing moves while one reads. */
  #news(state: Shown): unknown {
    if (!state.next) return nothing;
    const { say } = this.#words;
    const count = newMessages(state);
    const text = count > 1 ? say('news.messages', { count }) : say(count ? 'news.message' : 'news');
    const show = () => {
      this.#case.showNews();
      this.#focus?.moveTo(count ? '#messages' : undefined);
    };
    return html`<p><button type="button" @click=${show} .textContent=${text}></button></p>`;
  }

  #replyForm({ reply }: Case): unknown {
    const { say, language } = this.#words;
    if (!reply.allowed) return html`<p class="note">${reply.reason || say('reply.closed')}</p>`;
    return replyView({
      state: this.#reply.state,
      say,
      language,
      sentence: (problem) => this.#frame.sentence(problem, this.#more),
      onWrite: (text) => this.#reply.write(text),
      onSend: () => void this.#reply.send(),
      onChoose: (files) => this.#reply.add(files),
      onResume: ({ key }) => this.#reply.resume(key),
      onRemove: (file) => this.#remove(file.key, file.name),
    });
  }

  #back(): TemplateResult {
    const { address } = this.#frame;
    const press = (event: MouseEvent) => {
      if (isForTheBrowser(event)) return;
      event.preventDefault();
      this.#hooks.onClose(address.view.open);
    };
    return html`<p class="back"><a href=${address.hrefOf({ ...address.view, open: '' })} @click=${press}>${this.#words.say('back')}</a></p>`;
  }

  #parts({ id }: Case): CaseParts {
    const { door, level, address } = this.#frame;
    return {
      say: this.#words.say,
      language: this.#words.language,
      level: Math.min(level + 1, 6),
      documentAddress: (document) => door.documentAddress(id, document),
      hrefOf: (open) => address.hrefOf({ ...address.view, open }),
      onOpen: (event, open) => {
        if (isForTheBrowser(event)) return;
        event.preventDefault();
        address.go({ ...address.view, open });
        this.#focus?.moveTo();
      },
    };
  }

  /** Words for the codes that only a case has. */
  readonly #more = (key: string): string => this.#words.say(key as keyof CaseWords);

  /** The case that may be answered now; empty for none. */
  get #answerable(): string {
    const { state } = this.#case;
    return state.at === 'shown' && state.value.reply.allowed ? state.id : '';
  }

  #again(): void {
    this.#case.retry();
    this.#focus?.moveTo();
  }

  #act(id: string, action: NextAction): void {
    const unhandled = this.#host.dispatchEvent(new KommunCaseActionChosenEvent(id, action));
    if (unhandled && action === 'supplement') this.#focus?.moveTo('#text');
  }

  async #unread(): Promise<void> {
    this.#markedUnread = await this.#case.markUnread();
    if (this.#markedUnread) this.#frame.announce(this.#words.say('markedUnread'));
    this.#host.requestUpdate();
  }

  #remove(key: number, name: string): void {
    const keys = this.#reply.state.files.map((file) => file.key);
    const next = keys[keys.indexOf(key) + 1] ?? keys[keys.indexOf(key) - 1];
    this.#reply.remove(key);
    this.#focus?.moveTo(next === undefined ? '#files' : `[data-file="${next}"] [data-remove]`);
    this.#frame.announce(this.#words.say('file.gone', { name }));
  }

  #onRead(id: string, unread: number): void {
    this.#hooks.onRead(id, unread);
    this.#host.dispatchEvent(new KommunCaseReadEvent(id, unread > 0));
  }

  #onSent(id: string, message: CaseMessage): void {
    void this.#case.replied(message);
    this.#frame.announce(this.#words.say('reply.sent'));
    this.#focus?.moveTo(`#message-${CSS.escape(message.id)}`);
    this.#host.dispatchEvent(new KommunReplySentEvent(id));
  }

  #onCase(before: CaseState, after: CaseState): void {
    if (after.at === 'loading') this.#markedUnread = false;
    if (after.at === 'failed') this.#host.dispatchEvent(new KommunCasesFailedEvent(after.problem.code));
    if (after.at !== 'shown') return;
    if (before.at === 'loading') {
      this.#frame.announce(after.value.title || this.#words.say('opened'));
      this.#host.dispatchEvent(new KommunCaseOpenedEvent(after.id));
    }
    if (before.at === 'shown' && after.next && !before.next) {
      const count = newMessages(after);
      this.#frame.announce(count > 1 ? this.#words.say('news.messages', { count }) : this.#words.say(count ? 'news.message' : 'news'));
    }
  }

  #onReply(before: ReplyState, after: ReplyState): void {
    const { announce } = this.#frame;
    const { say } = this.#words;
    for (const { key, name, state } of after.files) {
      const was = before.files.find((file) => file.key === key)?.state.at;
      if (state.at === 'sent' && was === 'sending') announce(say('file.done', { name }));
      if (state.at === 'stopped' && was === 'sending') announce(`${name}: ${say('file.stopped')}`);
    }
    // What is missing is said where it is missing.
    if (typeof after.at === 'object' && after.at !== before.at) this.#focus?.moveTo('#text');
    if (typeof after.at === 'object' && 'refused' in after.at && after.at !== before.at) announce(`${this.#frame.sentence(after.at.refused, this.#more)} ${say('reply.kept')}`);
  }
}

/** A new tab or a download: that is what links are for. */
const isForTheBrowser = (event: MouseEvent): boolean => event.defaultPrevented || event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
