import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The citizen's IP address: the one that the connection comes from, or behind `proxies` reverse proxies of ours the one
 * that the outermost of them saw. Entries further left in `X-Forwarded-For` can be anybody's invention.
 */
export function clientAddress(c: Context, proxies: number): string {
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').map((entry) => entry.trim()) ?? [];
  const seen = proxies > 0 ? forwarded.at(-Math.min(proxies, forwarded.length || 1)) : undefined;
  return withoutPort(seen ?? getConnInfo(c).remote.address ?? 'unknown');
}

/** Some proxies note the port too: `192.0.2.1:443`, `[2001:db8::1]:443`. */
const withoutPort = (address: string): string => address.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
