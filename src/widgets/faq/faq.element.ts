import { LitElement, html, nothing } from 'lit';
import { baseStyles } from '../../kit/base.styles.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { levelOf, type FaqItem, type FaqPart } from './faq.items.ts';
import type { LateParts } from './faq.late.ts';
import { canSlot, FaqList } from './faq.list.ts';
import { faqStyles } from './faq.styles.ts';
import { faqText } from './faq.text.ts';

/** With this many questions there is something to search in. */
const many = 4;

/**
 * Questions and answers that fold out. Write headings with text below them, or `<details>`, as ordinary content inside
 * the tag; it stays in the page, so that it is read without JavaScript, found by search engines and styled by the site.
 *
 * @slot - headings with text below, or `<details>`; what comes before the first question is always shown
 * @event {KommunFaqToggledEvent} kommun-faq-toggled - a question was opened or closed
 * @event {KommunFaqAnsweredEvent} kommun-faq-answered - somebody said whether an answer helped
 * @cssproperty --kommun-question-size - size of the questions' text
 * @cssproperty --kommun-scroll-margin - room above a question that a link leads to
 */
export class KommunFaq extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', slotAssignment: 'manual' };
  static override styles = [baseStyles, faqStyles];
  static override properties = {
    headingLevel: { attribute: 'heading-level', type: Number },
    exclusive: { type: Boolean },
    search: { type: Boolean },
    feedback: { type: Boolean },
    jsonLd: { attribute: 'json-ld', type: Boolean },
    src: {},
    contactHref: { attribute: 'contact-href' },
  };

  /** Level of the questions' headings, 2 to 6; without it the level that the editor chose. */
  declare headingLevel: number | undefined;
  /** Only one answer open at a time. */
  declare exclusive: boolean;
  /** Search field also in a list with fewer than four questions. */
  declare search: boolean;
  /** Asks below each answer whether it helped; sent only to a backend whose configuration allows it. */
  declare feedback: boolean;
  /** Tells search engines about the questions, as `FAQPage`. */
  declare jsonLd: boolean;
  /** Address of a feed in JSON; its questions take the place of what the tag holds. */
  declare src: string | undefined;
  /** Where somebody who found no answer is led; otherwise the municipality's own contact. */
  declare contactHref: string | undefined;

  readonly #list = new FaqList(this);
  readonly #words = new WordsController(this, undefined, faqText);
  #late: LateParts | undefined;
  #asked = false;

  constructor() {
    super();
    this.exclusive = this.search = this.feedback = this.jsonLd = false;
  }

  protected override updated(): void {
    const { odd, open, query } = this.#list;
    if (!canSlot) return;
    if (odd || open.size || query !== undefined || this.src || this.jsonLd || this.contactHref || location.hash || this.closest('kommun-portal')) void this.#bringLate();
  }

  /** Fetches what the first look does without, once. */
  async #bringLate(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const { LateParts } = await import('./faq.late.ts');
      this.#late = new LateParts(this, this.#list, this.#words);
      this.requestUpdate();
    } catch {
      // The next press tries again.
      this.#asked = false;
    }
  }

  readonly #onSearch = ({ target }: Event): void => {
    this.#list.query = (target as HTMLInputElement).value;
    this.requestUpdate();
  };

  protected override render(): unknown {
    if (!canSlot) return html`<slot></slot>`;
    const { parts } = this.#list;
    let first = Math.max(parts.findIndex(({ question }) => question), 0);
    // A title right over the first question belongs below the search, which is for all of the list.
    while (levelOf(parts[first - 1]?.nodes[0])) first--;
    return [this.#late?.feed(), parts.slice(0, first).map(this.#part), this.#bar(), parts.slice(first).map(this.#part), this.#late?.wayOn()];
  }

  #bar(): unknown {
    const { items, open, found } = this.#list;
    const { say, ready, language } = this.#words;
    if (items.length < many && !this.search) return nothing;
    const all = items.every(({ question }) => open.has(question));
    const toggle = () => this.#list.setOpen(all ? [] : items.map(({ question }) => question));
    return html`<div class="bar" lang=${language}>${ready ? html`
      <label for="search" .textContent=${say('search')}></label>
      <input id="search" type="search" autocomplete="off" .value=${this.#list.query ?? ''} @focus=${this.#onSearch} @input=${this.#onSearch} @keydown=${stop}>
      <span .textContent=${this.#late?.count ?? say('count', { count: items.length })}></span>
      <button type="button" ?hidden=${this.exclusive || found || items.length < many} @click=${handled(toggle)} .textContent=${say(all ? 'hideAll' : 'showAll')}></button>` : nothing}</div>`;
  }

  readonly #part = (part: FaqPart): unknown => {
    const { open, found, parts } = this.#list;
    const { question } = part;
    if (!question) return html`<div ?hidden=${found && (part !== parts[0] || levelOf(part.nodes[0]))}><slot></slot></div>`;
    const toggle = () => this.#list.toggle(question);
    // Something that the editor has hidden until it is found, in an open answer, is found there too.
    const show = ({ eventPhase }: Event) => eventPhase === 2 && toggle();
    return html`<div class="item" ?hidden=${found && !found.has(question)}><div @click=${handled(toggle)}><slot></slot></div><div class="panel" hidden=${open.has(question) ? nothing : 'until-found'} @beforematch=${show}><div class="answer"><slot></slot><div class="tools" @click=${stop}>${this.#late?.tools(part as FaqItem)}</div></div></div></div>`;
  };
}

// What happens on the list's own controls is nobody else's: some pages follow a link wherever a block is pressed, or
// take a letter for a command.
const handled = (deal: () => void) => (event: Event) => (event.stopPropagation(), deal());
const stop = (event: Event) => event.stopPropagation();

declare global {
  interface HTMLElementTagNameMap {
    'kommun-faq': KommunFaq;
  }
}
