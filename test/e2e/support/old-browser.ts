/** For a page before it loads: takes away what Safari 16.3 and browsers of its age do not have. */
export function growOld(): void {
  Reflect.deleteProperty(ShadowRoot.prototype, 'slotAssignment');
  Reflect.deleteProperty(HTMLSlotElement.prototype, 'assign');
  for (const root of [Document.prototype, ShadowRoot.prototype]) Reflect.deleteProperty(root, 'adoptedStyleSheets');
  const youngSheet = globalThis.CSSStyleSheet;
  globalThis.CSSStyleSheet = new Proxy(youngSheet, { construct: () => { throw new TypeError('Illegal constructor'); } });
  Reflect.deleteProperty(URL, 'canParse');
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function ({ mode }) {
    return attach.call(this, { mode });
  };
  const isHere = Element.prototype.matches;
  Element.prototype.matches = function (this: Element, selector: string): boolean {
    if (selector.includes(':has(')) throw new DOMException('unknown', 'SyntaxError');
    return isHere.call(this, selector);
  } as typeof isHere;
}
