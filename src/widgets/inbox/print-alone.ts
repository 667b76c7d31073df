const alone = new CSSStyleSheet();
// In the page itself, since what is to be left out stands there. A widget inside the inbox is no part of what is printed.
alone.replaceSync(`
  @media print {
    body *:not(:has([data-kommun-print])):not([data-kommun-print]) { display: none !important; }
  }
`);

/** Prints `element` without the rest of the page around it. */
export function printAlone(element: HTMLElement): void {
  element.dataset['kommunPrint'] = '';
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
  addEventListener('afterprint', () => {
    delete element.dataset['kommunPrint'];
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== alone);
  }, { once: true });
  print();
}
