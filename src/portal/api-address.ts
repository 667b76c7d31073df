/** `written` as an http address, relative to the page; `undefined` when it is none. */
export function httpAddress(written: string | null | undefined): URL | undefined {
  try {
    const url = new URL(written ?? '', location.href);
    if (written?.trim() && /^https?:/.test(url.href)) return url;
  } catch {
    // It is none. `URL.canParse` would say so, but is younger than many phones.
  }
  return undefined;
}

/** The backend's address. One without its `https://` would otherwise pass for the name of a folder. */
export function apiAddress(written: string | null | undefined): URL | undefined {
  return /^\s*(https?:\/|\.{0,2}\/)/i.test(written ?? '') ? httpAddress(written) : undefined;
}
