const parameter = 'kommun-case';

/** The case that the page's address names, by its id in the inbox of whoever came; empty for none. */
export const askedCase = (): string => new URLSearchParams(location.search).get(parameter) ?? '';

/** `page` with the case in its address, for the e-service where it can be changed. */
export function withCase(page: string, id: string): string {
  const url = new URL(page);
  url.searchParams.set(parameter, id);
  return url.href;
}

/** Takes the case out of the page's address: it means nothing to whoever comes next. */
export function forgetCase(): void {
  if (askedCase() === '') return;
  const url = new URL(location.href);
  url.searchParams.delete(parameter);
  history.replaceState(history.state, '', url);
}
