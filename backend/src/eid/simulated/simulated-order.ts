import type { EidStart } from '../eid-provider.ts';
import { untakenHint } from '../eid-outcome.ts';
import type { TestPerson } from './test-persons.ts';

/** How an order of the simulator ended; `refused` is told as an error and not as a hint. */
export type Outcome =
  | { status: 'complete'; person: TestPerson }
  | { status: 'failed'; hint: string | undefined }
  | { status: 'refused'; code: 'already-in-progress' };

/** What becomes of an order for which nobody takes a phone: a hint a second, and then how it ends: `complete`, or the hint that it fails with. */
export interface Script {
  hints: readonly string[];
  ends: string;
}

/** What a relying party asks of an order besides its texts. */
export interface OrderTerms {
  /** Twelve digits: nobody else can approve. */
  onlyFor?: string | undefined;
  returnRisk?: boolean | undefined;
  script?: (Script & { person: TestPerson }) | undefined;
}

/** An order as the e-ID's own side keeps it. Instants are in milliseconds since 1970. */
export interface SimulatedOrder {
  readonly orderRef: string;
  readonly qr: { token: string; secret: string };
  readonly autoStartToken: string;
  readonly start: EidStart;
  readonly terms: OrderTerms;
  readonly startedAt: number;
  /** Set once an app has taken the order. */
  taken?: { transaction: string; by: 'qr' | 'link'; at: number; hint: string; person?: TestPerson };
  ended?: { at: number; outcome: Outcome };
}

const seconds = 1000;
const minutes = 60 * seconds;
/** An order that no app has taken by then has failed to start. */
const untakenLife = 30 * seconds;
const scriptStep = seconds;
/** How long the citizen has in the app. */
const takenLife = 3 * minutes;
/** How long a result waits to be collected. */
const kept = { complete: 3 * minutes, failed: 5 * minutes, refused: 5 * minutes };

/** Brings the order up to `now`: further in its script, and to its end if its time is up, as of the moment when it was. */
export function bringUpToDate(order: SimulatedOrder, now: number): void {
  playScript(order, now);
  if (order.ended) return;
  const at = order.taken ? order.taken.at + takenLife : order.startedAt + untakenLife;
  if (now < at) return;
  order.ended = { at, outcome: { status: 'failed', hint: order.taken ? 'expiredTransaction' : 'startFailed' } };
}

function playScript(order: SimulatedOrder, now: number): void {
  const { script } = order.terms;
  const step = Math.floor((now - order.startedAt) / scriptStep);
  if (!script || order.ended || step < 1) return;
  const hint = script.hints[step - 1];
  if (hint !== undefined) {
    order.taken ??= { transaction: crypto.randomUUID(), by: 'link', at: order.startedAt + scriptStep, hint, person: script.person };
    order.taken.hint = hint;
    return;
  }
  const outcome: Outcome = script.ends === 'complete' ? { status: 'complete', person: script.person } : { status: 'failed', hint: script.ends };
  order.ended = { at: order.startedAt + (script.hints.length + 1) * scriptStep, outcome };
}

/** True when nobody may learn of the order any more. */
export function isForgotten(order: SimulatedOrder, now: number): boolean {
  return order.ended !== undefined && now >= order.ended.at + kept[order.ended.outcome.status];
}

/** What an order that is under way says of itself. */
export const pendingHint = ({ taken }: SimulatedOrder): string => taken?.hint ?? untakenHint;
