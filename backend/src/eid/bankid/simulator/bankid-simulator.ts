import type { Clock } from '../../../clock.ts';
import { base64OfText } from '../../base64-text.ts';
import { SimulatedApp } from '../../simulated/simulated-app.ts';
import type { Disturbance, Simulation } from '../../simulated/simulated-app.ts';
import { SimulatedOrderBook } from '../../simulated/simulated-order-book.ts';
import { pendingHint } from '../../simulated/simulated-order.ts';
import type { SimulatedOrder } from '../../simulated/simulated-order.ts';
import { simulatedSignature } from '../../simulated/simulated-signature.ts';
import type { Signer } from '../../simulated/simulated-signature.ts';
import { scenarioPerson } from '../../simulated/test-persons.ts';
import type { TestPerson } from '../../simulated/test-persons.ts';
import { BankIdFault, faultOf, invalidParameters } from './bankid-fault.ts';
import { scenarios } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { onlyFor, startOfRequest } from './start-of-request.ts';
import type { OrderPath, OrderRequest } from './start-of-request.ts';

export interface BankIdSimulatorOptions {
  clock: Clock;
  /** Who asks, as the app names them: the municipality. */
  relyingParty: string;
  /** Who signs for a person, with a certificate of the simulator's own authority. */
  signerOf: (person: TestPerson) => Promise<Signer>;
  /** How a slow answer passes the time; milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

const slowness = 4000;
const waitInEarnest = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * BankID as a relying party meets it, for demonstrations and tests: its times, states, limits and errors, with invented
 * persons. `app` is the citizen's side; an order for a number among `scenarios` goes its way without one. Orders live
 * in memory and end with the process, unless a `snapshot` is kept.
 */
export class BankIdSimulator implements Simulation {
  readonly app: SimulatedApp;
  readonly #book: SimulatedOrderBook;
  readonly #relyingParty: string;
  readonly #signerOf: BankIdSimulatorOptions['signerOf'];
  readonly #wait: (milliseconds: number) => Promise<void>;
  #disturbance: Disturbance | undefined;

  constructor({ clock, relyingParty, signerOf, wait = waitInEarnest }: BankIdSimulatorOptions) {
    this.#book = new SimulatedOrderBook(clock);
    this.app = new SimulatedApp(this.#book, relyingParty);
    this.#relyingParty = relyingParty;
    this.#signerOf = signerOf;
    this.#wait = wait;
  }

  /** `person` plays a scenario where the request names nobody. @throws BankIdFault */
  async start(path: OrderPath, request: OrderRequest, person?: string): Promise<object> {
    await this.#connect();
    const asked = onlyFor(request);
    const number = asked ?? person;
    const scenario = number === undefined ? undefined : scenarios.get(number);
    if (scenario?.is === 'refused') throw faultOf(scenario.by);
    if (scenario?.is === 'slow') await this.#wait(slowness);
    if (asked !== undefined) this.#abortIfBusy(asked);
    const script = number === undefined || !scenario ? undefined : { ...scriptOf(scenario), person: scenarioPerson(number) };
    const order = this.#book.open(startOfRequest(path, request), { onlyFor: asked, returnRisk: 'returnRisk' in request && request.returnRisk, script });
    const { orderRef, autoStartToken, qr } = order;
    return path.startsWith('/phone/') ? { orderRef } : { orderRef, autoStartToken, qrStartToken: qr.token, qrStartSecret: qr.secret };
  }

  /** @throws BankIdFault */
  async collect(orderRef: string): Promise<object> {
    await this.#connect();
    const order = this.#find(orderRef);
    const scenario = scenarioOf(order);
    if (scenario?.is === 'unanswered') throw faultOf(scenario.by);
    if (!order.ended) return { orderRef, status: 'pending', hintCode: pendingHint(order) };
    this.#book.drop(order);
    const { outcome } = order.ended;
    if (outcome.status === 'refused') throw new BankIdFault(400, 'alreadyInProgress');
    if (outcome.status === 'failed') return { orderRef, status: 'failed', hintCode: outcome.hint };
    return { orderRef, status: 'complete', completionData: await this.#completionData(order, outcome.person) };
  }

  /** @throws BankIdFault */
  async cancel(orderRef: string): Promise<object> {
    await this.#connect();
    this.#book.drop(this.#find(orderRef));
    return {};
  }

  disturb(disturbance: Disturbance | undefined): void {
    this.#disturbance = disturbance;
  }

  /** Its orders as JSON, to go on with after the process (or the tab) has ended. */
  snapshot(): string {
    return this.#book.snapshot();
  }

  /** Goes on from what `snapshot` gave. @throws when `json` is no snapshot. */
  restore(json: string): void {
    this.#book.restore(json);
  }

  async #completionData(order: SimulatedOrder, person: TestPerson): Promise<object> {
    const { start, terms } = order;
    const scenario = scenarioOf(order);
    const { risk = 'low', elsewhere = false } = scenario?.is === 'order' ? scenario : {};
    const uhi = base64OfText(`device of ${person.id}`);
    return {
      user: { personalNumber: person.number, name: `${person.givenName} ${person.familyName}`, givenName: person.givenName, surname: person.familyName },
      device: { ipAddress: elsewhere ? '198.51.100.9' : start.endUserIp, uhi },
      bankIdIssueDate: '2024-02-01',
      stepUp: { mrtd: false },
      signature: await simulatedSignature(start, { relyingParty: this.#relyingParty, uhi }, await this.#signerOf(person)),
      ocspResponse: base64OfText('simulated'),
      ...(terms.returnRisk && { risk }),
    };
  }

  /** An order for somebody who has one already is refused, and that one is aborted too. */
  #abortIfBusy(number: string): void {
    const other = this.#book.find(({ ended, terms, taken }) => !ended && (terms.onlyFor === number || taken?.person?.number === number));
    if (!other || other.ended) return;
    other.ended = { at: this.#book.now(), outcome: { status: 'failed', hint: 'cancelled' } };
    throw new BankIdFault(400, 'alreadyInProgress', 'Order already in progress for pno');
  }

  async #connect(): Promise<void> {
    if (!this.#disturbance || this.#book.now() >= this.#disturbance.until.getTime()) return;
    if (this.#disturbance.kind === 'down') throw new BankIdFault(503, 'maintenance');
    await this.#wait(slowness);
  }

  #find(orderRef: string): SimulatedOrder {
    const order = this.#book.find((candidate) => candidate.orderRef === orderRef);
    if (!order) throw invalidParameters('No such order');
    return order;
  }
}

const scriptOf = (scenario: Scenario) => ('script' in scenario ? scenario.script : { hints: ['started'], ends: 'expiredTransaction' });

function scenarioOf({ terms }: SimulatedOrder): Scenario | undefined {
  return terms.script && scenarios.get(terms.script.person.number);
}
