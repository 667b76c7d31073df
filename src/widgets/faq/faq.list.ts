import type { LitElement, ReactiveController } from 'lit';
import { isBlank, levelOf, readContent, reading, type FaqItem, type FaqPart } from './faq.items.ts';
import { dressQuestion } from './faq.question.ts';

/** The element that a list of questions lives in. */
export type FaqHost = LitElement & {
  exclusive: boolean;
  feedback: boolean;
  jsonLd: boolean;
  headingLevel: number | undefined;
  src: string | undefined;
  contactHref: string | undefined;
};

/** Without this the content stays as the editor wrote it. */
export const canSlot = 'slotAssignment' in ShadowRoot.prototype;

/** Reads what the editor wrote, again when it changes, and knows which answers are open. */
export class FaqList implements ReactiveController {
  readonly host: FaqHost;
  readonly reading = reading;
  parts: readonly FaqPart[] = [];
  items: readonly FaqItem[] = [];
  /** Level of the questions' headings, as `readContent` says it. */
  level = 0;
  /** Questions whose answers are open. */
  open: ReadonlySet<Element> = new Set();
  /** What is written in the search field; `undefined` until somebody has been there. */
  query: string | undefined;
  /** Questions that the search has found; all when `undefined`. */
  found: ReadonlySet<Element> | undefined;
  #stale = true;
  #assigned: readonly FaqPart[] | undefined;

  readonly refresh = (): void => {
    this.#stale = true;
    this.host.requestUpdate();
  };
  readonly #observer = new MutationObserver(this.refresh);

  constructor(host: FaqHost) {
    this.host = host;
    if (canSlot) host.addController(this);
  }

  /** Whether the content is anything but a plain row of questions with answers, so that there may be something to mend or to tell the editor. */
  get odd(): boolean {
    const { level, parts, host } = this;
    return level < 2 || level > 6 || level !== (host.headingLevel ?? level) || !this.items.length || parts.some(({ question, nodes }, index) => (question ? nodes.every(isBlank) : index || levelOf(nodes[0])));
  }

  hostConnected(): void {
    this.#observer.observe(this.host, { childList: true });
    // A script in the page's head may run before the content is there.
    addEventListener('DOMContentLoaded', this.refresh);
    addEventListener('hashchange', this.refresh);
    this.refresh();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    removeEventListener('DOMContentLoaded', this.refresh);
    removeEventListener('hashchange', this.refresh);
  }

  hostUpdate(): void {
    if (!this.#stale) return;
    this.#stale = false;
    const { parts, level } = readContent(this.host);
    this.parts = parts;
    this.level = level;
    this.items = parts.filter((part): part is FaqItem => !!part.question);
  }

  hostUpdated(): void {
    const { parts, open } = this;
    for (const { question } of this.items) dressQuestion(question, open.has(question));
    if (parts === this.#assigned) return;
    this.#assigned = parts;
    const slots = [...this.host.renderRoot.querySelectorAll('slot')];
    for (const { question, nodes } of parts) {
      if (question) slots.shift()!.assign(question);
      slots.shift()!.assign(...(nodes as (Element | Text)[]).filter(({ nodeType }) => nodeType !== 8));
    }
  }

  /** Opens the answers to `questions` and closes all others. */
  setOpen(questions: readonly Element[]): void {
    this.open = new Set(this.host.exclusive ? questions.slice(-1) : questions);
    this.host.requestUpdate();
  }

  toggle(question: Element): void {
    const open = new Set(this.open);
    if (!open.delete(question)) open.add(question);
    this.setOpen([...open]);
  }
}
