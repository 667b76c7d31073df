import type { EidPurpose } from '../../../../src/contract/eid-order.ts';
import { qrProof } from '../animated-qr.ts';
import type { SimulatedOrderBook } from './simulated-order-book.ts';
import type { Outcome, SimulatedOrder } from './simulated-order.ts';
import { testPerson } from './test-persons.ts';
import type { TestPerson } from './test-persons.ts';

/** Why the app could not do what its owner asked. */
export const appRefusals = [
  'qr-unknown',
  'qr-too-old',
  'link-unknown',
  'already-scanned',
  'order-ended',
  'transaction-unknown',
  'person-unknown',
  'person-busy',
  'person-not-asked-for',
] as const;
export type AppRefusal = (typeof appRefusals)[number];
export type AppAnswer<T> = { ok: true; value: T } | { ok: false; code: AppRefusal };

/** What the app shows of an order before its owner approves. */
export interface AppTransaction {
  transaction: string;
  relyingParty: string;
  visibleText: string;
  purpose: EidPurpose;
  /** Where the app goes back to; only after a start by link, on the same device. */
  returnUrl: string | undefined;
}

/** What the app's owner does. `hint` chooses the step for `open` and the cause for `fail`. */
export interface AppAct {
  act: 'open' | 'approve' | 'cancel' | 'fail';
  person?: string | undefined;
  hint?: string | undefined;
}

/** Trouble at the e-ID provider until `until`: no answers, or slow ones. */
export interface Disturbance {
  kind: 'down' | 'slow';
  until: Date;
}

/** An e-ID that is played: what a phone can do with it. */
export interface Simulation {
  readonly app: SimulatedApp;
  /** Makes it slow or silent for a while, or well again. */
  disturb(disturbance: Disturbance | undefined): void;
}

/** A QR code may lie this long on a screen, in seconds, before the app calls it too old. */
const freshFor = 5;
/** The app's clock may be this far behind the server's, in seconds. */
const aheadBy = 1;
const refused = (code: AppRefusal) => ({ ok: false, code }) as const;

/** The citizen's e-ID app, as the simulator plays it. */
export class SimulatedApp {
  readonly #book: SimulatedOrderBook;
  readonly #relyingParty: string;

  constructor(book: SimulatedOrderBook, relyingParty: string) {
    this.#book = book;
    this.#relyingParty = relyingParty;
  }

  /** Takes an order by the text of its QR code or by its start link, once. */
  async scan(content: string): Promise<AppAnswer<AppTransaction>> {
    const startToken = /autostarttoken=([\w-]+)/i.exec(content)?.[1] ?? content;
    const linked = this.#book.find((order) => order.autoStartToken === startToken);
    if (linked) return this.#take(linked, 'link');
    return content.startsWith('bankid.') ? this.#scanQr(content) : refused('link-unknown');
  }

  /** Does what the owner of the app does with an order that the app has taken. */
  act(transaction: string, { act, person: personId, hint }: AppAct): AppAnswer<{ status: string }> {
    const order = this.#book.find((candidate) => candidate.taken?.transaction === transaction);
    if (!order?.taken) return refused('transaction-unknown');
    if (order.ended) return refused('order-ended');
    const person = personId === undefined ? undefined : testPerson(personId);
    if (!person && (personId !== undefined || act === 'approve')) return refused('person-unknown');
    if (person && person.number !== (order.terms.onlyFor ?? person.number)) return refused('person-not-asked-for');
    if (person && this.#abortedAsBusy(order, person)) return refused('person-busy');
    if (person) order.taken.person = person;
    if (act === 'open') order.taken.hint = hint ?? 'userSign';
    else this.#end(order, this.#outcomeOf(act, person, hint));
    return { ok: true, value: { status: act === 'open' ? 'pending' : act === 'approve' ? 'complete' : 'failed' } };
  }

  #scanQr(content: string): AppAnswer<AppTransaction> {
    const [, token, time = '', proof] = content.split('.');
    const order = this.#book.find((candidate) => candidate.qr.token === token);
    const seconds = Number(time);
    if (!order || !/^\d{1,9}$/.test(time) || proof !== qrProof(order.qr.secret, seconds)) return refused('qr-unknown');
    const age = Math.floor((this.#book.now() - order.startedAt) / 1000) - seconds;
    return age > freshFor || age < -aheadBy ? refused('qr-too-old') : this.#take(order, 'qr');
  }

  #take(order: SimulatedOrder, by: 'qr' | 'link'): AppAnswer<AppTransaction> {
    if (order.taken) return refused('already-scanned');
    if (order.ended) return refused('order-ended');
    const transaction = crypto.randomUUID();
    order.taken = { transaction, by, at: this.#book.now(), hint: 'started' };
    const { purpose, visibleText, returnUrl } = order.start;
    const back = by === 'link' ? returnUrl : undefined;
    return { ok: true, value: { transaction, relyingParty: this.#relyingParty, visibleText, purpose, returnUrl: back } };
  }

  /** Two orders of one person at a time are both aborted, as the real e-ID does. */
  #abortedAsBusy(order: SimulatedOrder, person: TestPerson): boolean {
    const other = this.#book.find(
      (candidate) => candidate !== order && !candidate.ended && candidate.taken?.person?.id === person.id,
    );
    if (!other) return false;
    this.#end(other, { status: 'failed', hint: 'cancelled' });
    this.#end(order, { status: 'refused', code: 'already-in-progress' });
    return true;
  }

  #outcomeOf(act: 'approve' | 'cancel' | 'fail', person: TestPerson | undefined, hint: string | undefined): Outcome {
    if (act === 'approve' && person) return { status: 'complete', person };
    if (act === 'cancel') return { status: 'failed', hint: 'userCancel' };
    return hint === 'alreadyInProgress' ? { status: 'refused', code: 'already-in-progress' } : { status: 'failed', hint };
  }

  #end(order: SimulatedOrder, outcome: Outcome): void {
    order.ended = { at: this.#book.now(), outcome };
  }
}
