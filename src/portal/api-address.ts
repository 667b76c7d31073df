/** `written` as an http address, relative to the page; `undefined` when it is none. */
export function apiAddress(written: string | null | undefined): URL | undefined {
  if (!written?.trim() || !URL.canParse(written, location.href)) return undefined;
  const url = new URL(written, location.href);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
