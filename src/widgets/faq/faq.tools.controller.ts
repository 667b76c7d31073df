import type { ReactiveController } from 'lit';
import { announce, prepareAnnouncer } from '../../kit/announce.ts';
import { KommunFaqAnsweredEvent } from './faq.answered.event.ts';
import { sendFeedback } from './faq.opinions.controller.ts';
import type { FaqHost } from './faq.list.ts';
import { slug } from './faq.slug.ts';
import { surroundingsOf, type Surroundings } from './faq.surroundings.ts';

export type Copying = 'copied' | 'copy.by-hand';
export type Answering = 'sending' | 'thanks' | 'not-sent';

/** Copies the address of a question, and takes what somebody thought of the answer. */
export class ToolsController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #surroundings: Surroundings;
  readonly #copying = new Map<string, Copying>();
  readonly #answering = new Map<string, Answering>();
  /** Id of what is to have the focus, when what had it goes. */
  #focus: string | undefined;

  constructor(host: FaqHost) {
    this.#host = host;
    this.#surroundings = surroundingsOf(host);
    prepareAnnouncer();
    host.addController(this);
  }

  get surroundings(): Surroundings {
    return this.#surroundings;
  }

  hostUpdated(): void {
    if (!this.#focus) return;
    const next = this.#host.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(this.#focus)}`);
    this.#focus = undefined;
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  }

  /** How copying the address of question `id` went, if somebody has tried. */
  copying(id: string): Copying | undefined {
    return this.#copying.get(id);
  }

  /** How far the opinion on question `id` has come, if somebody has given one. */
  answering(id: string): Answering | undefined {
    return this.#answering.get(id);
  }

  async copy(id: string): Promise<void> {
    const state = await navigator.clipboard?.writeText(addressOf(id)).then(() => 'copied' as const, () => undefined) ?? 'copy.by-hand';
    this.#copying.clear();
    this.#copying.set(id, state);
    if (state === 'copied') this.#announce(state);
    else this.#focus = `address-${id}`;
    this.#host.requestUpdate();
  }

  async answer(id: string, helpful: boolean): Promise<void> {
    if (this.#answering.get(id) === 'sending') return;
    this.#answering.set(id, 'sending');
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new KommunFaqAnsweredEvent(id, helpful));
    const received = await sendFeedback(this.#surroundings.portal.connection, { question: slug(id), helpful });
    this.#answering.set(id, received ? 'thanks' : 'not-sent');
    if (received) this.#focus = `thanks-${id}`;
    else this.#announce('not-sent');
    this.#host.requestUpdate();
  }

  #announce(key: 'copied' | 'not-sent'): void {
    const { say, language } = this.#surroundings.words;
    announce(say(key), { lang: language });
  }
}

/** The whole address of a question, whatever the page's `<base>` is, and without what the widgets themselves keep in the page's address. */
export function addressOf(id: string): string {
  const address = new URL(location.href);
  for (const key of [...address.searchParams.keys()]) if (key.startsWith('kommun-')) address.searchParams.delete(key);
  address.hash = id;
  return address.href;
}
