import { httpAddress } from '../../portal/api-address.ts';

const parameter = 'kommun-next';

/** `written` as an address on this site; `undefined` when it is none. */
export function sameSiteAddress(written: string | null | undefined): string | undefined {
  const url = httpAddress(written);
  return url?.origin === location.origin ? url.href : undefined;
}

/** Where the page that sent the citizen here wants to have them back. */
export function askedNext(): string | undefined {
  return sameSiteAddress(new URLSearchParams(location.search).get(parameter));
}
