import type { EidOrder, EidPurpose } from '../../../src/contract/eid-order.ts';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import { newId, newToken, tokenHash } from '../secrets/random.ts';
import type { LoginClaim } from '../session/login-claim.ts';
import { isLive } from '../store/store.ts';
import type { StoredEidOrder } from '../store/store.ts';
import { createOrderRows } from './eid-order-rows.ts';
import type { EidSignature } from './eid-order-rows.ts';
import { deadlineAwayFrom, deadlineFrom } from './eid-order-turn.ts';
import { createOrderTurns } from './eid-order-turns.ts';
import { viewOf } from './eid-order-view.ts';
import { cancelledByUs, pendingStateOf, untakenHint } from './eid-outcome.ts';
import { EidProviderError } from './eid-provider.ts';
import type { EidProviderState, EidStart } from './eid-provider.ts';
import { handedOver } from './handoff.ts';
import { logProviderFailure } from './log-provider-failure.ts';
import { ordersBetweenTurns } from './orders-between-turns.ts';

export interface EidOrderStart extends Omit<EidStart, 'ticket'> {
  purpose: EidPurpose;
  provider: string;
  /** Whether the page that starts it is on another site than the backend. */
  acrossSites: boolean;
  /** The browser that starts the order, by the hash of what only it knows. */
  owner: string;
}
export type EidOrderStarted =
  | { ok: true; order: EidOrder }
  | { ok: false; code: 'provider-unknown' | 'return-missing' | 'eid-in-progress' | 'eid-provider-unavailable' };

/** Attempts to log in with an e-ID. To another browser than the one that started it, an order does not exist. */
export interface EidOrders {
  /** Starts an order, after ending every other one of this browser. */
  start(request: EidOrderStart): Promise<EidOrderStarted>;
  /** How it goes; absent when there is no such order for this browser. */
  status(id: string, owner: string | undefined): Promise<EidOrder | undefined>;
  /** Ends it, again and again if need be; answers false when there is no such order for this browser. */
  cancel(id: string, owner: string | undefined): Promise<boolean>;
  /** Takes the answer with which an e-ID's own page sent a browser back, and says where that goes on; absent when no order of this browser is meant. */
  comeBack(provider: string, answer: URLSearchParams, owner: string | undefined): Promise<string | undefined>;
  /** Who a completed login is about. May be repeated for three minutes after completion, or with a handoff code once within one; then the identity is erased. */
  claimLogin(id: string, owner: string | undefined, handoff?: string): Promise<LoginClaim>;
  /** What a signing order has come to, after asking the provider. For the backend itself, which knows whose order it is. */
  signature(id: string): Promise<SignatureClaim>;
}

/** `gone`: it came to nothing, or there is none, or its signature has been taken in. */
export type SignatureClaim = { is: 'under-way' } | { is: 'gone' } | ({ is: 'signed'; provider: string } & EidSignature);

type Needs = Pick<Deps, 'store' | 'eidProviders' | 'clock' | 'seal' | 'random' | 'log' | 'turnBeat' | 'underWay'>;

/** An order that the provider has begun. */
interface Started {
  id: string;
  start: EidStart;
  state: EidProviderState;
  returnTo: string | undefined;
}

/** How long a poll waits for a slow provider before it answers with what is known, so that the QR code goes on changing. */
const pollPatience = 700;

/** What `work` comes to, or `meanwhile` when that takes too long. */
export type Patience = <T>(work: Promise<T>, meanwhile: T) => Promise<T>;

const patienceInEarnest: Patience = (work, meanwhile) =>
  new Promise((resolve, reject) => {
    const tired = setTimeout(() => resolve(meanwhile), pollPatience);
    work.then(resolve, reject).finally(() => clearTimeout(tired));
  });

/** The order service over the store and the municipality's providers. It keeps nothing that another would need: several may run at once. */
export function createEidOrders(needs: Needs, patiently: Patience = patienceInEarnest): EidOrders {
  const { store, eidProviders, clock, random, log } = needs;
  const rows = createOrderRows(needs);
  const turns = createOrderTurns(needs, rows);
  const between = ordersBetweenTurns(clock);

  async function own(id: string, owner: string | undefined, seen?: StoredEidOrder): Promise<StoredEidOrder | undefined> {
    const order = owner === undefined ? undefined : (seen ?? (await store.eidOrders.find(id)));
    if (!order || order.ownerHash !== owner) return undefined;
    // A signature stays until it is taken in, which is then part of the same transaction.
    const due = order.purpose !== 'sign' && order.sealedIdentity !== undefined && clock.now() >= order.expiresAt;
    return due ? eraseIdentity(order) : order;
  }

  async function eraseIdentity(order: StoredEidOrder): Promise<StoredEidOrder> {
    const erased = { ...order, sealedIdentity: undefined };
    await store.eidOrders.update(erased);
    return erased;
  }

  async function show(order: StoredEidOrder): Promise<EidOrder> {
    const provider = eidProviders.get(order.provider);
    const state = isLive(order.state) ? (await rows.openSide(order)).state : undefined;
    return viewOf(order, provider && state !== undefined ? { provider, state } : undefined, clock.now());
  }

  async function end(order: StoredEidOrder): Promise<void> {
    const amended = await rows.amendLive(order, { ...cancelledByUs, hint: 'cancelled', sealedProviderState: '' });
    between.forget(order.id);
    if (!amended.written) return;
    const provider = eidProviders.get(order.provider);
    const { state } = await rows.openSide(amended.before);
    if (provider && state !== undefined) await turns.cancelAt(provider, state);
  }

  /** Two starts at the same moment see each other's order here, and both leave the same one alive. */
  async function endAllButNewest(owner: string): Promise<void> {
    const live = await store.eidOrders.liveOf(owner);
    const age = (order: StoredEidOrder) => `${order.createdAt.toISOString()} ${order.id}`;
    const [, ...older] = live.sort((a, b) => (age(a) < age(b) ? 1 : -1));
    await Promise.all(older.map(end));
  }

  async function insert(request: EidOrderStart, { id, start, state, returnTo }: Started): Promise<StoredEidOrder> {
    const now = clock.now();
    const away = returnTo !== undefined;
    const expiresAt = away ? deadlineAwayFrom(now) : deadlineFrom(now);
    const order: StoredEidOrder = {
      id,
      ownerHash: request.owner,
      purpose: request.purpose,
      provider: request.provider,
      device: request.device,
      state: away ? 'redirecting' : pendingStateOf(untakenHint, request.device),
      hint: away ? undefined : untakenHint,
      failureCode: undefined,
      sealedProviderState: await rows.sealSide({ start, state }),
      sealedIdentity: undefined,
      loa: undefined,
      becameSession: undefined,
      returnTo,
      acrossSites: away && request.acrossSites,
      handoffHash: undefined,
      createdAt: now,
      // There is nobody to ask about a citizen who is away, only the end of their time to see.
      nextCollectAt: away ? expiresAt : new Date(now.getTime() + 2000),
      inTurn: false,
      expiresAt,
      restarts: 0,
      version: 0,
    };
    await store.eidOrders.insert(order);
    between.keep(order);
    return order;
  }

  return {
    async start(request) {
      const provider = eidProviders.get(request.provider);
      if (!provider) return { ok: false, code: 'provider-unknown' };
      // As a whole address in its plain form, which is what its origin was read from.
      const returnTo = provider.kind === 'redirect' && request.returnUrl !== undefined ? new URL(request.returnUrl).href : undefined;
      if (provider.kind === 'redirect' && returnTo === undefined) return { ok: false, code: 'return-missing' };
      await Promise.all((await store.eidOrders.liveOf(request.owner)).map(end));
      const { purpose, device, endUserIp, visibleText, visibleFormat, browser, returnUrl, signing } = request;
      const id = newId(random);
      const ticket = `${id}.${newToken(random)}`;
      const start: EidStart = { purpose, device, endUserIp, visibleText, visibleFormat, browser, returnUrl, ticket, signing };
      try {
        const state = await provider.start(start);
        const order = await insert(request, { id, start, state, returnTo }).catch(async (fault: unknown) => {
          await turns.cancelAt(provider, state);
          throw fault;
        });
        await endAllButNewest(request.owner);
        return { ok: true, order: await show(order) };
      } catch (error) {
        if (!(error instanceof EidProviderError)) throw error;
        logProviderFailure(log, provider.id, error);
        return { ok: false, code: error.code === 'already-in-progress' ? 'eid-in-progress' : 'eid-provider-unavailable' };
      }
    },

    async status(id, owner) {
      const seen = between.find(id);
      const order = await own(id, owner, seen);
      if (!order) return undefined;
      if (!seen) between.keep(order);
      if (!turns.isDue(order)) return show(order);
      const turn = turns.take(order).then((after) => (between.keep(after), after));
      // The turn goes on when the poll no longer waits for it; what it comes to is in the store for the next one.
      turn.catch((error: unknown) => log.error('eid-turn-failed', { provider: order.provider, ...failureFields(error) }));
      return show(await patiently(turn, order));
    },

    async cancel(id, owner) {
      const order = await own(id, owner);
      if (order) await end(order);
      return order !== undefined;
    },

    async comeBack(providerId, answer, owner) {
      const provider = eidProviders.get(providerId);
      const ticket = provider?.kind === 'redirect' ? provider.ticketIn(answer) : undefined;
      const order = ticket === undefined ? undefined : await store.eidOrders.find(ticket.split('.')[0] ?? '');
      if (provider?.kind !== 'redirect' || order?.provider !== providerId || order.returnTo === undefined) return undefined;
      // The address of the e-ID's page can be passed on, so that somebody else identifies themselves there. Their browser
      // has not the cookie, and so completes nothing. Where the order began on another site, no browser sends the cookie
      // here: then anybody may complete it, and the code below goes to their browser alone, while a login needs both.
      if (!order.acrossSites && order.ownerHash !== owner) return undefined;
      if (order.state !== 'redirecting' || clock.now() >= order.expiresAt) return order.returnTo;
      const side = await rows.openSide(order);
      if (side.start.ticket !== ticket) return undefined;
      const returned = await turns.comeBack(order, provider, side, answer);
      return handedOver(order.returnTo, returned?.handoff);
    },

    async claimLogin(id, owner, handoff) {
      const order = await own(id, owner);
      if (order?.purpose !== 'login') return { ok: false, code: 'order-not-found' };
      if (order.state !== 'complete') return { ok: false, code: 'order-not-complete' };
      if (order.sealedIdentity === undefined) return { ok: false, code: 'order-not-found' };
      if (order.acrossSites && (handoff === undefined || order.handoffHash !== tokenHash(handoff))) return { ok: false, code: 'order-not-found' };
      return {
        ok: true,
        identity: await rows.openIdentity(order.sealedIdentity),
        previousSession: order.becameSession,
        remember: (becameSession) => store.eidOrders.update({ ...order, becameSession, handoffHash: undefined }),
      };
    },

    async signature(id) {
      const found = await store.eidOrders.find(id);
      if (found?.purpose !== 'sign') return { is: 'gone' };
      const order = await turns.take(found);
      if (isLive(order.state)) return { is: 'under-way' };
      if (order.state !== 'complete' || order.sealedIdentity === undefined) return { is: 'gone' };
      return { is: 'signed', provider: order.provider, ...(await rows.openSignature(order.sealedIdentity)) };
    },
  };
}
