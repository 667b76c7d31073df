import type { ReactiveController } from 'lit';
import type { FaqHost, FaqList } from './faq.list.ts';

/** Follows the page's address to a question, or to anything inside an answer: at load, when it changes, and when the same link is pressed again. */
export class AddressController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #list: FaqList;
  #followed = '';

  constructor(host: FaqHost, list: FaqList) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
    addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
    removeEventListener('click', this.#onClick);
  }

  /** What the address leads to may come later than the address. */
  hostUpdated(): void {
    if (this.#host.isConnected && location.hash !== this.#followed) void this.#follow();
  }

  readonly #onClick = (event: Event) => {
    const same = event.composedPath().some((node) => node instanceof HTMLAnchorElement && node.hash && node.href === location.href);
    if (same) void this.#follow();
  };

  // In a list within an answer the outer list follows as well, each on its own, since either may be ready first.
  readonly #follow = async () => {
    const { hash } = location;
    const host = this.#host;
    const list = this.#list;
    const target = (host.getRootNode() as Document).getElementById(decoded(hash.slice(1)));
    const question = target && list.items.find((item) => [item.question, ...item.nodes].some((node) => node.contains(target)))?.question;
    if (!question) return;
    this.#followed = hash;
    if (!list.found?.has(question)) list.found = undefined;
    if (!list.open.has(question)) list.toggle(question);
    await host.updateComplete;
    target.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'auto' });
  };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
