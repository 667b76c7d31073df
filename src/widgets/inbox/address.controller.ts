import type { LitElement, ReactiveController } from 'lit';
import { httpAddress } from '../../portal/api-address.ts';
import { readView, searchable, writeView, type InboxView } from './inbox.view.machine.ts';
import { forgetKept, readKept, stateWith, type KeptText } from './kept-text.ts';

/** So long somebody has paused in typing. */
const pause = 250;

export interface AddressOptions {
  /** What shows when the address says nothing. */
  usual: () => InboxView;
  /** Names the session of whoever is logged in; empty for nobody. */
  session: () => string;
  /** Hears that the citizen went back or forward. */
  onReturn: () => void;
}

/**
 * Keeps what the citizen has chosen to see in one key of the page's query, whatever else stands there. Words that they
 * have typed may name somebody, so those stay in memory, beside the browser's step in its history, while the session lasts.
 */
export class AddressController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: AddressOptions;
  #key = 'kommun-inbox';
  #kept: KeptText | undefined;
  #typed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, options: AddressOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#key = takenBy(this.#host);
    this.#kept = readKept(this.#key);
    addEventListener('popstate', this.#onPop);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#onPop);
    clearTimeout(this.#timer);
    if (taken.get(this.#key) === this.#host) taken.delete(this.#key);
  }

  get view(): InboxView {
    const own = partsOf(location.search).find((part) => part.startsWith(`${this.#key}=`));
    return { ...readView(own ? decoded(own.slice(this.#key.length + 1)) : '', this.#options.usual()), q: this.#text };
  }

  /** A link to `view` on this page, or on `page`. */
  hrefOf(view: InboxView, page: string = location.href): string {
    const url = httpAddress(page);
    if (!url) return '';
    const key = page === location.href ? this.#key : 'kommun-inbox';
    const written = writeView(view, this.#options.usual());
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
    const text = searchable(view.q);
    if (href !== location.href || text !== this.#text) {
      this.#kept = text ? { text, session: this.#options.session() } : undefined;
      const state = stateWith(this.#key, this.#kept);
      if (typed !== undefined && typed === this.#typed) history.replaceState(state, '', href);
      else history.pushState(state, '', href);
    }
    this.#typed = typed;
    this.#host.requestUpdate();
  }

  /** Throws away what was typed, for somebody who is logged in no longer. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#typed = undefined;
    forgetKept();
    if (!this.#kept) return;
    this.#kept = undefined;
    history.replaceState(stateWith(this.#key, undefined), '');
  }

  get #text(): string {
    const session = this.#options.session();
    return session && this.#kept?.session === session ? searchable(this.#kept.text) : '';
  }

  readonly #onPop = (): void => {
    clearTimeout(this.#timer);
    this.#typed = undefined;
    this.#kept = readKept(this.#key);
    this.#options.onReturn();
    this.#host.requestUpdate();
  };
}

/** Keys of the inboxes on the page, wherever they stand: no query reaches into every shadow tree. */
const taken = new Map<string, Element>();

/** The first inbox on a page has the plain key, which links from elsewhere carry; others are told apart by id, or else by order. */
function takenBy(host: Element): string {
  const plain = 'kommun-inbox';
  // A short list opens nothing here.
  if (host.matches('[compact]')) return plain;
  const names = [plain, ...(host.id ? [`${plain}-${host.id}`] : []), ...[...taken].map((_, index) => `${plain}-${index + 2}`)];
  const key = names.find((name) => !taken.has(name)) ?? plain;
  taken.set(key, host);
  return key;
}

const partsOf = (search: string): string[] => search.replace(/^\?/, '').split('&').filter(Boolean);
const encoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);
const decoded = (text: string): string => new URLSearchParams(`x=${text}`).get('x') ?? '';
