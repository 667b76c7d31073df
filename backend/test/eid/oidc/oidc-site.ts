import { eidOrderSchema } from '../../../../src/contract/eid-order.ts';
import type { EidOrder } from '../../../../src/contract/eid-order.ts';
import { createMemoryStore } from '../../../src/store/memory-store.ts';
import type { Browser } from '../../browser.ts';
import { readAnswer } from '../../read-answer.ts';
import { withServices } from '../../signing/e-services.ts';
import { publicOrigin, testApp } from '../../test-app.ts';
import { providerId } from './oidc-world.ts';
import type { OidcWorld } from './oidc-world.ts';
import { loa } from '../../../../demo/openid/openid-issuer.ts';
import type { IssuerAct } from '../../../../demo/openid/openid-issuer.ts';

/** The page that a citizen logs in on, and where the e-ID's page leads back to. */
export const page = `${publicOrigin}/mina-sidor/?vy=alla#kommun-eid.x7Rk2`;
/** The same on a site that is not the backend's. */
export const elsewhere = 'https://www.orten.test';
export const pageElsewhere = `${elsewhere}/mina-sidor/?vy=alla#kommun-eid.x7Rk2`;
/** What a browser says of a call from there. */
export const fromElsewhere = { Origin: elsewhere, 'Sec-Fetch-Site': 'cross-site' };

export const karin: IssuerAct = { person: 'karin', acr: loa('loa3') };

/** A municipality with an e-ID by OpenID Connect, on its own site and on another. */
export async function oidcSite(world: OidcWorld) {
  const store = createMemoryStore();
  const provider = { id: providerId, kind: 'redirect', label: { sv: 'E-legitimation' }, issuer: { name: { sv: 'Sweden Connect' } }, driver: 'oidc' };
  const app = await testApp({
    clock: world.clock,
    providers: [world.provider],
    municipality: { ...withServices, eidProviders: [{ ...provider, oidc: { preset: 'sweden-connect', issuer: world.issuer.url, clientId: world.issuer.clientId, key: 'env:OIDC_KEY' } }] },
    deps: { store, allowedOrigins: new Set([publicOrigin, elsewhere]) },
  });
  const read = (answer: Response | Promise<Response>) => readAnswer(eidOrderSchema, answer);

  return {
    ...world,
    ...app,
    store,
    starts: (browser: Browser, request: object = {}, headers: Record<string, string> = {}): Promise<EidOrder> =>
      read(browser.post('eid/orders', { purpose: 'login', provider: providerId, device: 'same', returnTo: page, ...request }, headers)),
    sees: (browser: Browser, { id }: EidOrder): Promise<EidOrder> => read(browser.get(`eid/orders/${id}`)),
    /** What the e-ID's page sends the browser back with. */
    acts: async ({ redirectUrl = '' }: EidOrder, act: IssuerAct = karin): Promise<string> => (await world.goesThrough(redirectUrl, act)).search,
  };
}
export type OidcSite = Awaited<ReturnType<typeof oidcSite>>;

/** The browser is led to the backend by the e-ID's page: nothing but its cookies goes along. */
export const arrives = (browser: Browser, search: string): Promise<Response> => browser.send('GET', `eid/callback/${providerId}${search}`, { headers: { 'Sec-Fetch-Site': 'cross-site' } });

/** Where an answer leads. */
export const leads = (answer: Response): [number, string | null] => [answer.status, answer.headers.get('Location')];
export { providerId };
