import { Hono } from 'hono';
import { memoryRateLimiter } from '../../backend/src/http/rate-limit.ts';
import { systemClock } from '../../backend/src/clock.ts';
import type { Site } from '../../backend/src/node/whole-site.ts';
import { fetchedPath, type Fetched } from '../builder/fetched.contract.ts';
import { guardedFetch } from './guarded-fetch.ts';

/** The fetching that the page which checks others does by its server. */
export interface Checker {
  around(site: Site): Site;
  /** Tells where the demo itself lies: the one place on this computer that may be checked. */
  serves(origin: string): void;
}

/** For all visitors together, so that nobody makes the demo fetch at the pace of a crawler. */
const quota = { attempts: 60, seconds: 60 };
const path = `/granska/${fetchedPath}`;

export function createChecker(fetchAddress: typeof guardedFetch = guardedFetch): Checker {
  const limiter = memoryRateLimiter(systemClock, quota);
  let own: string | undefined;
  const app = new Hono();
  app.get(path, async (c) => {
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    // Another site's page could have its visitors' browsers ask, and the demo fetch.
    const caller = c.req.header('Sec-Fetch-Site');
    if (caller !== undefined && caller !== 'same-origin') return c.json(refused('not-an-address'), 403);
    if ((await limiter.take('everybody')) > 0) return c.json(refused('too-often'), 429);
    const from = c.req.query('from') ?? '';
    const origin = URL.canParse(from) ? new URL(from).origin : undefined;
    return c.json(await fetchAddress(c.req.query('address') ?? '', { own, from: origin }));
  });
  return {
    around: (site) => (request) => (new URL(request.url).pathname === path ? app.fetch(request) : site(request)),
    serves: (origin) => void (own = new URL(origin).origin),
  };
}

const refused = (reason: Extract<Fetched, { ok: false }>['reason']): Fetched => ({ ok: false, reason });
