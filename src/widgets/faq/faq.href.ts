const allowed = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** `written` as a whole address, relative to the page and not to its `<base>`; `undefined` when it is one that could run code. */
export function safeHref(written: string | undefined): string | undefined {
  if (!written) return undefined;
  try {
    const url = new URL(written, location.href);
    return allowed.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
