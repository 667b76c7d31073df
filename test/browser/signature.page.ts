import { ContextProvider } from '@lit/context';
import type { PortalBackend } from '../../src/client/portal-backend.ts';
import type { SigningBackend } from '../../src/client/signing-backend.ts';
import type { Signing, SigningParty, WaitingSignings } from '../../src/contract/signing.ts';
import type { Connection } from '../../src/portal/connection.ts';
import { portalContext } from '../../src/portal/portal.ts';
import { KommunEidLogin } from '../../src/widgets/login/login.element.ts';
import { KommunGuardianSignature } from '../../src/widgets/signature/signature.element.ts';
import { signingBackends } from '../../src/widgets/signature/signing-door.controller.ts';
import { connectionWith } from '../support/connection.ts';
import { fakeBackend, ok, sampleConfig, sampleOrder, sampleSession } from '../support/fake-backend.ts';
import { drawn } from '../support/fixture.ts';
import { until } from '../support/until.ts';

export { announced } from '../support/announced.ts';

if (!customElements.get('kommun-eid-login')) customElements.define('kommun-eid-login', KommunEidLogin);
if (!customElements.get('kommun-guardian-signature')) customElements.define('kommun-guardian-signature', KommunGuardianSignature);

/** A token as links hold it. */
export const token = 'Zx3k9QmT7uVbLw2RyN8dHs5JgPfC1aE4oKiXt6MnB0q';

/** Whoever is logged in, who applied. */
export const you = (changes: Partial<SigningParty> = {}): SigningParty => ({
  id: 'p1', isYou: true, displayName: 'Tess Testsson', applied: true, state: 'opened', at: '2026-11-20T12:00:00Z', can: [], ...changes,
});

/** The other guardian, as whoever applied sees them: with a mail that has arrived. */
export const other = (changes: Partial<SigningParty> = {}): SigningParty => ({
  id: 'p2', isYou: false, displayName: 'Erik Exempelsson', applied: false, state: 'delivered', at: '2026-11-20T12:06:00Z',
  contact: { address: 'e•••@e•••.se', language: 'sv', notice: { state: 'delivered', at: '2026-11-20T12:06:00Z' } },
  can: ['stateContact', 'sendAgain'], again: { at: '2026-11-20T12:30:00Z', left: 3 }, ...changes,
});

/** An application about a child that both guardians must sign and nobody has. */
export function sampleSigning(changes: Partial<Signing> = {}): Signing {
  return {
    case: 'c1',
    reference: 'AK-2026-0042',
    title: 'Ansökan om plats i förskola',
    service: { id: 'forskola', name: { sv: 'Plats i förskola', en: 'Preschool' }, url: 'https://kommun.example/forskola/' },
    child: { id: 'b1', givenName: 'Alva' },
    state: 'collecting',
    since: '2026-11-20T12:00:00Z',
    rule: 'all',
    expiresAt: '2026-12-20T22:59:59Z',
    document: {
      title: 'Ansökan om plats i förskola',
      language: 'sv',
      version: 1,
      hash: '3f2a91bc7de045881f6c2b9a0d4e7f113f2a91bc7de045881f6c2b9a0d4e7f11',
      blocks: [
        { kind: 'heading', text: 'Ansökan om plats i förskola' },
        { kind: 'facts', rows: [{ label: 'Ärendenummer', value: 'AK-2026-0042' }, { label: 'Barn', value: 'Alva Testsson' }, { label: 'Född', value: '2022-03-14' }] },
        { kind: 'facts', text: 'Uppgifter i ansökan', rows: [{ label: 'Önskad förskola', value: 'Haganässkolans förskola' }, { label: 'Från och med', value: '11 januari 2027' }] },
        { kind: 'statement', text: 'Vi intygar att uppgifterna stämmer och att vi båda ansöker om platsen.' },
      ],
    },
    parties: [you(), other()],
    can: ['sign', 'decline', 'change', 'withdraw'],
    ...changes,
  };
}

/** The same when whoever is logged in has signed and waits for the other. */
export const waitingSigning = (changes: Partial<Signing> = {}): Signing =>
  sampleSigning({ parties: [you({ state: 'signed', at: '2026-11-21T13:05:00Z' }), other()], can: ['change', 'withdraw'], ...changes });

/** The same when both have signed. */
export const completeSigning = (changes: Partial<Signing> = {}): Signing =>
  sampleSigning({
    state: 'complete',
    since: '2026-11-22T08:30:00Z',
    parties: [you({ state: 'signed', at: '2026-11-21T13:05:00Z' }), { ...other({ state: 'signed', at: '2026-11-22T08:30:00Z', can: [] }) }],
    can: ['download'],
    afterwards: { sv: 'Du får besked om plats inom fyra veckor. Du behöver inte göra något mer.', en: 'You will hear from us within four weeks.' },
    ...changes,
  });

export const waitingItems = (...cases: string[]): WaitingSignings => ({
  items: cases.map((id) => ({ case: id, title: `Ansökan ${id}`, service: { id: 'forskola', name: { sv: 'Plats i förskola' } }, expiresAt: '2026-12-20T22:59:59Z' })),
});

type Calls = { [K in keyof SigningBackend]: Parameters<SigningBackend[K]>[] };

/** Signing that answers at once, and remembers what it was asked. What is done to it is seen in what it tells afterwards. */
export function fakeSigning(first: Signing = sampleSigning(), answers: Partial<SigningBackend> = {}): SigningBackend & { calls: Calls; now: Signing } {
  const fake = { now: first };
  const change = (changes: Partial<Signing>) => ok((fake.now = { ...fake.now, ...changes }));
  const sound: SigningBackend = {
    waitingSignings: async () => ok(waitingItems(fake.now.case)),
    openInvitation: async () => ok({ open: 'case', case: fake.now.case }),
    signing: async (_id, known) => ok(known === JSON.stringify(fake.now) ? { signing: null, etag: known } : { signing: fake.now, etag: JSON.stringify(fake.now) }),
    startSigningOrder: async (_id, { provider, device }) => ok(sampleOrder({ purpose: 'sign', provider, device, pollAfterMs: 1 })),
    sign: async () => change(waitingSigning()),
    decline: async (_id, { reason }) => change({ state: 'declined', can: [], parties: [you({ state: 'declined', ...(reason !== undefined && { reason }) }), other({ can: [] })] }),
    withdraw: async () => change({ state: 'withdrawn', can: [] }),
    stateContact: async () => change({ parties: [fake.now.parties[0]!, other({ state: 'invited', contact: { address: 'r•••@r•••.se', language: 'sv', notice: { state: 'queued', at: '2026-11-21T12:00:00Z' } } })] }),
    sendAgain: async () => change({ parties: [fake.now.parties[0]!, other({ again: { at: new Date(Date.now() + 600_000).toISOString(), left: 2 } })] }),
    ...answers,
  };
  const calls: Calls = { waitingSignings: [], openInvitation: [], signing: [], startSigningOrder: [], sign: [], decline: [], withdraw: [], stateContact: [], sendAgain: [] };
  return Object.assign(fake, {
    calls,
    waitingSignings: (...given: Calls['waitingSignings'][0]) => (calls.waitingSignings.push(given), sound.waitingSignings(...given)),
    openInvitation: (...given: Calls['openInvitation'][0]) => (calls.openInvitation.push(given), sound.openInvitation(...given)),
    signing: (...given: Calls['signing'][0]) => (calls.signing.push(given), sound.signing(...given)),
    startSigningOrder: (...given: Calls['startSigningOrder'][0]) => (calls.startSigningOrder.push(given), sound.startSigningOrder(...given)),
    sign: (...given: Calls['sign'][0]) => (calls.sign.push(given), sound.sign(...given)),
    decline: (...given: Calls['decline'][0]) => (calls.decline.push(given), sound.decline(...given)),
    withdraw: (...given: Calls['withdraw'][0]) => (calls.withdraw.push(given), sound.withdraw(...given)),
    stateContact: (...given: Calls['stateContact'][0]) => (calls.stateContact.push(given), sound.stateContact(...given)),
    sendAgain: (...given: Calls['sendAgain'][0]) => (calls.sendAgain.push(given), sound.sendAgain(...given)),
  });
}

/** A municipality with a page for the inbox. */
export const config = sampleConfig({ links: { ...sampleConfig().links, cases: 'https://kommun.example/mina-sidor/' } });

const mounted = new Set<HTMLElement>();

beforeEach(() => {
  sessionStorage.clear();
  // A new page has said nothing yet.
  document.querySelectorAll('body > [role=status], body > [role=alert]').forEach((region) => region.remove());
});

afterEach(() => {
  for (const container of mounted) container.remove();
  mounted.clear();
  history.replaceState(null, '', location.pathname + location.search);
});

/** Puts `markup` on a page where somebody is logged in, unless `portal` says otherwise; `again` puts it there once more. */
export async function signature(signing = fakeSigning(), markup = '<kommun-guardian-signature></kommun-guardian-signature>', portal: Partial<PortalBackend> = {}) {
  const session = sampleSession();
  const backend = fakeBackend({ config: async () => ok(config), session: async () => ok(session), ...portal });
  const connection = connectionWith(backend);
  signingBackends.set(connection, Promise.resolve(signing));
  const widget = await place(markup, connection);
  return { widget, signing, backend, again: async (words: string) => says(await place(markup, connection), words) };
}

async function place(markup: string, connection: Connection): Promise<KommunGuardianSignature> {
  const container = document.createElement('div');
  mounted.add(container);
  new ContextProvider(container, { context: portalContext, initialValue: { connection, language: undefined } });
  document.body.append(container);
  container.innerHTML = markup;
  await drawn(container);
  return container.querySelector('kommun-guardian-signature')!;
}

const says = (widget: KommunGuardianSignature, words: string) => until(() => heading(widget) === words, `the heading ${words}`);

/** A widget whose heading says `words`. */
export async function showing(words: string, ...given: Parameters<typeof signature>) {
  const made = await signature(...given);
  await says(made.widget, words);
  return made;
}

/** Nobody is logged in until somebody logs in. */
export function loggedOut(): Partial<PortalBackend> {
  let inside = false;
  return {
    session: async () => ok(inside ? sampleSession() : { authenticated: false }),
    startEidOrder: async () => ok(sampleOrder({ state: 'complete', pollAfterMs: 1 })),
    startSession: async () => ((inside = true), ok(sampleSession())),
    endSession: async () => ((inside = false), ok({ loggedOut: true, advice: [] })),
  };
}

export const box = (widget: Element): HTMLElement => widget.shadowRoot!.querySelector('.box')!;
export const text = (widget: Element): string => box(widget).textContent!.replaceAll(/\s+/g, ' ');
export const find = <E extends HTMLElement = HTMLElement>(widget: Element, selector: string): E | null => widget.shadowRoot!.querySelector<E>(selector);
export const all = <E extends HTMLElement = HTMLElement>(widget: Element, selector: string): E[] => [...widget.shadowRoot!.querySelectorAll<E>(selector)];
export const heading = (widget: Element): string => find(widget, '#step')?.textContent ?? '';
export const button = (widget: Element, words: string): HTMLElement =>
  all(widget, 'button, a, summary').find((control) => control.textContent!.includes(words) && !control.closest('dialog:not([open])'))!;

/** What is said politely from here on, each time that it is. */
export function heard(): string[] {
  const said: string[] = [];
  const region = document.querySelector('body > [role=status]')!;
  new MutationObserver(() => { if (region.textContent) said.push(region.textContent); }).observe(region, { childList: true });
  return said;
}
/** The login that the widget has made, when one is seen. */
export const login = (widget: Element): KommunEidLogin | undefined => [...widget.querySelectorAll('kommun-eid-login')].find((one) => one.checkVisibility());
export const refresh = (): boolean => document.dispatchEvent(new Event('visibilitychange'));
