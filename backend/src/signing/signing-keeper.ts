import { failureFields } from '../log.ts';
import { createRegisterDesk } from '../registers/register-desk.ts';
import { wordHolds } from '../registers/register-word.ts';
import { nextRound } from './round.machine.ts';
import { createSigningFlow } from './signing-flow.ts';
import type { OpenSigning, Step } from './signing-steps.ts';
import { takingTurns } from './taking-turns.ts';

type Needs = Parameters<typeof createSigningFlow>[0];

/** How old the register's word may be: that on a round under way, before anybody has to wait for a new one, and that on one that is over. In milliseconds. */
const checkEvery = { collecting: (wordHolds * 2) / 3, ended: 86_400_000 };

/** So many orders at once, since an e-ID that answers slowly keeps what was signed no longer for that. */
const atOnce = 10;

/**
 * What nobody has to ask for: takes in signatures whose browser, or whose process, is gone, ends rounds whose time is
 * up, and asks the register whether all is as it was. To be called at the start and then regularly; never fails.
 */
export function createSigningKeeper(deps: Needs): () => Promise<void> {
  const { store, clock, log } = deps;
  // Another process may show the cases too, so that nobody can be told at once; none waits for long.
  const { steps, checkCustody, signatures } = createSigningFlow(deps, () => {});
  const desk = createRegisterDesk(deps);
  const ask = (child: string, only: string | undefined) => desk.custodyNow(child, only);
  const [takeIn, end, check] = [takingTurns(log), takingTurns(log), takingTurns(log)];

  async function dueNow(): Promise<string[]> {
    const now = clock.now();
    const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    return store.signing.due({ now, collectingCheckedBefore: ago(checkEvery.collecting), endedCheckedBefore: ago(checkEvery.ended) });
  }

  async function collect(ids: readonly string[]): Promise<void> {
    const failed = (failure: unknown) => log.warn('signing-not-kept', failureFields(failure));
    for (let from = 0; from < ids.length; from += atOnce) await Promise.all(ids.slice(from, from + atOnce).map((id) => signatures.collect(id).catch(failed)));
  }

  return async () => {
    const orders = new Map((await store.signing.unsettledOrders()).map((order) => [order.orderId, order]));
    // All of them first: an e-ID keeps what was signed for minutes only, whatever the register does.
    await collect([...orders.keys()]);
    await takeIn([...orders.keys()], async (id) => {
      const order = orders.get(id);
      if (order) await signatures.settle(order, ask);
    });
    const due = await dueNow();
    await end(due, (id) => steps.take(id, undefined, endedByTime));
    await check(due, async (id) => {
      const signing = await store.signing.find(id);
      if (signing) await checkCustody(await steps.open(signing), ask);
    });
  };
}

function endedByTime({ signing: { round } }: OpenSigning, at: Date): Step | undefined {
  const next = nextRound(round, { type: 'time-passed', at });
  return next === round ? undefined : { round: next, act: 'end' };
}
