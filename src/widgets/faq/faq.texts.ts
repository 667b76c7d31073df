const blocks = 'p,li,td,th,dt,dd,div,summary,h1,h2,h3,h4,h5,h6,figcaption';

/** The texts within `roots`, in their order. `apart` where one begins another block than the text before it, so that the two are no word together. */
export function* textsIn(roots: readonly Node[]): Generator<{ node: Text; apart: boolean }> {
  let block: Element | null | undefined;
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node: Node | null = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement?.closest(blocks) ?? null;
      yield { node: node as Text, apart: parent !== block };
      block = parent;
    }
  }
}
