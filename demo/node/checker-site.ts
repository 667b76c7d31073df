import { Hono, type Context } from 'hono';
import { memoryRateLimiter } from '../../backend/src/http/rate-limit.ts';
import { systemClock } from '../../backend/src/clock.ts';
import { clientAddress } from '../../backend/src/node/client-address.ts';
import type { Site } from '../../backend/src/node/whole-site.ts';
import { checkerPath, type Fetched, type Refusal } from '../builder/fetched.contract.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** The fetching that the page which checks others does by its server. */
export interface Checker {
  around(site: Site): Site;
  /** Tells where the demo itself lies: the one place on this computer that may be checked. */
  serves(origin: string): void;
}

/** For each visitor, so that nobody makes the demo fetch at the pace of a crawler, and nobody keeps others from it. */
const quota = { attempts: 60, seconds: 60 };

type Client = (c: Context) => string;
const connected: Client = (c) => clientAddress(c, 0);

export function createChecker(fetchAddress: typeof guardedFetch = guardedFetch, client: Client = connected): Checker {
  const limiter = memoryRateLimiter(systemClock, quota);
  let own: string | undefined;
  const app = new Hono();
  app.get(checkerPath, async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    // Another site's page could have its visitors' browsers ask, and the demo fetch.
    const caller = c.req.header('Sec-Fetch-Site');
    if (caller !== undefined && caller !== 'same-origin') return c.json(refused('not-an-address'), 403);
    if ((await limiter.take(client(c))) > 0) return c.json(refused('too-often'), 429);
    const from = c.req.query('from') ?? '';
    const origin = URL.canParse(from) ? new URL(from).origin : undefined;
    return c.json(await fetchAddress(c.req.query('address') ?? '', { own, from: origin }));
  });
  return {
    around: (site) => (request, bindings) => (new URL(request.url).pathname === checkerPath ? app.fetch(request, bindings) : site(request, bindings)),
    serves: (origin) => void (own = new URL(origin).origin),
  };
}

const refused = (reason: Refusal): Fetched => ({ ok: false, reason });
