import type { MiddlewareHandler } from 'hono';

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** Security headers on every answer, and `no-store` on each that did not say it may be kept: computers are shared. */
export const answerHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  // A file that citizens have sent says something stricter of itself.
  for (const [name, value] of Object.entries(always)) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};

/** Marks the answer as public: kept for five minutes, and served stale for a day while it is fetched anew. */
export const mayBeKept: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.ok || c.res.status === 304) c.res.headers.set('Cache-Control', 'public, max-age=300, stale-while-revalidate=86400');
};
