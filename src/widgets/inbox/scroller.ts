/** What scrolls `host`, when it is not the page. */
export function scrollerOf(host: Element): Element | undefined {
  for (let node = parentOf(host); node && node !== document.body && node !== document.documentElement; node = parentOf(node)) {
    if (/auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight) return node;
  }
  return undefined;
}

/** How far below the start of what scrolls it `element` lies, in CSS pixels. */
export function topWithin(element: Element, scroller: Element | undefined): number {
  const { top } = element.getBoundingClientRect();
  return scroller ? top - scroller.getBoundingClientRect().top + scroller.scrollTop : top + scrollY;
}

function parentOf(node: Element): Element | null {
  const root = node.getRootNode();
  return node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
