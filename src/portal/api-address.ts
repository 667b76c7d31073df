/** `written` as an http address, relative to the page; `undefined` when it is none. */
export function httpAddress(written: string | null | undefined): URL | undefined {
  if (!written?.trim() || !URL.canParse(written, location.href)) return undefined;
  const url = new URL(written, location.href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

/** The backend's address. One without its `https://` would otherwise pass for the name of a folder. */
export function apiAddress(written: string | null | undefined): URL | undefined {
  return /^\s*(https?:\/|\.{0,2}\/)/i.test(written ?? '') ? httpAddress(written) : undefined;
}
