/** The script tag of the widgets, as it stands in a page. */
export interface LoaderTag {
  src: string;
  type: string;
  nonce: string;
  api: string | undefined;
  phone: string | undefined;
}

/** What a page says once for all its widgets. */
export interface Installation {
  loaders: readonly LoaderTag[];
  /** The one of them that is in force: the first that starts. */
  loader: LoaderTag | undefined;
  /** The backend, as it is written on the script in force or in the head. */
  api: string | undefined;
  /** The backends that portals name for the widgets inside them. */
  portals: readonly string[];
  /** The content security policies that the page has in itself. */
  policies: readonly string[];
}

/** The tags that have the widgets' file by its name, or say what only they say. */
export function installationIn(page: Document): Installation {
  const scripts = [...page.querySelectorAll<HTMLScriptElement>('script[src]')].filter((script) => /\/kommun\.js(?:[?#]|$)/.test(script.getAttribute('src')!) || (script.hasAttribute('data-api') && script.getAttribute('src')!.includes('kommun')));
  const loaders = scripts.map((script) => ({
    src: script.getAttribute('src')!.trim(),
    type: script.type.trim().toLowerCase(),
    nonce: script.nonce || (script.getAttribute('nonce') ?? ''),
    api: script.dataset['api'],
    phone: script.dataset['phone'],
  }));
  const meta = page.querySelector<HTMLMetaElement>('head > meta[name=kommun-api]')?.content;
  const loader = loaders.find(({ type }) => type === 'module') ?? loaders[0];
  return {
    loaders,
    loader,
    api: loader?.api ?? meta,
    portals: [...page.querySelectorAll('kommun-portal[api]')].map((portal) => portal.getAttribute('api')!),
    policies: [...page.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy" i]')].map(({ content }) => content),
  };
}

/** Whether browsers stop an encrypted page from fetching `address` in the open. A computer reaches itself without a network. */
export const isTooOpen = (address: URL | undefined, page: URL | undefined): boolean =>
  page?.protocol === 'https:' && address?.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(address.hostname);

/** `written` as a whole address, from where the page lies; undefined where that cannot be known, or it is none. */
export function wholeAddress(written: string | undefined, page: URL | undefined): URL | undefined {
  if (!written?.trim() || !URL.canParse(written, page)) return undefined;
  const url = new URL(written, page);
  return /^https?:$/.test(url.protocol) ? url : undefined;
}
