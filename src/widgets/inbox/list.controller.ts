import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseQuery } from '../../contract/case.ts';
import type { Problem } from '../../contract/problem.ts';
import { PollController } from '../../kit/poll.controller.ts';
import type { CaseDoor } from './case-door.controller.ts';
import { nextList, type ListInput, type ListState } from './list.machine.ts';

export interface ListQuestion {
  /** Names the session of whoever it is asked for; empty for nobody. */
  session: () => string;
  /** What to ask for; `undefined` for nothing. */
  query: () => CaseQuery | undefined;
  /** Whether the list is on the screen, so that it is worth looking for what is new. */
  seen: () => boolean;
  onChange: (before: ListState, after: ListState) => void;
}

/** Owns one list of cases: asks for it whenever its query changes, for its next page, and once a minute for what is new. */
export class ListController implements ReactiveController {
  state: ListState = { at: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #door: CaseDoor;
  readonly #options: ListQuestion;
  #query: CaseQuery | undefined;
  #asked = '';
  #session = '';
  #run = new AbortController();
  /** Until then the backend has asked to be left alone. */
  #quietUntil = 0;

  constructor(host: ReactiveControllerHost, door: CaseDoor, options: ListQuestion) {
    this.#host = host;
    this.#door = door;
    this.#options = options;
    new PollController(host, () => void this.#look());
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#options.session();
    const query = session ? this.#options.query() : undefined;
    const asked = query ? JSON.stringify(query) : '';
    if (asked === this.#asked && session === this.#session) return;
    // Another session may be another person's.
    if (!query || session !== this.#session) this.#drop();
    this.#asked = asked;
    this.#session = session;
    this.#query = query;
    if (query) void this.#load();
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    this.#asked = '';
    this.#drop();
  }

  /** Asks anew, from the first page. */
  retry(): void {
    void this.#load();
  }

  /** Fetches the next page, unless there is none or it is on its way. */
  async more(): Promise<void> {
    const before = this.state;
    this.#go({ is: 'asked-more' });
    if (this.state === before || this.state.at !== 'shown') return;
    const cursor = this.state.list.nextCursor;
    if (cursor === null) return;
    await this.#ask({ ...this.#query, cursor }, (page) => ({ is: 'told-more', page }), () => ({ is: 'refused-more' }));
  }

  /** Puts what has changed on the screen. */
  showChanges(): void {
    this.#go({ is: 'pressed-show', at: Date.now() });
  }

  /** Takes over what the citizen has just read, or marked as unread. */
  read(id: string, unread: number): void {
    this.#go({ is: 'read', id, unread });
  }

  readonly #onOnline = (): void => {
    if (this.state.at === 'failed' && Date.now() >= this.#quietUntil) void this.#load();
  };

  async #load(): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    this.#go({ is: 'asked' });
    await this.#ask({ ...this.#query }, (page) => ({ is: 'told', page, at: Date.now() }), (problem) => ({ is: 'refused', problem }));
  }

  async #look(): Promise<void> {
    if (this.state.at !== 'shown' || this.state.more === 'loading' || Date.now() < this.#quietUntil || !this.#options.seen()) return;
    await this.#ask({ ...this.#query }, (page) => ({ is: 'looked-again', page, at: Date.now() }), (problem) => ({ is: 'unanswered', problem }));
  }

  async #ask(query: CaseQuery, told: (page: Extract<ListInput, { is: 'told' }>['page']) => ListInput, refused: (problem: Problem) => ListInput): Promise<void> {
    const { signal } = this.#run;
    const answer = await this.#door.call((backend) => backend.cases(query, signal)).catch(() => undefined);
    if (!answer || signal.aborted) return;
    if (!answer.ok) this.#quietUntil = Date.now() + (answer.problem.retryAfter ?? 0) * 1000;
    this.#go(answer.ok ? told(answer.value) : refused(answer.problem));
  }

  #drop(): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.#query = undefined;
    this.#go({ is: 'dropped' });
  }

  #go(input: ListInput): void {
    const before = this.state;
    this.state = nextList(before, input);
    if (this.state === before) return;
    this.#options.onChange(before, this.state);
    this.#host.requestUpdate();
  }
}
