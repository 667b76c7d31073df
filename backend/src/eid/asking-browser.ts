import type { Context } from 'hono';
import type { Deps } from '../deps.ts';
import { newToken } from '../secrets/random.ts';
import type { EidBrowser } from './eid-provider.ts';

/** What an e-ID that judges by it is told of the browser that starts an order: its name, and a number that it is given the first time. */
export function askingBrowser({ sessionTransport, random, eidProviders }: Pick<Deps, 'sessionTransport' | 'random' | 'eidProviders'>, c: Context, provider: string): EidBrowser | undefined {
  const userAgent = c.req.header('User-Agent');
  if (!userAgent || !eidProviders.get(provider)?.judgesBrowser) return undefined;
  const known = sessionTransport.read(c, 'device');
  const deviceId = known !== undefined && /^[\w-]{20,64}$/.test(known) ? known : newToken(random);
  if (deviceId !== known) sessionTransport.write(c, 'device', deviceId);
  return { deviceId, userAgent };
}
