import type { CSSResult } from 'lit';

/** Gives `root`, if there is one, more styles than it began with: as an element where the browser cannot share them between trees. */
export function addStyles(root: ShadowRoot | null, { styleSheet, cssText }: CSSResult): void {
  if (!root) return;
  if (styleSheet) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    return;
  }
  const element = document.createElement('style');
  element.textContent = cssText;
  root.append(element);
}
