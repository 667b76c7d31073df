const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;

/** The `lang` that applies to `element`, its primary part in lower case (`sv-SE` is `sv`), across shadow roots. */
export function nearestLanguage(element: Element): string | undefined {
  for (let node: Element | null = element; node; ) {
    const holder: Element | null = node.closest('[lang]');
    const language = holder?.getAttribute('lang')?.trim().split('-')[0]?.toLowerCase();
    if (language) return language;
    const root: Node = (holder ?? node).getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** Calls `listener` when a `lang` changes anywhere on the page; returns how to stop. */
export function watchLanguage(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((tell) => tell()));
    observer.observe(document, { attributeFilter: ['lang'], subtree: true });
  }
  return () => listeners.delete(listener);
}
