import type { Answer, PortalBackend } from '../client/portal-backend.ts';
import type { ActiveSession } from '../contract/session.ts';
import { hush } from '../kit/announce.ts';
import type { Connection } from './connection.ts';
import { nextSession, type SessionInput, type SessionState } from './session.machine.ts';
import { TabSignals } from './tab-signals.ts';

const enough = 10_000;
const usualWarning = 120;
const longestTimer = 2 ** 31 - 1;

/** The session at one backend, shared by every widget on the page and kept in step with the other tabs. */
export class SessionHub {
  readonly #connection: Connection;
  readonly #tabs: TabSignals;
  /** Each with whether it can warn now, for those that draw the warning. */
  readonly #listeners = new Map<() => void, (() => boolean) | undefined>();
  #state: SessionState = { at: 'asking' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #question: Promise<void> | undefined;
  #askedAt = 0;
  /** Counts what changed the session, so that an answer older than a change is not believed. */
  #changes = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#tabs = new TabSignals(`kommun-session:${connection.api.href}`, (signal) => {
      if (signal === 'logged-out') this.#changed({ is: 'ended-elsewhere' });
      else void this.ask();
    });
  }

  get state(): SessionState {
    return this.#state;
  }

  /**
   * Calls `listener` at each change of `state`; returns how to stop. Asks the backend when it was not asked of late.
   * `canWarn` is for a widget that draws the warning, and says whether it can be seen where it stands now.
   */
  subscribe(listener: () => void, canWarn?: () => boolean): () => void {
    this.#listeners.set(listener, canWarn);
    if (this.#listeners.size === 1) this.#watch();
    if (Date.now() - this.#askedAt >= enough) void this.ask();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stopWatching();
    };
  }

  /** The one that warns for all: the first of those that can. */
  get speaker(): (() => void) | undefined {
    return [...this.#listeners].find(([, canWarn]) => canWarn?.())?.[0];
  }

  /** Asks the backend who is logged in. */
  ask(): Promise<void> {
    return (this.#question ??= this.#ask().finally(() => { this.#question = undefined; }));
  }

  /** Turns a completed order into a session. Safe to call again when the answer was lost. */
  async claim(orderId: string, handoff?: string): Promise<Answer<ActiveSession>> {
    return this.#take((backend) => backend.startSession({ orderId, ...(handoff !== undefined && { handoff }) }));
  }

  /** Puts off the end of the session. */
  async extend(): Promise<Answer<ActiveSession>> {
    const answer = await this.#take((backend) => backend.extendSession());
    if (!answer.ok && answer.problem.status === 401) void this.ask();
    return answer;
  }

  /** Logs out, here and in the other tabs. */
  async end(): Promise<Answer<unknown>> {
    const answer = await this.#connection.call((backend) => backend.endSession());
    if (answer.ok) {
      this.#changed({ is: 'pressed-log-out' });
      this.#tabs.send('logged-out');
    }
    return answer;
  }

  async #ask(): Promise<void> {
    this.#askedAt = Date.now();
    const before = this.#changes;
    const answer = await this.#connection.call((backend) => backend.session());
    if (before !== this.#changes) return this.#state.at === 'asking' || this.#state.at === 'failed' ? this.#ask() : undefined;
    const now = { at: Date.now(), warnBefore: this.#warnBefore };
    this.#change(answer.ok ? { is: 'told', session: answer.value, ...now } : { is: 'unanswered', problem: answer.problem, ...now });
    this.#wait();
  }

  /** Believes the session that it is given, unless something changed it meanwhile: then the backend is asked. */
  async #take(request: (backend: PortalBackend) => Promise<Answer<ActiveSession>>): Promise<Answer<ActiveSession>> {
    const before = this.#changes;
    const answer = await this.#connection.call(request);
    if (!answer.ok) return answer;
    this.#tabs.send('changed');
    if (before === this.#changes) {
      this.#changed({ is: 'told', session: answer.value, at: Date.now(), warnBefore: this.#warnBefore });
    } else {
      await this.#question;
      await this.ask();
    }
    return answer;
  }

  #changed(input: SessionInput): void {
    this.#changes += 1;
    this.#change(input);
  }

  #change(input: SessionInput): void {
    const next = nextSession(this.#state, input);
    if (next === this.#state) return;
    if (this.#state.at === 'loggedIn' && next.at !== 'loggedIn') hush();
    this.#state = next;
    this.#wait();
    for (const listener of [...this.#listeners.keys()]) listener();
  }

  /** Looks again when the warning is due and when time is up: another tab may have extended the session. */
  #wait(): void {
    clearTimeout(this.#timer);
    const state = this.#state;
    if (state.at !== 'loggedIn' || this.#listeners.size === 0) return;
    const due = state.endsAt - (state.warning ? 0 : this.#warnBefore);
    const wait = Math.max(due, this.#askedAt + 1000) - Date.now();
    this.#timer = setTimeout(() => void this.ask(), Math.min(wait, longestTimer));
  }

  get #warnBefore(): number {
    return (this.#connection.knownConfig?.session.warnBeforeSeconds ?? usualWarning) * 1000;
  }

  readonly #onReturn = (event: Event): void => {
    const fromCache = event instanceof PageTransitionEvent && event.persisted;
    if (fromCache) this.#change({ is: 'put-away' });
    if (document.visibilityState === 'hidden' || (!fromCache && Date.now() - this.#askedAt < enough)) return;
    void this.ask();
  };

  // A page that the browser keeps for the Back button must not hold a name when it is kept.
  readonly #onLeave = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#change({ is: 'put-away' });
  };

  #watch(): void {
    this.#tabs.listen();
    document.addEventListener('visibilitychange', this.#onReturn);
    for (const name of ['pageshow', 'focus']) addEventListener(name, this.#onReturn);
    addEventListener('pagehide', this.#onLeave);
    this.#wait();
  }

  #stopWatching(): void {
    this.#tabs.close();
    document.removeEventListener('visibilitychange', this.#onReturn);
    for (const name of ['pageshow', 'focus']) removeEventListener(name, this.#onReturn);
    removeEventListener('pagehide', this.#onLeave);
    clearTimeout(this.#timer);
  }
}
