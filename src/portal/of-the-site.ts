import { apiAddress } from './api-address.ts';
import { onPage } from './page-default.ts';

/**
 * Whether a page may say that things are to be got from `address`. Where the site has the script, nothing that somebody
 * wrote on a page leads elsewhere than the script says or comes from.
 */
export function isOfTheSite({ origin }: URL): boolean {
  const { api, version } = onPage() ?? {};
  const own = apiAddress(api) ?? (version ? new URL(import.meta.url) : undefined);
  return !own || [own.origin, location.origin].includes(origin);
}
