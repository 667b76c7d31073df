import { fold, placesOf, type Folded } from './faq.search.ts';
import { textsIn } from './faq.texts.ts';

/** The text of some nodes, as one string to search in. */
export class WrittenText implements Folded {
  readonly folded: string;
  readonly at: number[];
  readonly #nodes: { node: Text; start: number }[] = [];

  constructor(roots: readonly Node[]) {
    let text = '';
    for (const { node, apart } of textsIn(roots)) {
      if (apart) text += ' ';
      this.#nodes.push({ node, start: text.length });
      text += node.data;
    }
    ({ folded: this.folded, at: this.at } = fold(text));
  }

  /** Where `words` stand in the page. */
  rangesOf(words: readonly string[]): Range[] {
    return placesOf(words, this).map(([start, end]) => {
      const range = new Range();
      range.setStart(...this.#place(start));
      range.setEnd(...this.#place(end - 1, 1));
      return range;
    });
  }

  #place(position: number, after = 0): [Text, number] {
    const { node, start } = this.#nodes.findLast((each) => each.start <= position)!;
    return [node, Math.min(position - start + after, node.length)];
  }
}
