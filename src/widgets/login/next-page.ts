const parameter = 'kommun-next';

/** `written` as an address on this site; `undefined` when it is none. */
export function sameSiteAddress(written: string | null | undefined): string | undefined {
  if (!written?.trim() || !URL.canParse(written, location.href)) return undefined;
  const url = new URL(written, location.href);
  return url.origin === location.origin && url.protocol.startsWith('http') ? url.href : undefined;
}

/** Where the page that sent the citizen here wants to have them back. */
export function askedNext(): string | undefined {
  return sameSiteAddress(new URLSearchParams(location.search).get(parameter));
}
