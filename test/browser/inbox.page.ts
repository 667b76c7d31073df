import { ContextProvider } from '@lit/context';
import type { CaseBackend } from '../../src/client/case-backend.ts';
import type { PortalBackend } from '../../src/client/portal-backend.ts';
import type { Case, CaseCounts, CasePage, CaseSummary } from '../../src/contract/case.ts';
import type { Connection } from '../../src/portal/connection.ts';
import { portalContext } from '../../src/portal/portal.ts';
import { KommunUnreadBadge } from '../../src/widgets/inbox/badge.element.ts';
import { caseBackends } from '../../src/widgets/inbox/case-door.controller.ts';
import { KommunCaseInbox } from '../../src/widgets/inbox/inbox.element.ts';
import { connectionWith } from '../support/connection.ts';
import { fakeBackend, ok, sampleSession } from '../support/fake-backend.ts';
import { drawn } from '../support/fixture.ts';
import { until } from '../support/until.ts';
import { readKept } from '../../src/widgets/inbox/kept-text.ts';

export { announced } from '../support/announced.ts';

// The library of long lists asks its bundler whether this is production.
Object.assign(globalThis, { process: { env: { NODE_ENV: 'production' } } });

if (!customElements.get('kommun-case-inbox')) customElements.define('kommun-case-inbox', KommunCaseInbox);
if (!customElements.get('kommun-unread-badge')) customElements.define('kommun-unread-badge', KommunUnreadBadge);

/** A case about a child's place in preschool, which waits for a signature. */
export function sampleCase(id = 'c1', changes: Partial<CaseSummary> = {}): CaseSummary {
  return {
    id,
    title: `Plats i förskola ${id}`,
    service: { id: 'forskola', name: 'Ansökan om förskola' },
    references: [`2026-${id}`],
    concerns: { kind: 'me' },
    status: 'inProgress',
    sourceStatus: 'Handläggs av Utbildning',
    lastEvent: { at: '2026-11-20T12:00:00Z', text: 'Vi har tagit emot ansökan' },
    updatedAt: '2026-11-20T12:00:00Z',
    unread: 0,
    source: 'own',
    ...changes,
  };
}

export const many = (count: number, changes: (index: number) => Partial<CaseSummary> = () => ({})): CaseSummary[] =>
  Array.from({ length: count }, (_, index) => sampleCase(`n${index + 1}`, changes(index)));

export function samplePage(items: CaseSummary[] = [sampleCase()], changes: Partial<CasePage> = {}): CasePage {
  return {
    items,
    nextCursor: null,
    sources: [{ id: 'own', name: 'Kommunens e-tjänster', state: 'ok' }],
    facets: {
      services: [{ id: 'forskola', name: 'Ansökan om förskola' }, { id: 'bygglov', name: 'Bygglov' }],
      children: [{ id: 'b1', givenName: 'Alva' }],
      statuses: ['inProgress', 'decided'],
    },
    ...changes,
  };
}

export const sampleCounts = (changes: Partial<CaseCounts> = {}): CaseCounts => ({ all: 1, waiting: 0, unread: 0, sources: [], ...changes });

/** The whole of a case with two messages, a document and a way left to go. */
export function sampleDetail(changes: Partial<Case> = {}): Case {
  return {
    ...sampleCase(),
    summary: 'Plats från januari.',
    steps: [
      { name: 'Ansökan', state: 'done', at: '2026-11-01T12:00:00Z' },
      { name: 'Handläggning', state: 'current', usualDays: 14 },
      { name: 'Beslut', state: 'coming' },
    ],
    timeline: [{ id: 't1', at: '2026-11-01T12:00:00Z', text: 'Ansökan kom in', isNew: false }, { id: 't2', at: '2026-11-20T12:00:00Z', text: 'Handläggare utsedd', isNew: true }],
    documents: [{ id: 'd1', title: 'Din ansökan', fileName: 'ansokan.pdf', mediaType: 'application/pdf', size: 240_000, at: '2026-11-01T12:00:00Z', origin: 'you' }],
    messages: [
      { id: 'm1', at: '2026-11-10T12:00:00Z', from: 'you', text: 'När får vi besked?', documentIds: [], readAt: '2026-11-11T08:00:00Z' },
      { id: 'm2', at: '2026-11-12T13:05:00Z', from: 'municipality', senderName: 'Hanna Handläggare', text: 'Inom två veckor.', documentIds: ['d1'] },
    ],
    reply: { allowed: true },
    handler: { name: 'Hanna Handläggare', unit: 'Utbildning', phone: '0476-550 01' },
    related: [{ id: 'c2', title: 'Syskonförtur', reference: '2026-c2' }],
    sourceState: { id: 'own', name: 'Kommunens e-tjänster', state: 'ok' },
    ...changes,
  };
}

type Calls = { [K in keyof CaseBackend]: Parameters<CaseBackend[K]>[] };

/** Cases that answer at once, and remember what they were asked. */
export function fakeCases(answers: Partial<CaseBackend> = {}): CaseBackend & { calls: Calls } {
  const draft = { text: '', uploads: [], savedAt: null };
  const sound: CaseBackend = {
    cases: async () => ok(samplePage()),
    caseCounts: async () => ok(sampleCounts()),
    oneCase: async (id) => ok(sampleDetail({ id })),
    markRead: async () => ok(null),
    sendReply: async (_id, { text }) => ok({ id: 'm9', at: '2026-11-24T12:00:00Z', from: 'you', text, documentIds: [] }),
    draft: async () => ok(draft),
    saveDraft: async (_id, { text }) => ok({ text, uploads: [], savedAt: '2026-11-24T12:00:00Z' }),
    discardUpload: async () => ok(null),
    sendFile: (_file, onChange) => {
      queueMicrotask(() => onChange({ at: 'sent', id: 'u1' }));
      return { resume: () => {}, cancel: async () => {} };
    },
    ...answers,
  };
  const calls: Calls = { cases: [], caseCounts: [], oneCase: [], markRead: [], sendReply: [], draft: [], saveDraft: [], discardUpload: [], sendFile: [] };
  return {
    calls,
    cases: (...given) => (calls.cases.push(given), sound.cases(...given)),
    caseCounts: (...given) => (calls.caseCounts.push(given), sound.caseCounts(...given)),
    oneCase: (...given) => (calls.oneCase.push(given), sound.oneCase(...given)),
    markRead: (...given) => (calls.markRead.push(given), sound.markRead(...given)),
    sendReply: (...given) => (calls.sendReply.push(given), sound.sendReply(...given)),
    draft: (...given) => (calls.draft.push(given), sound.draft(...given)),
    saveDraft: (...given) => (calls.saveDraft.push(given), sound.saveDraft(...given)),
    discardUpload: (...given) => (calls.discardUpload.push(given), sound.discardUpload(...given)),
    sendFile: (...given) => (calls.sendFile.push(given), sound.sendFile(...given)),
  };
}

const mounted = new Set<HTMLElement>();

beforeEach(() => {
  // A new page has said nothing yet.
  document.querySelectorAll('body > [role=status], body > [role=alert]').forEach((region) => region.remove());
  home();
});

afterEach(() => {
  for (const container of mounted) container.remove();
  mounted.clear();
  home();
});

let start = location.href;
/** Leaves the address as the test runner wrote it. */
function home(): void {
  if (mounted.size) return;
  if (!new URL(start).searchParams.has('kommun-inbox')) history.replaceState(null, '', start);
  start = location.href;
}

/** The page's query as this test has it, beside what the test runner needs. */
export function at(query: string): void {
  const url = new URL(start);
  history.replaceState(null, '', `${url.pathname}${url.search ? `${url.search}&` : '?'}${query}`);
}

/** The connection of what was put on the page last. */
export let connection: Connection;

/** Puts `markup` on a page whose backend has `cases`, with somebody logged in unless `portal` says otherwise. */
export async function put<E extends HTMLElement>(markup: string, cases: CaseBackend, portal: Partial<PortalBackend> = {}): Promise<E> {
  const container = document.createElement('div');
  mounted.add(container);
  const session = sampleSession();
  connection = connectionWith(fakeBackend({ session: async () => ok(session), ...portal }));
  caseBackends.set(connection, Promise.resolve(cases));
  new ContextProvider(container, { context: portalContext, initialValue: { connection, language: undefined } });
  document.body.append(container);
  container.innerHTML = markup;
  await drawn(container);
  return container.firstElementChild as E;
}

export async function inbox(cases = fakeCases(), markup = '<kommun-case-inbox></kommun-case-inbox>', portal: Partial<PortalBackend> = {}) {
  const widget = await put<KommunCaseInbox>(markup, cases, portal);
  return { widget, cases };
}

/** An inbox whose rows, or whose empty list, are on the screen. */
export async function filled(cases = fakeCases(), markup?: string, portal?: Partial<PortalBackend>) {
  const made = await inbox(cases, markup, portal);
  await until(() => find(made.widget, '.rows, .empty'), 'the list');
  return made;
}

export const text = (widget: Element): string => widget.shadowRoot!.querySelector('.box')!.textContent!.replaceAll(/\s+/g, ' ');
export const find = <E extends HTMLElement = HTMLElement>(widget: Element, selector: string): E | null => widget.shadowRoot!.querySelector<E>(selector);
export const all = <E extends HTMLElement = HTMLElement>(widget: Element, selector: string): E[] => [...widget.shadowRoot!.querySelectorAll<E>(selector)];
export const button = (widget: Element, words: string): HTMLElement => all(widget, 'button, a, summary').find((control) => control.textContent!.includes(words))!;
export const titles = (widget: Element): string[] => all(widget, '.rows article a[data-case]').map((link) => link.textContent!.trim());

/** The search that the browser's step in its history keeps. */
export const keptSearch = (): string | undefined => readKept('kommun-inbox')?.text;
export const searchOf = (key = 'kommun-inbox'): string | null => new URLSearchParams(location.search).get(key);
