/** A mistake in the page's markup, for the editor who can mend it. */
export interface Misuse {
  element: Element;
  /** What is wrong and what to write instead, in plain Swedish, one or two sentences. */
  message: string;
}

const told = new WeakMap<Element, Set<string>>();

/**
 * Tells the editor once for each element and message: in the console, and on a page opened with `?kommun-debug`
 * also beside the element. A citizen never sees it.
 */
export function warnEditor({ element, message }: Misuse): void {
  const before = told.get(element) ?? new Set();
  if (before.has(message)) return;
  told.set(element, before.add(message));
  console.warn(`<${element.localName}>: ${message}`, element);
  if (new URLSearchParams(location.search).has('kommun-debug')) {
    void import('./editor-note.ts').then(({ showEditorNote }) => showEditorNote(element, message));
  }
}

/** Warns that an attribute has a value that it cannot have, and names those that it can. */
export function warnAttribute(element: Element, attribute: string, value: string | null, allowed: string): void {
  const written = value === null ? `Attributet ${attribute} saknas.` : `${attribute}="${value}" går inte att använda.`;
  warnEditor({ element, message: `${written} Tillåtet: ${allowed}.` });
}
