import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer } from '../../client/portal-backend.ts';
import type { SigningBackend } from '../../client/signing-backend.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ContactRequest, Signing } from '../../contract/signing.ts';
import { PollController } from '../../kit/poll.controller.ts';
import type { FileAnswer } from '../../kit/saver.controller.ts';
import { forgetCase } from './case-address.ts';
import { LinkTokenController } from './link-token.controller.ts';
import { nextSignature, type SignatureInput, type SignatureState, type Task } from './signature.machine.ts';
import type { SigningDoor } from './signing-door.controller.ts';

export interface SignatureQuestion {
  /** Names the session of whoever is logged in; empty for nobody, `undefined` while that is not known. */
  session: () => string | undefined;
  /** The case that the page names; empty for none. */
  written: () => string;
  /** `byOthers` for what was found out by looking, and not done here. */
  onChange: (before: SignatureState, after: SignatureState, byOthers: boolean) => void;
}

/** Finds the signing that the page, the link or the person means, follows what others do with it, and does what the person wants. */
export class SignatureController implements ReactiveController {
  state: SignatureState = { at: 'idle' };
  /** Whether the device was handed over to another guardian, for whom the page's own case means nothing. */
  handedOver = false;
  readonly #host: ReactiveControllerHost;
  readonly #door: SigningDoor;
  readonly #options: SignatureQuestion;
  readonly #link: LinkTokenController;
  /** The case that was found or chosen, as whoever found it knows it. */
  #found = '';
  #asked: string | undefined;
  #etag: string | undefined;
  #run = new AbortController();
  /** Counts what the person did, so that an answer older than that is not believed. */
  #changes = 0;
  /** Counts the looks, and which of them was answered last: an answer to an earlier one is old. */
  #looks = { begun: 0, answered: 0 };
  /** Until then the backend has asked to be left alone. */
  #quietUntil = 0;

  constructor(host: ReactiveControllerHost, door: SigningDoor, options: SignatureQuestion) {
    this.#host = host;
    this.#door = door;
    this.#options = options;
    this.#link = new LinkTokenController(host, () => this.#onLink());
    new PollController(host, () => void this.look(), { every: 10_000, enough: 2000 });
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#options.session();
    const asked = session === undefined ? undefined : JSON.stringify([session, this.#options.written()]);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.retry();
  }

  hostDisconnected(): void {
    this.#asked = undefined;
    this.#drop();
  }

  /** Looks anew for what there is to sign. */
  retry(): void {
    this.#drop();
    const session = this.#options.session();
    if (session) void this.#find();
    else if (session === '' && this.#link.token) void this.#open(this.#link.token);
  }

  /** Selects where it stands why something was refused: in the case, or in its place. */
  get refusal(): string {
    return this.state.at === 'shown' ? '#fault' : '#step';
  }

  choose(caseId: string): void {
    this.#found = caseId;
    this.#go({ is: 'looked' });
    void this.#load(caseId);
  }

  /** Shows why a signature was refused, and what has happened meanwhile. */
  overtaken(problem: Problem): void {
    this.#go({ is: 'refused', problem });
    void this.look();
  }

  turnTo(task: Task): void {
    this.#go({ is: 'turned-to', task });
  }

  /** Takes over a signing as the backend has just told it. */
  told(signing: Signing): void {
    this.#changes += 1;
    this.#etag = undefined;
    this.#found = signing.case;
    this.handedOver = false;
    this.#go({ is: 'told', signing });
  }

  decline(reason: string): Promise<boolean> {
    return this.#act((backend, id) => backend.decline(id, reason ? { reason } : {}));
  }

  withdraw(): Promise<boolean> {
    return this.#act((backend, id) => backend.withdraw(id));
  }

  stateContact(party: string, request: ContactRequest): Promise<boolean> {
    return this.#act((backend, id) => backend.stateContact(id, party, request));
  }

  sendAgain(party: string): Promise<boolean> {
    return this.#act((backend, id) => backend.sendAgain(id, party));
  }

  /** Lets go of the case for whoever is to log in next. `end` logs out. */
  async handOver(end: () => Promise<Answer<unknown>>): Promise<void> {
    const before = this.#found;
    this.#go({ is: 'sent' });
    this.#found = '';
    this.handedOver = true;
    const answer = await end();
    if (answer.ok) return forgetCase();
    this.#found = before;
    this.handedOver = false;
    this.#go({ is: 'refused', problem: answer.problem });
  }

  /** Asks what others have done, while there is something to wait for. */
  async look(): Promise<void> {
    const { state } = this;
    if (state.at !== 'shown' || state.signing.state !== 'collecting' || state.sending || Date.now() < this.#quietUntil) return;
    const changes = this.#changes;
    const turn = (this.#looks.begun += 1);
    const answer = await this.#ask((backend, signal) => backend.signing(state.signing.case, this.#etag, signal));
    if (!answer || changes !== this.#changes || turn < this.#looks.answered) return;
    this.#looks.answered = turn;
    if (!answer.ok) {
      this.#quietUntil = Date.now() + (answer.problem.retryAfter ?? 0) * 1000;
      return this.#go({ is: 'unanswered', problem: answer.problem });
    }
    const { signing, etag } = answer.value;
    this.#etag = etag;
    this.#go(signing ? { is: 'told-again', signing } : { is: 'answered' });
  }

  /** Whether the receipt can be had just now. */
  async files(): Promise<FileAnswer> {
    const { state } = this;
    return state.at === 'shown' ? this.#ask((backend, signal) => backend.signing(state.signing.case, undefined, signal)) : undefined;
  }

  async #find(): Promise<void> {
    const { token } = this.#link;
    this.#go({ is: 'looked' });
    if (this.#found) return this.#load(this.#found, true);
    if (token) return this.#open(token);
    const written = this.handedOver ? '' : this.#options.written();
    return written ? this.#load(written) : this.#askWhatWaits();
  }

  async #open(token: string): Promise<void> {
    this.#go({ is: 'looked' });
    const answer = await this.#ask((backend, signal) => backend.openInvitation(token, signal));
    if (!answer) return;
    // Whoever logs in after a dead link still finds what waits for them.
    if (!answer.ok && answer.problem.code === 'invitation-not-valid') this.#link.token = undefined;
    if (!answer.ok) return this.#go({ is: 'not-told', problem: answer.problem });
    if (answer.value.open === 'login') return this.#go({ is: 'told-invitation', invitation: answer.value });
    // It has done what it can: whoever logs in next on this device is somebody else.
    this.#link.token = undefined;
    this.#found = answer.value.case;
    return this.#load(this.#found);
  }

  /** `again` for one that was found before, perhaps by somebody else than whoever is logged in. */
  async #load(id: string, again = false): Promise<void> {
    const answer = await this.#ask((backend, signal) => backend.signing(id, undefined, signal));
    if (!answer) return;
    if (answer.ok && answer.value.signing) {
      this.told(answer.value.signing);
      this.#etag = answer.value.etag;
    } else if (!answer.ok && answer.problem.status === 404 && again) {
      this.#found = '';
      await this.#find();
    } else {
      this.#go({ is: 'not-told', problem: answer.ok ? { code: 'unreadable-answer' } : answer.problem });
    }
  }

  async #askWhatWaits(): Promise<void> {
    const answer = await this.#ask((backend, signal) => backend.waitingSignings(signal));
    if (!answer) return;
    if (!answer.ok) return this.#go({ is: 'not-told', problem: answer.problem });
    const { items } = answer.value;
    if (items.length === 1) return this.choose(items[0]!.case);
    this.#go({ is: 'told-waiting', items });
  }

  /** Whether it was done. What was refused because somebody else was first is shown as it is now. */
  async #act(ask: (backend: SigningBackend, id: string) => Promise<Answer<Signing>>): Promise<boolean> {
    const { state } = this;
    if (state.at !== 'shown' || state.sending) return false;
    this.#changes += 1;
    this.#go({ is: 'sent' });
    const { signal } = this.#run;
    const answer = await this.#door.call((backend) => ask(backend, state.signing.case));
    if (signal.aborted) return false;
    if (answer.ok) {
      this.told(answer.value);
      return true;
    }
    this.#go({ is: 'refused', problem: answer.problem });
    if (answer.problem.status === 409) await this.look();
    return false;
  }

  /** `undefined` when it no longer matters. */
  async #ask<T>(ask: (backend: SigningBackend, signal: AbortSignal) => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
    const { signal } = this.#run;
    const answer = await this.#door.call((backend) => ask(backend, signal)).catch(() => undefined);
    return signal.aborted ? undefined : answer;
  }

  #onLink(): void {
    this.#found = '';
    this.retry();
  }

  #drop(): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.#etag = undefined;
    this.#go({ is: 'dropped' });
  }

  #go(input: SignatureInput): void {
    const before = this.state;
    this.state = nextSignature(before, input);
    if (this.state === before) return;
    this.#options.onChange(before, this.state, input.is === 'told-again' || input.is === 'unanswered');
    this.#host.requestUpdate();
  }
}
