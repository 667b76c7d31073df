import type { Answer, PortalBackend } from '../../src/client/portal-backend.ts';
import type { EidOrder } from '../../src/contract/eid-order.ts';
import type { PortalConfig } from '../../src/contract/portal-config.ts';
import type { Problem } from '../../src/contract/problem.ts';
import type { ActiveSession } from '../../src/contract/session.ts';

export const ok = <T>(value: T): Answer<T> => ({ ok: true, value });
export const refused = (problem: Problem): Answer<never> => ({ ok: false, problem });

/** A municipality with an embedded and a redirect e-ID; `changes` replaces whole fields. */
export function sampleConfig(changes: Partial<PortalConfig> = {}): PortalConfig {
  return {
    municipality: { name: 'Exempelkommun' },
    languages: ['sv', 'en'],
    defaultLanguage: 'sv',
    serviceCentre: { name: { sv: 'Servicecenter', en: 'Service centre' }, phone: '0476-550 00', email: 'info@almhult.se' },
    eidProviders: [
      {
        id: 'bankid',
        kind: 'embedded',
        label: { sv: 'BankID', en: 'BankID' },
        devices: ['same', 'other'],
        issuer: { name: { sv: 'din bank', en: 'your bank' } },
        testUrl: 'https://test.example/',
      },
      {
        id: 'annan',
        kind: 'redirect',
        label: { sv: 'Annan e-legitimation', en: 'Another e-ID' },
        devices: [],
        issuer: { name: { sv: 'utfärdaren', en: 'the issuer' } },
      },
    ],
    links: { eidHelp: 'https://kommun.example/hjalp', paperForms: 'https://kommun.example/blanketter', contact: 'https://kommun.example/kontakt' },
    texts: {},
    faq: { feedback: true },
    session: { warnBeforeSeconds: 120 },
    ...changes,
  };
}

/** Somebody logged in just now by the browser's own clock, for half an hour. */
export function sampleSession(changes: Partial<ActiveSession> = {}): ActiveSession {
  return {
    authenticated: true,
    person: { displayName: 'Tess Testsson' },
    provider: 'bankid',
    loa: 'loa3',
    now: fromNow(0),
    idleExpiresAt: fromNow(30),
    expiresAt: fromNow(480),
    ...changes,
  };
}

/** An order that waits for its QR code to be scanned. */
export function sampleOrder(changes: Partial<EidOrder> = {}): EidOrder {
  return {
    id: 'order-1',
    purpose: 'login',
    provider: 'bankid',
    device: 'other',
    state: 'waitingForScan',
    qr: 'bankid.00000000-0000-4000-8000-000000000000.0.0000000000000000000000000000000000000000000000000000000000000000',
    pollAfterMs: 1000,
    now: fromNow(0),
    expiresAt: fromNow(3),
    ...changes,
  };
}

const fromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

type Calls = { [K in keyof PortalBackend]: Parameters<PortalBackend[K]>[] };

/** A backend that answers at once as a sound one would, and remembers what it was asked. Give `answers` to change one. */
export function fakeBackend(answers: Partial<PortalBackend> = {}): PortalBackend & { calls: Calls } {
  const sound: PortalBackend = {
    config: async () => ok(sampleConfig()),
    session: async () => ok({ authenticated: false }),
    startSession: async () => ok(sampleSession()),
    extendSession: async () => ok(sampleSession()),
    endSession: async () => ok({ loggedOut: true, advice: ['closeBrowser'] }),
    startEidOrder: async ({ purpose, provider, device }) => ok(sampleOrder({ purpose, provider, device })),
    eidOrder: async (id) => ok(sampleOrder({ id })),
    cancelEidOrder: async () => ok(null),
    ...answers,
  };
  const calls: Calls = {
    config: [], session: [], startSession: [], extendSession: [], endSession: [],
    startEidOrder: [], eidOrder: [], cancelEidOrder: [],
  };
  return {
    calls,
    config: (...given) => (calls.config.push(given), sound.config(...given)),
    session: (...given) => (calls.session.push(given), sound.session(...given)),
    startSession: (...given) => (calls.startSession.push(given), sound.startSession(...given)),
    extendSession: (...given) => (calls.extendSession.push(given), sound.extendSession(...given)),
    endSession: (...given) => (calls.endSession.push(given), sound.endSession(...given)),
    startEidOrder: (...given) => (calls.startEidOrder.push(given), sound.startEidOrder(...given)),
    eidOrder: (...given) => (calls.eidOrder.push(given), sound.eidOrder(...given)),
    cancelEidOrder: (...given) => (calls.cancelEidOrder.push(given), sound.cancelEidOrder(...given)),
  };
}

/** Answers with each of `answers` in turn, then with the last one for ever. */
export function inTurn<T>(first: T, ...later: T[]): () => Promise<T> {
  const queue = [first, ...later];
  return async () => (queue.length > 1 ? queue.shift()! : queue[0]!);
}
