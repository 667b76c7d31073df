import { fold, placesOf, type Folded } from './faq.search.ts';

/** The text of some nodes, as one string to search in. */
export class WrittenText implements Folded {
  readonly folded: string;
  readonly at: number[];
  readonly #nodes: { node: Text; start: number }[] = [];

  constructor(roots: readonly Node[]) {
    let text = '';
    let block: Element | null | undefined;
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node: Node | null = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement?.closest('p,li,td,th,dt,dd,div,summary,h1,h2,h3,h4,h5,h6,figcaption') ?? null;
        // The end of one paragraph and the start of the next are not one word.
        if (parent !== block) text += ' ';
        block = parent;
        this.#nodes.push({ node: node as Text, start: text.length });
        text += (node as Text).data;
      }
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
