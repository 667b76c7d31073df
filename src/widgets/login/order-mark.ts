/** The end of an address that an e-ID app was told to come back to. */
export const returnMark = '#kommun-eid';

/** Under what an order at `api` is remembered in this tab. */
export const keyOf = (api: URL): string => `kommun-eid:${api.href}`;

/** Whether this tab has an order under way at `api`, or was opened by an app on its way back from one. */
export function hasOrder(api: URL): boolean {
  return location.hash.startsWith(returnMark) || Boolean(safely(() => sessionStorage.getItem(keyOf(api))));
}

/** Storage throws where a page may not use it, and then nothing is remembered. */
export function safely<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
