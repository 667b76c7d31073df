import type { Page } from 'playwright-core';
import type { CasePage, CaseSummary } from '../src/contract/case.ts';

/** How many cases the inbox fetches at a time. */
export const pageSize = 50;

export const cases = (count: number): CaseSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `case-${index}`,
    title: `Ansökan nummer ${index + 1}`,
    service: { id: 'service', name: 'Förskola och fritidshem' },
    references: [`2026-${index}`],
    concerns: { kind: 'child', childId: 'child', givenName: 'Alva' },
    status: 'inProgress',
    sourceStatus: 'Handläggning pågår',
    lastEvent: { at: '2026-11-20T12:00:00Z', text: 'Kommunen har tagit emot ansökan' },
    updatedAt: '2026-11-20T12:00:00Z',
    unread: index % 3,
    source: 'own',
  }));

const session = () => ({
  authenticated: true,
  person: { displayName: 'Prov' },
  provider: 'test',
  loa: 'loa3',
  now: new Date().toISOString(),
  idleExpiresAt: new Date(Date.now() + 1_800_000).toISOString(),
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
});

/** Answers as the backend would, from memory. */
export async function pretend(page: Page, count: number): Promise<void> {
  const all = cases(count);
  const sources = [{ id: 'own', name: 'E-tjänster', state: 'ok' }];
  await page.route('**/api/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const answer = (json: unknown) => route.fulfill({ json });
    if (pathname.endsWith('/session')) return answer(session());
    if (pathname.endsWith('/cases/counts')) return answer({ all: count, waiting: 0, unread: 0, sources });
    if (!pathname.endsWith('/cases')) return route.fulfill({ status: 404 });
    const from = Number(searchParams.get('cursor') ?? 0);
    const limit = Number(searchParams.get('limit') ?? pageSize);
    const found = all.filter(({ title }) => title.includes(searchParams.get('q') ?? ''));
    const next = from + limit < found.length ? String(from + limit) : null;
    const casePage: CasePage = { items: found.slice(from, from + limit), nextCursor: next, sources, facets: { services: [], children: [], statuses: [] } };
    return answer(casePage);
  });
}

export const pageOf = (body: string, head = '') =>
  `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Ärenden</title>${head}<style>body { margin: 2rem auto; max-width: 45rem; font-family: sans-serif } li { padding: 1em 0; border-bottom: 1px solid } .window { position: relative } .window li { position: absolute; top: 0; inset-inline: 0 }</style></head><body>${body}</body></html>`;

/** The rows of the two that the inbox is measured against, drawn from an answer that is there. */
export const rivals = `
  const row = (one) => '<article><h3><a href="#">' + one.title + ' <span>' + one.unread + ' nyheter</span></a></h3><p><b>Under handläggning</b> – ' + one.sourceStatus + '</p><p>' + one.service.name + ' Gäller ' + one.concerns.givenName + '</p><p>Ärende ' + one.references[0] + ' <button>Kopiera ärendenummer</button></p><p>' + one.lastEvent.text + '</p></article>';
  window.draw = (kind) => {
    const { items } = JSON.parse(window.answer);
    const list = document.querySelector('ul');
    if (kind !== 'virtual-core') {
      list.innerHTML = items.map((one) => '<li>' + row(one) + '</li>').join('');
      const field = document.querySelector('#q');
      field.addEventListener('input', () => { for (const li of list.children) li.hidden = !li.textContent.includes(field.value); });
      return;
    }
    list.className = 'window';
    const rows = new Map();
    const place = (lines) => {
      list.style.height = lines.getTotalSize() + 'px';
      const shown = new Set();
      for (const { index, start } of lines.getVirtualItems()) {
        shown.add(index);
        let li = rows.get(index);
        if (!li) { li = document.createElement('li'); li.dataset.index = index; li.innerHTML = row(items[index]); rows.set(index, li); list.append(li); }
        li.style.translate = '0 ' + (start - lines.options.scrollMargin) + 'px';
        lines.measureElement(li);
      }
      for (const [index, li] of rows) if (!shown.has(index)) { li.remove(); rows.delete(index); }
    };
    const lines = new core.Virtualizer({ count: items.length, getScrollElement: () => window, estimateSize: () => 170, overscan: 8, scrollMargin: list.offsetTop, initialOffset: 0, observeElementRect: core.observeWindowRect, observeElementOffset: core.observeWindowOffset, scrollToFn: core.windowScroll, onChange: place });
    lines._didMount(); lines._willUpdate(); place(lines);
  };`;
