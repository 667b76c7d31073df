import type { Deps } from '../deps.ts';
import { newToken, tokenHash } from '../secrets/random.ts';
import { isLive } from '../store/store.ts';
import type { StoredEidOrder } from '../store/store.ts';
import type { createOrderRows, ProviderSide } from './eid-order-rows.ts';
import { isUnknown, nextTurn, turnOnReturn } from './eid-order-turn.ts';
import type { Heard, Turn } from './eid-order-turn.ts';
import { pendingStateOf, untakenHint } from './eid-outcome.ts';
import { EidProviderError } from './eid-provider.ts';
import type { EidProvider, EidProviderState, RedirectEidProvider } from './eid-provider.ts';
import { logDoubts } from './eid-signals.ts';
import { insistently } from './insistently.ts';
import { logProviderFailure } from './log-provider-failure.ts';

const collectEvery = 2000;
/** How long one turn keeps others away; longer than any call to a provider may take. */
const longestTurn = 30_000;
/** How long taking an answer may last, with all the calls that it needs; a process that ended amid it is waited for no longer. */
const longestReturn = 60_000;

type Needs = Pick<Deps, 'store' | 'eidProviders' | 'clock' | 'log' | 'random' | 'turnBeat' | 'underWay'>;

/** An order whose citizen came back, and the code that is handed over where the cookie is not enough. */
export interface Returned {
  order: StoredEidOrder;
  handoff: string | undefined;
}

/** Brings orders up to date with their providers: one call at a time for an order, two seconds apart, over all processes. */
export function createOrderTurns({ store, eidProviders, clock, log, random, turnBeat, underWay }: Needs, rows: ReturnType<typeof createOrderRows>) {
  const inFuture = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);

  async function ask(provider: EidProvider | undefined, side: ProviderSide): Promise<Heard> {
    if (!provider) return { status: 'error', code: 'rejected' };
    if (side.state === undefined) return { status: 'failed', hint: 'startFailed' };
    // The citizen is at the e-ID's own page, and brings the answer.
    if (provider.kind === 'redirect') return { status: 'pending', hint: undefined };
    return provider.collect(side.state).catch(errorHeard(provider));
  }

  const errorHeard = ({ id }: EidProvider) => (error: unknown): Heard & { status: 'error' } => {
    logProviderFailure(log, id, error);
    return { status: 'error', code: error instanceof EidProviderError ? error.code : 'unavailable' };
  };

  /** Writes what the turn came to; when the order has been ended meanwhile, that end stands. */
  async function write(order: StoredEidOrder, change: Partial<StoredEidOrder>): Promise<StoredEidOrder> {
    const amended = await rows.amendLive(order, { ...change, nextCollectAt: inFuture(collectEvery), inTurn: false });
    return amended.written ? amended.after : amended.now;
  }

  async function restart(order: StoredEidOrder, side: ProviderSide, provider: EidProvider): Promise<StoredEidOrder> {
    const { start } = side;
    const started = await provider.start(start).catch(errorHeard(provider));
    if (typeof started !== 'string') {
      const turn = nextTurn(order, started, clock.now(), side.silentSince);
      return apply(order, turn, { start }, provider);
    }
    const after = await write(order, {
      state: pendingStateOf(untakenHint, order.device),
      hint: untakenHint,
      restarts: order.restarts + 1,
      sealedProviderState: await rows.sealSide({ start, state: started }),
    });
    if (!isLive(after.state)) await cancelAt(provider, started);
    return after;
  }

  async function apply(order: StoredEidOrder, turn: Turn, side: ProviderSide, provider: EidProvider | undefined, handoff?: string): Promise<StoredEidOrder> {
    switch (turn.to) {
      case 'restart':
        return provider ? restart(order, side, provider) : order;
      case 'wait': {
        const { state, hint, expiresAt, silentSince } = turn;
        const resealed = silentSince !== side.silentSince && { sealedProviderState: await rows.sealSide({ ...side, silentSince }) };
        return write(order, { state, hint, expiresAt, ...resealed });
      }
      case 'complete': {
        const kept = { ...(await keptOf(order.purpose, turn)), handoffHash: handoff && tokenHash(handoff) };
        return insistently(() => write(order, { state: 'complete', hint: undefined, expiresAt: turn.expiresAt, sealedProviderState: '', ...kept }));
      }
      case 'end':
        if (!turn.atProvider && provider && side.state !== undefined) await cancelAt(provider, side.state);
        return write(order, { ...turn.ending, hint: turn.hint, sealedProviderState: '' });
    }
  }

  /** What is kept of who it was: nothing of a test, and of a signature what shows that it was made. */
  async function keptOf(purpose: StoredEidOrder['purpose'], { identity, evidence }: Turn & { to: 'complete' }): Promise<Partial<StoredEidOrder>> {
    if (purpose === 'test') return {};
    if (purpose === 'login') return { sealedIdentity: await rows.sealIdentity(identity), loa: identity.loa };
    if (!evidence) throw new TypeError('a signature comes with evidence');
    return { sealedIdentity: await rows.sealSignature({ identity, evidence }), loa: identity.loa };
  }

  async function cancelAt(provider: EidProvider, state: EidProviderState): Promise<void> {
    // The provider ends an order by itself too, so a failure here costs the citizen nothing.
    await provider.cancel(state).catch(errorHeard(provider));
  }

  async function takeTurn(order: StoredEidOrder): Promise<StoredEidOrder> {
    await turnBeat();
    const claimed = await rows.amend(order, { nextCollectAt: inFuture(longestTurn), inTurn: true });
    if (!claimed) return (await store.eidOrders.find(order.id)) ?? { ...order, state: 'expired' };
    const side = await rows.openSide(claimed);
    const provider = eidProviders.get(order.provider);
    // A provider tells a result once. A shutdown waits some seconds for it to be written; a process that is killed between its
    // answer and our write loses it, which nobody can help: the citizen has to begin anew. Such a turn never ended.
    const silentSince = side.silentSince ?? (order.inTurn ? clock.now().getTime() : undefined);
    const heard = await ask(provider, side);
    if (heard.status === 'complete') logDoubts(log, order.provider, side.start, heard.signals);
    if (isUnknown(heard, silentSince)) log.error('eid-result-unknown', { provider: order.provider });
    return apply(claimed, nextTurn(claimed, heard, clock.now(), silentSince), side, provider);
  }

  async function takeReturn(order: StoredEidOrder, provider: RedirectEidProvider, side: ProviderSide, answer: URLSearchParams): Promise<Returned | undefined> {
    if (side.state === undefined) return undefined;
    const until = inFuture(longestReturn);
    const claimed = await rows.amend(order, { state: 'userActing', nextCollectAt: until, expiresAt: until });
    if (!claimed) return undefined;
    const heard = await provider.comeBack(side.state, answer).catch(errorHeard(provider));
    if (heard.status === 'complete') logDoubts(log, order.provider, side.start, heard.signals);
    const turn = turnOnReturn(claimed, heard, clock.now());
    const handoff = order.acrossSites && order.purpose === 'login' && turn.to === 'complete' ? newToken(random) : undefined;
    const after = await apply(claimed, turn, side, provider, handoff);
    return { order: after, handoff: after.state === 'complete' ? handoff : undefined };
  }

  /** Whether it is time to ask the provider, and nobody else is asking. */
  const isDue = (order: StoredEidOrder): boolean => isLive(order.state) && clock.now() >= order.nextCollectAt;

  return {
    cancelAt,
    isDue,
    /** Asks the provider how the order goes, if that is due; answers the order as it is then. */
    async take(order: StoredEidOrder): Promise<StoredEidOrder> {
      return isDue(order) ? underWay.add(takeTurn(order)) : order;
    },

    /** Takes the answer with which a citizen came back from `provider`'s own page. Only one call can, whichever process it reaches; undefined for every other. */
    comeBack: (...returning: Parameters<typeof takeReturn>): Promise<Returned | undefined> => underWay.add(takeReturn(...returning)),
  };
}
