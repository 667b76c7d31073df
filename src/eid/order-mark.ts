/** The end of an address that an app was told to come back to from a login. */
export const loginMark = '#kommun-eid';

/** Under what an order with `mark` at `api` is remembered in this tab. */
export const keyOf = (mark: string, api: URL): string => `${mark.slice(1)}:${api.href}`;

/** Whether this tab has an order with `mark` under way at `api`, or was opened by an app on its way back from one. */
export function hasOrder(api: URL, mark = loginMark): boolean {
  return location.hash.startsWith(`${mark}.`) || Boolean(safely(() => sessionStorage.getItem(keyOf(mark, api))));
}

/** Storage throws where a page may not use it, and then nothing is remembered. */
export function safely<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
