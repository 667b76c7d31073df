import { failureFields } from '../log.ts';
import { createRegisterDesk } from '../registers/register-desk.ts';
import { RegisterSilent } from '../registers/register-silent.ts';
import { nextRound } from './round.machine.ts';
import { createSigningFlow } from './signing-flow.ts';
import type { SigningFlow } from './signing-flow.ts';

type Needs = Parameters<typeof createSigningFlow>[0];

/** How old the register's word may be: that on a round under way, and that on one that is over. In milliseconds. */
const checkEvery = { collecting: 15 * 60_000, ended: 86_400_000 };

/**
 * What nobody has to ask for: takes in signatures whose browser, or whose process, is gone, ends rounds whose time is
 * up, and asks the register whether all is as it was. To be called at the start and then regularly; never fails.
 */
export function createSigningKeeper(deps: Needs): () => Promise<void> {
  const { store, clock, log } = deps;
  // Another process may show the cases too, so that nobody can be told at once; none waits for long.
  const flow = createSigningFlow(deps, () => {});
  const desk = createRegisterDesk(deps);
  const ask = (child: string, only: string | undefined) => desk.custodyNow(child, only);

  /** Does each in turn. A register that is silent is silent for them all, so that nobody is asked about after that. */
  async function each<One>(all: readonly One[], work: (one: One) => Promise<unknown>): Promise<void> {
    for (const one of all) {
      try {
        await work(one);
      } catch (failure) {
        log.warn('signing-not-kept', failureFields(failure));
        if (failure instanceof RegisterSilent) return;
      }
    }
  }

  async function dueNow(): Promise<string[]> {
    const now = clock.now();
    const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    return store.signing.due({ now, collectingCheckedBefore: ago(checkEvery.collecting), endedCheckedBefore: ago(checkEvery.ended) });
  }

  return async () => {
    await each(await store.signing.unsettledOrders(), (order) => flow.signatures.settle(order, ask));
    await each(await dueNow(), (id) => look(flow, id, ask));
  };
}

async function look({ steps, checkCustody }: SigningFlow, id: string, ask: Parameters<SigningFlow['checkCustody']>[1]): Promise<void> {
  const opened = await steps.take(id, undefined, ({ signing: { round } }, at) => {
    const next = nextRound(round, { type: 'time-passed', at });
    return next === round ? undefined : { round: next, act: 'end' };
  });
  await checkCustody(opened, ask);
}
