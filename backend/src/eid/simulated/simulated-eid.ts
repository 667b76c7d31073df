import type { Clock } from '../../clock.ts';
import { animatedQrText } from '../animated-qr.ts';
import { base64OfText } from '../base64-text.ts';
import { EidProviderError } from '../eid-provider.ts';
import type { EidEvidence, EidIdentity, EidProgress, EmbeddedEidProvider, EidProviderState, EidStart } from '../eid-provider.ts';
import { SimulatedApp } from './simulated-app.ts';
import type { Disturbance, Simulation } from './simulated-app.ts';
import { SimulatedOrderBook } from './simulated-order-book.ts';
import { pendingHint } from './simulated-order.ts';
import type { SimulatedOrder } from './simulated-order.ts';
import { simulatedSignature } from './simulated-signature.ts';
import type { TestPerson } from './test-persons.ts';
import { unknownSigner } from './unknown-signer.ts';

export interface SimulatedEidOptions {
  id: string;
  clock: Clock;
  /** Who asks, as the app names them: the municipality. */
  relyingParty: string;
  /** Absolute address of the page that plays the app. */
  launchUrl: string;
  /** How a slow answer passes the time; milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

type ProviderState = Pick<SimulatedOrder, 'orderRef' | 'qr' | 'autoStartToken' | 'startedAt'>;

const slowness = 4000;
const waitInEarnest = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * An e-ID for demonstrations and tests: it keeps BankID's times, states and one-time results, but vouches for
 * invented persons. `app` is the citizen's side of it. Orders live in memory and end with the process, unless a
 * `snapshot` is kept.
 */
export class SimulatedEid implements EmbeddedEidProvider, Simulation {
  readonly id: string;
  readonly kind = 'embedded';
  readonly app: SimulatedApp;
  readonly #book: SimulatedOrderBook;
  readonly #launchUrl: string;
  readonly #wait: (milliseconds: number) => Promise<void>;
  readonly #relyingParty: string;
  readonly #signerOf = unknownSigner();
  #disturbance: Disturbance | undefined;

  constructor({ id, clock, relyingParty, launchUrl, wait = waitInEarnest }: SimulatedEidOptions) {
    this.id = id;
    this.#book = new SimulatedOrderBook(clock);
    this.app = new SimulatedApp(this.#book, relyingParty);
    this.#relyingParty = relyingParty;
    this.#launchUrl = launchUrl;
    this.#wait = wait;
  }

  async start(start: EidStart): Promise<EidProviderState> {
    await this.#connect();
    const { orderRef, qr, autoStartToken, startedAt } = this.#book.open(start);
    return JSON.stringify({ orderRef, qr, autoStartToken, startedAt } satisfies ProviderState);
  }

  async collect(state: EidProviderState): Promise<EidProgress> {
    await this.#connect();
    const order = this.#find(state);
    if (!order) throw new EidProviderError('rejected');
    if (!order.ended) return { status: 'pending', hint: pendingHint(order, this.#book.now()) };
    this.#book.drop(order);
    const { outcome } = order.ended;
    if (outcome.status === 'refused') throw new EidProviderError(outcome.code);
    if (outcome.status === 'failed') return outcome;
    const identity = this.#identityOf(outcome.person, order.ended.at);
    if (order.start.purpose !== 'sign') return { status: 'complete', identity };
    return { status: 'complete', identity, evidence: await this.#evidenceOf(order.start, identity) };
  }

  async cancel(state: EidProviderState): Promise<void> {
    await this.#connect();
    const order = this.#find(state);
    if (order) this.#book.drop(order);
  }

  async qr(state: EidProviderState, now: Date): Promise<string> {
    const { qr, startedAt } = parse(state);
    return animatedQrText(qr, Math.max(0, Math.floor((now.getTime() - startedAt) / 1000)));
  }

  launch(state: EidProviderState): { mobile: string; desktop: string } {
    // In the fragment, so that the token never reaches a server or its log.
    const link = `${this.#launchUrl}#autostarttoken=${parse(state).autoStartToken}`;
    return { mobile: link, desktop: link };
  }

  /** Makes the provider slow or silent for a while, or well again. */
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

  async #connect(): Promise<void> {
    if (!this.#disturbance || this.#book.now() >= this.#disturbance.until.getTime()) return;
    if (this.#disturbance.kind === 'down') throw new EidProviderError('unavailable');
    await this.#wait(slowness);
  }

  #identityOf({ number, idType, givenName, familyName }: TestPerson, at: number): EidIdentity {
    return {
      provider: this.id,
      subjectId: number,
      idType,
      idNumber: number,
      givenName,
      familyName,
      displayName: `${givenName} ${familyName}`,
      loa: 'http://id.elegnamnden.se/loa/1.0/loa3',
      authenticatedAt: new Date(at).toISOString(),
    };
  }

  async #evidenceOf(start: EidStart, identity: EidIdentity): Promise<EidEvidence> {
    return {
      visibleText: start.visibleText,
      nonVisibleText: start.signing?.nonVisibleText ?? '',
      signature: await simulatedSignature(start, { relyingParty: this.#relyingParty, uhi: 'simulated' }, await this.#signerOf(identity)),
      ocspResponse: base64OfText('simulated'),
      deviceIp: start.endUserIp,
      risk: 'low',
    };
  }

  #find(state: EidProviderState): SimulatedOrder | undefined {
    const { orderRef } = parse(state);
    return this.#book.find((order) => order.orderRef === orderRef);
  }
}

// The state comes back from our own sealed store: it is what `start` made.
const parse = (state: EidProviderState) => JSON.parse(state) as ProviderState;
