/** Id of the case that the page's address names; it means nothing to anybody but the person who is logged in. */
export const namedCase = (): string | null => new URLSearchParams(location.search).get('arende');

/** Lets the widget with the signatures show the case that the address names; without one it finds what waits. */
export function showNamedCase(): void {
  const id = namedCase();
  if (id) document.querySelector('kommun-guardian-signature')?.setAttribute('case', id);
}
