const key = 'demo-backend';

/** What the backend in the tab must know again on the next page. Its persons are invented. */
export interface KeptState {
  store: string;
  secrets: [string, string][];
  sealKey: number[];
}

/** What the page before this one in the tab has left; nothing at the first page, or where storage is refused. */
export function recallState(): KeptState | undefined {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/** Leaves `state` to the next page in this tab. It is gone when the tab closes. */
export function keepState(state: KeptState): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Without storage each page begins anew, which is all that can be done.
  }
}
