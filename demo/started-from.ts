const key = 'demo-started-from';

/** Remembers the page whose start link is about to lead to the phone in its place. */
export function rememberStart(address: string): void {
  try {
    sessionStorage.setItem(key, address);
  } catch {
    // Without storage the citizen goes back by hand.
  }
}

/** The page that the phone was started from. */
export function recallStart(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}
