/** The end of an address that an app was told to come back to from a login. */
export const loginMark = '#kommun-eid';

/** Under what an order with `mark` at `api` is remembered in this tab. */
export const keyOf = (mark: string, api: URL): string => `${mark.slice(1)}:${api.href}`;

/** Whether a page's `fragment` says that the citizen came back to `mark`. Up to the dot: `#kommun-eid-login` is an editor's anchor. */
export const isReturn = (mark: string, fragment: string): boolean => fragment.split('.', 1)[0] === mark;

/** Whether this tab has an order with `mark` under way at `api`, or was opened by an app on its way back from one. */
export function hasOrder(api: URL, mark = loginMark): boolean {
  return isReturn(mark, location.hash) || Boolean(safely(() => sessionStorage.getItem(keyOf(mark, api))));
}

/** Storage throws where a page may not use it, and then nothing is remembered. */
export function safely<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
