import { apiAddress } from './api-address.ts';
import { onPage } from './page-default.ts';

/**
 * Whether a page may say that things are to be got from `address`. Where the site's script says where the backend is,
 * nothing that somebody wrote on a page leads anywhere else.
 */
export function isOfTheSite({ origin }: URL): boolean {
  const api = apiAddress(onPage()?.api);
  return !api || origin === api.origin || origin === location.origin;
}
