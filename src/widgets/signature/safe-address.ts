/** `written` as an address that may be followed, relative to the page; `undefined` for anything but the web's own. */
export function safeAddress(written: string | undefined): string | undefined {
  if (!written || !URL.canParse(written, location.href)) return undefined;
  const { protocol, href } = new URL(written, location.href);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
