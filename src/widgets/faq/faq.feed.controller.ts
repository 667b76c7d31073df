import type { ReactiveController } from 'lit';
import type { Answer } from '../../client/portal-backend.ts';
import { noAnswer, problemOf } from '../../client/problem-of.ts';
import { announce } from '../../kit/announce.ts';
import { RemoteController, type Remote } from '../../kit/remote.ts';
import { warnAttribute, warnEditor } from '../../kit/warn-editor.ts';
import { httpAddress } from '../../portal/api-address.ts';
import { isOfTheSite } from '../../portal/of-the-site.ts';
import { readFeed, type Feed } from './faq.feed.ts';
import { writeItem } from './faq.feed-markup.ts';
import type { FaqHost, FaqList } from './faq.list.ts';
import { surroundingsOf, type Surroundings } from './faq.surroundings.ts';

/** Milliseconds that a feed may take, its body included. */
const patience = 10_000;

async function fetchFeed(url: URL, signal: AbortSignal): Promise<Answer<Feed>> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const timer = setTimeout(abort, patience);
  signal.addEventListener('abort', abort);
  try {
    const response = await fetch(url, { signal: stop.signal, headers: { Accept: 'application/json' } });
    const body: unknown = await response.json().catch(() => stop.signal.throwIfAborted());
    return read(response, body);
  } catch {
    signal.throwIfAborted();
    return { ok: false, problem: stop.signal.aborted ? { code: 'timed-out' } : noAnswer() };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

function read(response: Response, body: unknown): Answer<Feed> {
  if (!response.ok) return { ok: false, problem: problemOf(response, body) };
  const feed = readFeed(body);
  return feed ? { ok: true, value: feed } : { ok: false, problem: { code: 'unreadable-answer', status: response.status } };
}


/** Fetches the questions of `src` and writes them into the tag, where they are treated as the editor's own. */
export class FeedController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #list: FaqList;
  readonly #surroundings: Surroundings;
  readonly #remote: RemoteController<Feed, readonly [string | undefined]>;
  #written: Feed | undefined;
  #retrying = false;

  constructor(host: FaqHost, list: FaqList) {
    this.#host = host;
    this.#list = list;
    this.#surroundings = surroundingsOf(host);
    this.#remote = new RemoteController(host, {
      args: () => [host.src] as const,
      ask: ([src], signal) => this.#ask(src, signal),
      isEmpty: ({ items }) => items.length === 0,
    });
    host.addController(this);
  }

  hostUpdate(): void {
    const { state } = this.#remote;
    if (state.at !== 'ready' || state.value === this.#written) return;
    this.#written = state.value;
    this.#host.replaceChildren(...state.value.items.map(writeItem));
  }

  hostUpdated(): void {
    const { state } = this.#remote;
    const first = this.#list.items[0]?.question.shadowRoot?.querySelector('button');
    if (!this.#retrying || state.at === 'loading' || (state.at === 'ready' && !first)) return;
    this.#retrying = false;
    if (state.at === 'ready') first?.focus();
    if (state.at === 'failed') announce(this.#surroundings.words.say('failed'), { lang: this.#surroundings.words.language });
  }

  get state(): Remote<Feed> {
    return this.#remote.state;
  }

  /** Whether the tag holds nothing to read meanwhile, or somebody has pressed the button and waits. */
  get waitedFor(): boolean {
    return this.#retrying || !this.#list.items.length;
  }

  retry(): void {
    this.#retrying = true;
    this.#remote.retry();
  }

  async #ask(src: string | undefined, signal: AbortSignal): Promise<Answer<Feed>> {
    if (!src) return { ok: true, value: { items: [], unknown: [] } };
    const url = httpAddress(src);
    if (!url || !isOfTheSite(url)) {
      warnAttribute(this.#host, 'src', src, 'adressen till frågorna som JSON, till exempel /fragor.json, på den här webbplatsen eller kommunens tjänst');
      return { ok: false, problem: { code: 'misconfigured' } };
    }
    const answer = await fetchFeed(url, signal);
    if (answer.ok && answer.value.unknown.length) {
      warnEditor({ element: this.#host, message: `Delar av svaren i ${url.pathname} visas inte, eftersom de är av ett slag som inte är känt: ${[...new Set(answer.value.unknown)].join(', ')}. Tillåtet: paragraph, list, steps.` });
    }
    return answer;
  }
}
