import type { LitElement, ReactiveController } from 'lit';
import { readView, writeView, type InboxView } from './inbox.view.machine.ts';

/** So long somebody has paused in typing. */
const pause = 250;

/** Keeps what the citizen has chosen to see in one key of the page's query, whatever else stands there. */
export class AddressController implements ReactiveController {
  readonly #host: LitElement;
  readonly #usual: () => InboxView;
  readonly #onReturn: () => void;
  #key = 'kommun-inbox';
  #typed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `usual` is what shows when the address says nothing; `onReturn` hears that the citizen went back or forward. */
  constructor(host: LitElement, usual: () => InboxView, onReturn: () => void) {
    this.#host = host;
    this.#usual = usual;
    this.#onReturn = onReturn;
    host.addController(this);
  }

  hostConnected(): void {
    this.#key = keyOf(this.#host);
    addEventListener('popstate', this.#onPop);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPop);
    clearTimeout(this.#timer);
  }

  get view(): InboxView {
    const own = partsOf(location.search).find((part) => part.startsWith(`${this.#key}=`));
    return readView(own ? decoded(own.slice(this.#key.length + 1)) : '', this.#usual());
  }

  /** A link to `view` on this page, or on `page`. */
  hrefOf(view: InboxView, page: string = location.href): string {
    if (!URL.canParse(page, location.href)) return '';
    const url = new URL(page, location.href);
    const key = page === location.href ? this.#key : 'kommun-inbox';
    const written = writeView(view, this.#usual());
    const rest = partsOf(url.search).filter((part) => !part.startsWith(`${key}=`));
    const search = [...rest, ...(written ? [`${key}=${encoded(written)}`] : [])].join('&');
    url.search = '';
    return `${url.origin}${url.pathname}${search && `?${search}`}${url.hash}`;
  }

  /** Changes the view once nobody has typed for a moment. */
  soon(change: Partial<InboxView>, typed: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.go({ ...this.view, ...change }, typed), pause);
  }

  /** Shows `view`, as a step that Back undoes; a step of the same kind that `typed` names takes the place of the one before. */
  go(view: InboxView, typed?: string): void {
    clearTimeout(this.#timer);
    const href = this.hrefOf(view);
    if (href !== location.href) {
      // The page's own router may keep something in its state.
      if (typed !== undefined && typed === this.#typed) history.replaceState(history.state, '', href);
      else history.pushState(history.state, '', href);
    }
    this.#typed = typed;
    this.#host.requestUpdate();
  }

  readonly #onPop = (): void => {
    this.#typed = undefined;
    this.#onReturn();
    this.#host.requestUpdate();
  };
}

/** One inbox on a page has the plain key; several are told apart by their ids, or else by their order. */
function keyOf(host: Element): string {
  const all = [...document.querySelectorAll(`${host.localName}:not([compact])`)];
  if (all.length < 2) return 'kommun-inbox';
  return `kommun-inbox-${host.id || all.indexOf(host) + 1}`;
}

const partsOf = (search: string): string[] => search.replace(/^\?/, '').split('&').filter(Boolean);
const encoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
const decoded = (text: string): string => new URLSearchParams(`x=${text}`).get('x') ?? '';
