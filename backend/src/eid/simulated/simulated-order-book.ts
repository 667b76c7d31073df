import type { Clock } from '../../clock.ts';
import type { EidStart } from '../eid-provider.ts';
import { bringUpToDate, isForgotten } from './simulated-order.ts';
import type { OrderTerms, SimulatedOrder } from './simulated-order.ts';

/** More orders than this at a time push the oldest out. */
const capacity = 1000;

/** The simulator's orders, shared by its two sides: the provider that the backend calls, and the citizen's app. */
export class SimulatedOrderBook {
  readonly #clock: Clock;
  readonly #orders = new Map<string, SimulatedOrder>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  open(start: EidStart, terms: OrderTerms = {}): SimulatedOrder {
    this.#makeRoom();
    const order: SimulatedOrder = {
      orderRef: crypto.randomUUID(),
      qr: { token: crypto.randomUUID(), secret: crypto.randomUUID() },
      autoStartToken: crypto.randomUUID(),
      start,
      terms,
      startedAt: this.now(),
    };
    this.#orders.set(order.orderRef, order);
    return order;
  }

  /** The first order that matches, brought up to the present moment. */
  find(matches: (order: SimulatedOrder) => boolean): SimulatedOrder | undefined {
    const order = [...this.#orders.values()].find(matches);
    if (order) bringUpToDate(order, this.now());
    return order && !isForgotten(order, this.now()) ? order : undefined;
  }

  drop(order: SimulatedOrder): void {
    this.#orders.delete(order.orderRef);
  }

  now(): number {
    return this.#clock.now().getTime();
  }

  /** Every order, as JSON, for a demonstration that has to outlive a page. */
  snapshot(): string {
    return JSON.stringify([...this.#orders.values()]);
  }

  /** Replaces every order by what `snapshot` gave. @throws when `json` is no snapshot. */
  restore(json: string): void {
    const orders: SimulatedOrder[] = JSON.parse(json);
    this.#orders.clear();
    for (const order of orders) this.#orders.set(order.orderRef, order);
  }

  #makeRoom(): void {
    for (const order of this.#orders.values()) {
      bringUpToDate(order, this.now());
      if (isForgotten(order, this.now()) || this.#orders.size >= capacity) this.drop(order);
    }
  }
}
