import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseMessage } from '../../contract/case.ts';
import { PollController } from '../../kit/poll.controller.ts';
import type { FileAnswer } from '../../kit/saver.controller.ts';
import type { CaseDoor } from './case-door.controller.ts';
import { isClosed, nextCase, seenUpTo, type CaseInput, type CaseState } from './case.machine.ts';

export interface CaseOptions {
  /** Names the session of whoever it is shown to; empty for nobody. */
  session: () => string;
  /** Id of the case to show; empty for none. */
  id: () => string;
  onRead: (id: string, unread: number) => void;
  onChange: (before: CaseState, after: CaseState) => void;
}

/** Owns the case that stands open: fetches it, says that it was read, and looks once a minute for what is new. */
export class CaseController implements ReactiveController {
  state: CaseState = { at: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #door: CaseDoor;
  readonly #options: CaseOptions;
  #id = '';
  #session = '';
  #run = new AbortController();
  /** Until then the backend has asked to be left alone. */
  #quietUntil = 0;

  constructor(host: ReactiveControllerHost, door: CaseDoor, options: CaseOptions) {
    this.#host = host;
    this.#door = door;
    this.#options = options;
    new PollController(host, () => this.#poll());
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#options.session();
    const id = session ? this.#options.id() : '';
    if (id === this.#id && session === this.#session) return;
    this.#id = id;
    this.#session = session;
    if (id) void this.#load();
    else this.#drop();
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    this.#id = '';
    this.#drop();
  }

  retry(): void {
    if (this.#id) void this.#load();
  }

  /** Puts what has changed on the screen. */
  showNews(): void {
    this.#go({ is: 'pressed-show' });
    void this.#markRead();
  }

  /** Shows what was just sent, and then the case with what came along. */
  async replied(message: CaseMessage): Promise<void> {
    this.#go({ is: 'replied', message });
    const answer = await this.#ask();
    if (!answer?.ok || !answer.value.messages.some(({ id }) => id === message.id)) return;
    this.#go({ is: 'looked-again', value: answer.value, now: Date.now() });
    this.showNews();
  }

  /** Makes the case unread again, for this person. What only they have written themselves is never unread. */
  async markUnread(): Promise<'done' | 'nothing' | 'failed'> {
    const id = this.#id;
    const marked = await this.#door.call((backend) => backend.markRead(id, null));
    const answer = marked.ok ? await this.#ask() : undefined;
    if (!answer?.ok) return 'failed';
    this.#tellRead(id, answer.value.unread);
    return answer.value.unread ? 'done' : 'nothing';
  }

  /** Whether a file of the case can be had just now. */
  async files(): Promise<FileAnswer> {
    const answer = await this.#look();
    return answer?.ok && answer.value.sourceState.state !== 'ok' ? { ok: false, problem: { code: 'case-source-unavailable', status: 503 } } : answer;
  }

  readonly #onOnline = (): void => {
    if (this.state.at === 'failed' && !isClosed(this.state.problem) && Date.now() >= this.#quietUntil) void this.#load();
  };

  async #load(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    this.#go({ is: 'asked', id: this.#id });
    const answer = await this.#ask();
    if (!answer) return;
    this.#go(answer.ok ? { is: 'told', value: answer.value, now: Date.now() } : { is: 'refused', problem: answer.problem });
    await this.#markRead();
  }

  #poll(): void {
    if (this.state.at === 'shown' && Date.now() >= this.#quietUntil) void this.#look();
  }

  async #look() {
    const answer = await this.#ask();
    if (answer) this.#go(answer.ok ? { is: 'looked-again', value: answer.value, now: Date.now() } : { is: 'unanswered', problem: answer.problem });
    return answer;
  }

  async #ask() {
    const { signal } = this.#run;
    const id = this.#id;
    const answer = await this.#door.call((backend) => backend.oneCase(id, signal)).catch(() => undefined);
    if (answer && !answer.ok) this.#quietUntil = Date.now() + (answer.problem.retryAfter ?? 0) * 1000;
    return signal.aborted ? undefined : answer;
  }

  async #markRead(): Promise<void> {
    if (this.state.at !== 'shown' || !this.state.value.unread) return;
    const { id, value } = this.state;
    const answer = await this.#door.call((backend) => backend.markRead(id, seenUpTo(value)));
    if (answer.ok) this.#tellRead(id, 0);
  }

  #tellRead(id: string, unread: number): void {
    if (id === this.#id) this.#go({ is: 'read', unread });
    this.#options.onRead(id, unread);
  }

  #drop(): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.#go({ is: 'dropped' });
  }

  #go(input: CaseInput): void {
    const before = this.state;
    this.state = nextCase(before, input);
    if (this.state === before) return;
    this.#options.onChange(before, this.state);
    this.#host.requestUpdate();
  }
}
