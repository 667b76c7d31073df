import type { ReactiveController } from 'lit';
import { announce, prepareAnnouncer } from '../../kit/announce.ts';
import { highlight } from './faq.highlight.ts';
import type { FaqHost, FaqList } from './faq.list.ts';
import { NestedAnswers } from './faq.nested-answers.ts';
import { match, wordsOf } from './faq.search.ts';
import { surroundingsOf, type Surroundings } from './faq.surroundings.ts';
import { WrittenText } from './faq.written-text.ts';

/** So long somebody has paused before the count is read out. */
const pause = 500;

/** Shows only the questions that hold every word in the search field, opens the answers that it takes to see why, and marks the words. */
export class SearchController implements ReactiveController {
  readonly #host: FaqHost;
  readonly #list: FaqList;
  readonly #surroundings: Surroundings;
  readonly #nested: NestedAnswers;
  #asked = '';
  #parts: unknown;
  #texts = new Map<Element, { question: WrittenText; answer: WrittenText }>();
  #openBefore: ReadonlySet<Element> | undefined;
  #marked: Range[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: FaqHost, list: FaqList) {
    this.#host = host;
    this.#list = list;
    this.#surroundings = surroundingsOf(host);
    this.#nested = new NestedAnswers(host);
    prepareAnnouncer();
    host.addController(this);
  }

  /** How many questions were found, in words; `undefined` when nothing is searched for. */
  get count(): string | undefined {
    const { found, items } = this.#list;
    const { say, ready } = this.#surroundings.words;
    if (!found || !ready) return undefined;
    return found.size ? say('found', { count: found.size, total: items.length }) : say('none-found');
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const list = this.#list;
    const { parts } = list;
    // A link that led to a question outside the search has ended the search.
    const ended = this.#asked !== '' && !list.found;
    if (ended) list.query = '';
    const words = wordsOf(list.query ?? '');
    const asked = words.join(' ');
    if (asked === this.#asked && parts === this.#parts) return;
    if (!this.#asked || parts !== this.#parts) this.#read();
    this.#asked = asked;
    this.#parts = parts;
    clearTimeout(this.#timer);
    if (asked) this.#show(words);
    else this.#restore(ended ? [...list.open] : []);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#mark([]);
  }

  #read(): void {
    this.#texts = new Map(this.#list.items.map(({ question, nodes }) => [question, { question: new WrittenText([question]), answer: new WrittenText(nodes) }]));
  }

  #show(words: readonly string[]): void {
    const list = this.#list;
    this.#openBefore ??= list.open;
    const found: Element[] = [];
    const opened: Element[] = [];
    const ranges: Range[] = [];
    const within: Range[] = [];
    for (const [heading, { question, answer }] of this.#texts) {
      const where = match(words, question, answer);
      if (!where) continue;
      found.push(heading);
      const inAnswer = answer.rangesOf(words);
      ranges.push(...question.rangesOf(words), ...inAnswer);
      if (where === 'question') continue;
      opened.push(heading);
      within.push(...inAnswer);
    }
    list.found = new Set(found);
    list.setOpen(this.#host.exclusive ? opened.slice(0, 1) : opened);
    this.#nested.open(within);
    this.#mark(ranges);
    this.#timer = setTimeout(() => announce(this.count ?? '', { lang: this.#surroundings.words.language }), pause);
  }

  #restore(also: readonly Element[]): void {
    if (!this.#openBefore) return;
    this.#list.found = undefined;
    this.#list.setOpen([...this.#openBefore, ...also]);
    this.#openBefore = undefined;
    this.#nested.open([]);
    this.#mark([]);
  }

  #mark(ranges: Range[]): void {
    highlight(this.#host.getRootNode() as Document, ranges, this.#marked);
    this.#marked = ranges;
  }
}
