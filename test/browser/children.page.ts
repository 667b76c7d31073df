import { ContextProvider } from '@lit/context';
import type { ChildrenBackend } from '../../src/client/children-backend.ts';
import type { PortalBackend } from '../../src/client/portal-backend.ts';
import type { Child, ChildList } from '../../src/contract/child.ts';
import { portalContext } from '../../src/portal/portal.ts';
import { childrenBackends } from '../../src/widgets/children/children-door.controller.ts';
import { KommunChildPicker } from '../../src/widgets/children/picker.element.ts';
import { connectionWith } from '../support/connection.ts';
import { fakeBackend, ok, sampleSession } from '../support/fake-backend.ts';
import { drawn } from '../support/fixture.ts';
import { until } from '../support/until.ts';

export { announced } from '../support/announced.ts';

if (!customElements.get('kommun-child-picker')) customElements.define('kommun-child-picker', KommunChildPicker);

export const alva: Child = { id: 'a1', displayName: 'Alva Lindgren', birthYear: 2015, school: { name: 'Elmeskolan', year: 5 } };
export const noel: Child = { id: 'n1', displayName: 'Noel Lindgren', birthYear: 2017, school: { name: 'Elmeskolan', year: 3 } };
export const iris: Child = { id: 'i1', displayName: 'Iris Lindgren', birthYear: 2021, notFor: 'too-young' };

/** The children of a guardian for an e-service from six years of age; `changes` replaces whole fields. */
export function sampleChildren(items: Child[] = [alva, noel], changes: Partial<ChildList> = {}): ChildList {
  return {
    service: { id: 'skolskjuts', name: { sv: 'Skolskjuts', en: 'School transport' }, ages: { from: 6, to: 16 }, guardians: 'all' },
    items,
    missingReasons: ['custody', 'protected', 'school'],
    ...changes,
  };
}

/** Children that come at once, and what was asked about them. */
export function fakeChildren(children: ChildrenBackend['children'] = async () => ok(sampleChildren())): ChildrenBackend & { asked: string[] } {
  const asked: string[] = [];
  return { asked, children: (service, signal) => (asked.push(service), children(service, signal)) };
}

const mounted = new Set<HTMLElement>();

beforeEach(() => {
  // A new page has said nothing yet.
  document.querySelectorAll('body > [role=status], body > [role=alert]').forEach((region) => region.remove());
});

afterEach(() => {
  for (const container of mounted) container.remove();
  mounted.clear();
});

export const usual = '<kommun-child-picker service="skolskjuts" name="barn" required></kommun-child-picker>';

/** A page with `markup` whose backend has `children`, with somebody logged in unless `portal` says otherwise. */
export async function page(children: ChildrenBackend = fakeChildren(), markup = usual, portal: Partial<PortalBackend> = {}) {
  const container = document.createElement('div');
  mounted.add(container);
  const session = sampleSession();
  const connection = connectionWith(fakeBackend({ session: async () => ok(session), ...portal }));
  childrenBackends.set(connection, Promise.resolve(children));
  new ContextProvider(container, { context: portalContext, initialValue: { connection, language: undefined } });
  document.body.append(container);
  container.innerHTML = markup;
  await drawn(container);
  return { container, picker: container.querySelector<KommunChildPicker>('kommun-child-picker')! };
}

/** A page whose picker shows its children, or that there are none. */
export async function filled(children?: ChildrenBackend, markup?: string, portal?: Partial<PortalBackend>) {
  const made = await page(children, markup, portal);
  await until(() => find(made.picker, '.missing'), 'the children');
  return made;
}

export const find = <E extends HTMLElement = HTMLElement>(picker: Element, selector: string): E | null => picker.shadowRoot!.querySelector<E>(selector);
export const all = <E extends HTMLElement = HTMLElement>(picker: Element, selector: string): E[] => [...picker.shadowRoot!.querySelectorAll<E>(selector)];
export const inputs = (picker: Element): HTMLInputElement[] => all<HTMLInputElement>(picker, 'input');
export const text = (picker: Element): string => (find(picker, '.box')!.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
export const button = (picker: Element, words: string): HTMLElement => all(picker, 'button, a, summary').find((control) => control.textContent!.includes(words))!;

export const login = (picker: Element): HTMLElement | null => picker.querySelector<HTMLElement>('kommun-eid-login');
