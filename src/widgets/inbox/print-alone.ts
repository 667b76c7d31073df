import { css } from 'lit';

// In the page itself, since what is to be left out stands there. A widget inside the inbox is no part of what is printed.
const { styleSheet: alone } = css`
  @media print {
    body *:not(:has([data-kommun-print])):not([data-kommun-print]), :host *:not(:has([data-kommun-print])):not([data-kommun-print]) { display: none !important; }
  }
`;

/** Prints `element` without the rest of the page around it; with it in a browser that cannot share styles between trees. */
export function printAlone(element: HTMLElement): void {
  if (!alone) return print();
  const parts = shadowsAround(element);
  for (const { host, root } of parts) {
    host.dataset['kommunPrint'] = '';
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, alone];
  }
  addEventListener('afterprint', () => {
    for (const { host, root } of parts) {
      delete host.dataset['kommunPrint'];
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== alone);
    }
  }, { once: true });
  print();
}

/** `element` and every host of a shadow tree that it stands in, each with the tree that it stands in itself. */
function shadowsAround(host: HTMLElement): { host: HTMLElement; root: Document | ShadowRoot }[] {
  const root = host.getRootNode();
  if (root instanceof ShadowRoot) return [{ host, root }, ...shadowsAround(root.host as HTMLElement)];
  return root instanceof Document ? [{ host, root }] : [];
}
