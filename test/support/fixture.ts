import { ContextProvider } from '@lit/context';
import { render, type TemplateResult } from 'lit';
import type { PortalBackend } from '../../src/client/portal-backend.ts';
import type { Connection } from '../../src/portal/connection.ts';
import { portalContext } from '../../src/portal/portal.ts';
import { connectionWith } from './connection.ts';

export interface FixtureOptions {
  /** What the widgets inside talk to; without it they find no portal at all. */
  backend?: PortalBackend;
  /** Hears of the connection to that backend before any widget does. */
  prepare?: (connection: Connection) => void;
  /** The portal's own language. */
  language?: string;
}

const mounted = new Set<HTMLElement>();

afterEach(() => {
  for (const container of mounted) container.remove();
  mounted.clear();
});

/** Puts `content` on the page until the test ends, and returns its first element when all widgets in it are drawn. */
export async function fixture<E extends HTMLElement = HTMLElement>(content: string | TemplateResult, options: FixtureOptions = {}): Promise<E> {
  const container = document.createElement('div');
  mounted.add(container);
  if (options.backend) {
    const connection = connectionWith(options.backend);
    options.prepare?.(connection);
    const portal = { connection, language: options.language };
    new ContextProvider(container, { context: portalContext, initialValue: portal });
  }
  document.body.append(container);
  if (typeof content === 'string') container.innerHTML = content;
  else render(content, container);
  await drawn(container);
  return container.firstElementChild as E;
}

/** Resolves when every widget in `root` has drawn what it knows. */
export async function drawn(root: Element): Promise<void> {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if ('updateComplete' in element) await element.updateComplete;
  }
}
