import type { ReactiveController } from 'lit';
import { warnAttribute } from '../../kit/warn-editor.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { AddressController } from './faq.address.controller.ts';
import { KommunFaqToggledEvent } from './faq.events.ts';
import { safeHref } from './faq.href.ts';
import type { FaqItem, FaqPart } from './faq.items.ts';
import { lateText, type LateWords } from './faq.late.text.ts';
import type { FaqHost, FaqList } from './faq.list.ts';
import { ensureId } from './faq.slug.ts';
import type { LatePart } from './faq.surroundings.ts';
import type { FaqWords } from './faq.text.ts';

interface Parts {
  feed?: LatePart;
  search?: LatePart & { readonly count: string | undefined };
  tools?: LatePart<[FaqItem]>;
  surroundings?: { portal: LatePart['portal'] };
  jsonLd?: ReactiveController;
  mend?: ReactiveController;
}

/** Whether both have the same nodes in the same places. */
const isSame = (one: FaqPart, other: FaqPart): boolean =>
  one.question === other.question && one.nodes.length === other.nodes.length && one.nodes.every((node, index) => node === other.nodes[index]);

/** Everything that a list does without at its first look; each part's code is fetched when it is first needed. */
export class LateParts implements ReactiveController {
  readonly #host: FaqHost;
  readonly #list: FaqList;
  readonly #words: WordsController<FaqWords>;
  readonly #lateWords: WordsController<LateWords>;
  readonly #parts: Parts = {};
  readonly #asked = new Set<keyof Parts>();
  #told: ReadonlySet<Element> = new Set();
  #drawn: readonly FaqPart[] = [];
  readonly #broken = new Set<keyof Parts>();

  constructor(host: FaqHost, list: FaqList, words: WordsController<FaqWords>) {
    this.#host = host;
    this.#list = list;
    this.#words = words;
    this.#lateWords = new WordsController(host, undefined, lateText);
    new AddressController(host, list);
    host.addController(this);
  }

  hostUpdate(): void {
    for (const { question } of this.#list.items) ensureId(question);
  }

  hostUpdated(): void {
    this.#tellToggled();
    this.#drawAgain();
    const host = this.#host;
    const list = this.#list;
    if (list.odd) this.#bring('mend', async () => new (await import('./faq.mend.controller.ts')).MendController(host, list));
    if (host.contactHref && !safeHref(host.contactHref)) warnAttribute(host, 'contact-href', host.contactHref, 'en adress som börjar med https:, http:, mailto: eller tel:, eller en sökväg på webbplatsen');
    if (host.src) this.#bring('feed', async () => (await import('./faq.feed.view.ts')).feedPart(host, list));
    if (list.open.size) this.#bring('tools', async () => (await import('./faq.tools.view.ts')).toolsPart(host));
    if (list.query !== undefined) this.#bring('search', async () => (await import('./faq.search.view.ts')).searchPart(host, list));
    if (host.jsonLd) this.#bring('jsonLd', async () => new (await import('./faq.json-ld.controller.ts')).JsonLdController(host, list));
    if (host.closest('kommun-portal')) this.#bring('surroundings', async () => (await import('./faq.surroundings.ts')).surroundingsOf(host));
  }

  /** What there is to say of a feed. */
  feed(): unknown {
    return this.#parts.feed?.render() ?? (this.#broken.has('feed') ? this.#lateWords.say('broken') : undefined);
  }

  /** How many questions a search has found, in words; `undefined` when there is no search. */
  get count(): string | undefined {
    return this.#broken.has('search') ? this.#lateWords.say('broken') : this.#parts.search?.count;
  }

  /** What stands below the answer of `item`. */
  tools(item: FaqItem): unknown {
    return this.#parts.tools?.render(item);
  }

  /** The way on for somebody who found no answer. */
  wayOn(): unknown {
    return this.#parts.search?.render();
  }

  /** Chromium (156) leaves out an open answer that has got another slot while something on the page has the focus, until its box is made anew. */
  #drawAgain(): void {
    const before = this.#drawn;
    const { parts } = this.#list;
    this.#drawn = parts;
    if (parts.length === before.length && parts.every((part, index) => isSame(part, before[index]!))) return;
    const panels = this.#host.renderRoot.querySelectorAll<HTMLElement>('.panel:not([hidden])');
    // As high as it was, or the page would be shorter for a moment, and scroll whoever reads at its end.
    for (const { style } of panels) style.cssText = 'display:grid;grid-template-columns:minmax(0,1fr)';
    this.#host.getBoundingClientRect();
    for (const { style } of panels) style.cssText = '';
  }

  #tellToggled(): void {
    const { items, open } = this.#list;
    const before = this.#told;
    if (open === before) return;
    this.#told = open;
    for (const { question } of items) {
      if (open.has(question) !== before.has(question)) this.#host.dispatchEvent(new KommunFaqToggledEvent(question.id, open.has(question)));
    }
  }

  async #bring<K extends keyof Parts>(part: K, make: () => Promise<Parts[K]>): Promise<void> {
    if (this.#asked.has(part)) return;
    this.#asked.add(part);
    try {
      const made = await make();
      this.#parts[part] = made;
      if (made && 'portal' in made) this.#words.portal = made.portal;
    } catch {
      this.#broken.add(part);
    }
    this.#host.requestUpdate();
  }
}
