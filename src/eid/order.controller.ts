import type { LitElement, ReactiveController } from 'lit';
import type { Answer } from '../client/portal-backend.ts';
import type { EidOrder } from '../contract/eid-order.ts';
import type { Problem } from '../contract/problem.ts';
import { httpAddress } from '../portal/api-address.ts';
import type { Connection } from '../portal/connection.ts';
import type { Errand } from './errand.ts';
import { isPending, nextOrder, type EidChoice, type OrderInput, type OrderState } from './order.machine.ts';
import { OrderMemory } from './order-memory.ts';
import { needsReturnAddress, newNonce } from './return-address.ts';

/** One order from its start, or from when it was found again, until there is nothing more to ask. */
interface Run {
  id?: string;
  about: string;
  /** Whether the page that it began on was left. */
  left?: boolean;
  /** Whether the backend has been asked about it and knew whose it was. */
  known?: boolean;
  timer?: ReturnType<typeof setTimeout>;
  /** The question under way. */
  asking?: { since: number; stop: AbortController } | undefined;
  /** Milliseconds to the next question, as the backend wants it. */
  pause: number;
  /** How many questions in a row came to nothing. */
  failures: number;
  /** When the backend last said how it goes; at first, when the run began. */
  heardAt: number;
}

/** About two minutes without a connection. */
const patience = 30;
/** No step of an order lasts as long, so when the backend has only asked to slow down for this long, the order is over. */
const longestStep = 4 * 60_000;
/** A question that has gone unanswered for so long when the citizen comes back may never be: the phone slept. */
const slow = 2000;

/** Owns one order at a time: starts it, follows it, makes of it what it is for, and cancels. Updates the widget at each change. */
export class OrderController implements ReactiveController {
  state: OrderState = { at: 'choosing' };
  /** Whether the citizen was sent back here from an order that this tab did not start. */
  stray = false;
  readonly #host: LitElement;
  readonly #errand: Errand;
  readonly #onChange: (after: OrderState) => void;
  #connection: Connection | undefined;
  #memory: OrderMemory | undefined;
  #run: Run | undefined;

  constructor(host: LitElement, errand: Errand, onChange: (after: OrderState) => void) {
    this.#host = host;
    this.#errand = errand;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onReturn);
    for (const name of ['pageshow', 'focus', 'hashchange']) addEventListener(name, this.#onReturn);
    addEventListener('pagehide', this.#onLeave);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onReturn);
    for (const name of ['pageshow', 'focus', 'hashchange']) removeEventListener(name, this.#onReturn);
    removeEventListener('pagehide', this.#onLeave);
    // A widget that is only moved is back before this.
    setTimeout(() => {
      if (!this.#host.isConnected) this.cancel(true);
    });
  }

  /** Takes up the order that this tab has under way at `connection`, if there is one. */
  use(connection: Connection | undefined): void {
    if (connection === this.#connection) return;
    this.cancel();
    this.#connection = connection;
    this.#memory = connection && new OrderMemory(this.#errand.mark, connection.api);
    const kept = this.#memory?.recall();
    if (kept) {
      this.#go({ is: 'found', id: kept.id });
      Object.assign(this.#begin(kept.about), { id: kept.id, left: this.#memory?.wasLeft(kept) });
    }
    this.#cameBack();
    void this.#ask();
  }

  /** Starts an order, unless one is under way. */
  press(choice: EidChoice): void {
    this.stray = false;
    if (!isPending(this.state)) void this.#start(choice);
  }

  /** Ends what is under way. `leaving` when the page may be gone before an answer. */
  cancel(leaving = false): void {
    const { id } = this.#run ?? {};
    this.#go({ is: 'cancelled' });
    if (id !== undefined) this.#cancelAtBackend(id, leaving);
  }

  async #start(choice: EidChoice): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    this.#go({ is: 'pressed', ...choice });
    const run = this.#begin(this.#errand.about?.() ?? '');
    const nonce = newNonce();
    const answer = await this.#errand.start(connection, choice, this.#returnAddress(connection, choice, nonce));
    if (run !== this.#run) {
      if (answer.ok) this.#cancelAtBackend(answer.value.id, false);
      return;
    }
    if (!answer.ok) return this.#go({ is: 'refused', problem: answer.problem });
    run.id = answer.value.id;
    this.#memory?.keep(run.id, run.about, nonce);
    this.#heard(run, answer.value);
    const away = this.state.at === 'redirecting' && httpAddress(answer.value.redirectUrl);
    if (away) location.assign(away);
    this.#askAfter(run, run.pause);
  }

  #returnAddress({ knownConfig }: Connection, { provider, device }: EidChoice, nonce: string): string | undefined {
    const kind = knownConfig?.eidProviders.find(({ id }) => id === provider)?.kind;
    return needsReturnAddress(kind, device, navigator) ? this.#memory?.returnAddress(nonce) : undefined;
  }

  /** Asks how the order is going, or makes something of it, and again until it is over. Never twice at once. */
  async #ask(): Promise<void> {
    const run = this.#run;
    if (!run?.id || run.asking) return;
    const asking = (run.asking = { since: Date.now(), stop: new AbortController() });
    const problem = await (this.state.at === 'finishing' ? this.#finish(run, run.id) : this.#poll(run, run.id, asking.stop.signal));
    if (run.asking !== asking) return;
    run.asking = undefined;
    if (run !== this.#run) return;
    if (!problem) return this.#goOn(run);
    if (problem.status === 429 && Date.now() - run.heardAt < longestStep) return this.#slowDown(run, problem);
    run.failures += 1;
    if (!passes(problem) || run.failures > patience) return this.#go({ is: 'refused', problem: asCookies(problem, run) });
    this.#go({ is: 'cut', problem });
    this.#askAfter(run, Math.max((problem.retryAfter ?? 0) * 1000, 1000 * 2 ** Math.min(run.failures - 1, 2)));
  }

  #goOn(run: Run): void {
    run.failures = 0;
    run.heardAt = Date.now();
    this.#askAfter(run, this.state.at === 'finishing' ? 0 : run.pause);
  }

  /** As slowly as the backend wants it, and a little more, so that the citizen's tabs do not all ask in the same moment. */
  #slowDown(run: Run, { retryAfter = 1 }: Problem): void {
    this.#askAfter(run, Math.max(retryAfter * 1000, run.pause) * (1 + Math.random() / 10));
  }

  async #poll(run: Run, id: string, signal: AbortSignal): Promise<Problem | undefined> {
    const answer = await this.#connection!.call((backend) => backend.eidOrder(id, signal)).catch(() => undefined);
    if (!answer || signal.aborted) return undefined;
    if (answer.ok) {
      run.known = true;
      this.#heard(run, answer.value);
    }
    return problemIn(answer);
  }

  #heard(run: Run, order: EidOrder): void {
    if (run.left && this.state.at === 'resuming' && this.#isPrivate(order.device) && order.state !== 'waitingForScan') return this.cancel();
    run.pause = Math.max(order.pollAfterMs, 250) || 1000;
    this.#go({ is: 'order', order, at: Date.now() });
  }

  /** An app on this device comes back to the page by itself; whoever scanned a code may have gone home. */
  #isPrivate(device: string): boolean {
    return this.#errand.private === true && device !== 'same';
  }

  async #finish(run: Run, id: string): Promise<Problem | undefined> {
    const answer = await this.#errand.finish(this.#connection!, id, run.about, this.#memory?.handoffOf(id));
    if (answer.ok && run === this.#run) this.#go({ is: 'done' });
    return problemIn(answer);
  }

  #askAfter(run: Run, milliseconds: number): void {
    clearTimeout(run.timer);
    if (run === this.#run) run.timer = setTimeout(() => void this.#ask(), Math.min(milliseconds, 60_000));
  }

  #begin(about: string): Run {
    this.#end();
    return (this.#run = { about, pause: 0, failures: 0, heardAt: Date.now() });
  }

  #end(): void {
    clearTimeout(this.#run?.timer);
    this.#run?.asking?.stop.abort();
    this.#run = undefined;
  }

  #cancelAtBackend(id: string, leaving: boolean): void {
    void this.#connection?.call((backend) => backend.cancelEidOrder(id, { leaving }));
  }

  #go(input: OrderInput): void {
    const before = this.state;
    const after = nextOrder(before, input);
    if (after === before) return;
    this.state = after;
    if (!isPending(after)) {
      this.#end();
      this.#memory?.forget();
    }
    this.#onChange(after);
    this.#host.requestUpdate();
  }

  #dropSlowQuestion(): void {
    const asking = this.#run?.asking;
    if (!asking || this.state.at === 'finishing' || Date.now() - asking.since < slow) return;
    asking.stop.abort();
    this.#run!.asking = undefined;
  }

  #cameBack(): void {
    if (this.#memory?.takeReturn() !== 'astray' || isPending(this.state)) return;
    this.stray = true;
    this.#host.requestUpdate();
  }

  readonly #onReturn = (event: Event): void => {
    const kept = event instanceof PageTransitionEvent && event.persisted;
    if (kept && 'device' in this.state && this.#isPrivate(this.state.device)) this.cancel();
    if (document.visibilityState === 'hidden') return;
    this.#cameBack();
    this.#dropSlowQuestion();
    void this.#ask();
  };

  // A page that goes because its own e-ID app or page comes must keep its order; one that waits for a scan has nobody to scan it.
  // An order that is being approved on another device is kept too: a reload looks the same as leaving, and must not end a
  // login in the making. Whoever comes back another way does not find it.
  readonly #onLeave = (): void => {
    if (this.state.at === 'scanning') this.cancel(true);
  };
}

const problemIn = (answer: Answer<unknown>): Problem | undefined => (answer.ok ? undefined : answer.problem);

/** An order that is nobody's from the beginning is one whose cookie the browser did not keep. */
const asCookies = (problem: Problem, { known }: Run): Problem => (problem.code === 'order-not-found' && !known ? { code: 'cookies-blocked' } : problem);

/** Whether it may be better at the next try. */
const passes = ({ status }: Problem): boolean => status === undefined || status >= 500 || status < 400;
