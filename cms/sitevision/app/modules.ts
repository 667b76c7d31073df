/** How the WebApp asks Sitevision's server for what it uses of it. */
export interface Require {
  (name: 'router'): { get(route: string, answer: (request: unknown, response: { send(html: string): void }) => void): void };
  (name: 'appData' | 'globalAppData'): { get(field: string): unknown };
  (name: 'hooks'): { addHeadElement(element: () => string): void };
  (name: 'PortletContextUtil'): { getNonce?(): string };
}
