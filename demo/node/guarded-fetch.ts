import { lookup as resolve } from 'node:dns';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { checkerPath, type Fetched, type Refusal } from '../builder/fetched.contract.ts';
import { isSomebodyElses } from './public-address.ts';

/** How much a stranger's address may cost the server. */
export interface Limits {
  bytes: number;
  milliseconds: number;
  redirects: number;
}

export interface GuardOptions {
  /** The page's origin that the answer is asked for, as a browser would say it. */
  from?: string | undefined;
  /** The one origin of this computer that may be fetched: the demo's own. */
  own?: string | undefined;
  limits?: Limits;
  lookup?: typeof resolve;
}

const usualLimits: Limits = { bytes: 2_000_000, milliseconds: 8000, redirects: 5 };

class Refused extends Error {
  readonly reason: Refusal;
  constructor(reason: Refusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Gets what is at a public http address. It never reaches into this computer's or anybody's own network, not by a name and not by a redirect. */
export async function guardedFetch(written: string, { from, own, limits = usualLimits, lookup = resolve }: GuardOptions = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    let address = plainAddress(written);
    for (let left = limits.redirects; left >= 0; left -= 1) {
      const answer = await ask(address, { from, own, lookup, signal });
      const next = answer.headers.location;
      if (!isRedirect(answer.statusCode) || next === undefined) return await told(address, answer, limits.bytes);
      answer.destroy();
      address = plainAddress(next, address);
    }
    return { ok: false, reason: 'unreachable' };
  } catch (failure) {
    if (signal.aborted) return { ok: false, reason: 'too-slow' };
    return { ok: false, reason: failure instanceof Refused ? failure.reason : 'unreachable' };
  }
}

const isRedirect = (status = 0): boolean => [301, 302, 303, 307, 308].includes(status);

function plainAddress(written: string, base?: URL): URL {
  if (!URL.canParse(written, base)) throw new Refused('not-an-address');
  const address = new URL(written, base);
  if (!/^https?:$/.test(address.protocol) || address.username || address.password) throw new Refused('not-an-address');
  return address;
}

function ask(address: URL, { from, own, lookup, signal }: Pick<GuardOptions, 'from' | 'own'> & { lookup: typeof resolve; signal: AbortSignal }): Promise<IncomingMessage> {
  const isOwn = address.origin === own;
  const refusal = isOwn ? refusalAtHome(address) : refusalOf(address);
  if (refusal) throw new Refused(refusal);
  const headers = { Accept: '*/*', 'Accept-Encoding': 'identity', 'User-Agent': 'kommun-widgets-checker', ...(from && { Origin: from }) };
  const options = { headers, signal, agent: false as const, ...(!isOwn && { lookup: publicLookup(lookup) }) };
  return new Promise((answered, failed) => (address.protocol === 'https:' ? getSecure : getPlain)(address, options, answered).on('error', failed));
}

/** Asked to ask itself, it would do so for as long as somebody likes. */
const refusalAtHome = ({ pathname }: URL): Refusal | undefined => (pathname === checkerPath ? 'not-an-address' : undefined);

function refusalOf({ hostname, port }: URL): Refusal | undefined {
  const host = hostname.replace(/^\[|\]$/g, '');
  // A number is never looked up, so it is judged here.
  if (isIP(host) && !isSomebodyElses(host)) return 'not-public';
  // Of a host with pages the other ports are where what is not meant for everybody listens.
  return ['', '80', '443'].includes(port) ? undefined : 'other-port';
}

/** The connection goes to the very addresses that were judged: looked up again, a name could lead elsewhere. */
const publicLookup = (lookup: typeof resolve): LookupFunction => (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (failure, found) => {
    if (failure) return answer(failure, []);
    if (found.length === 0 || !found.every(({ address }) => isSomebodyElses(address))) return answer(new Refused('not-public'), []);
    return options.all ? answer(null, found) : answer(null, found[0]!.address, found[0]!.family);
  });
};

/** It was asked for as it is; unpacked, a small answer can be larger than any memory. */
const isPacked = ({ headers }: IncomingMessage): boolean => !/^(identity)?$/i.test(headers['content-encoding']?.trim() ?? '');

async function told(address: URL, answer: IncomingMessage, mostBytes: number): Promise<Fetched> {
  if (isPacked(answer)) {
    answer.destroy();
    throw new Refused('unreadable');
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Refused('too-large');
    parts.push(part);
  }
  const { 'content-type': contentType = '', 'access-control-allow-origin': allowOrigin = '', 'content-security-policy': policy = '' } = answer.headers;
  return { ok: true, address: address.href, status: answer.statusCode ?? 0, contentType, allowOrigin, policy: String(policy), body: text(Buffer.concat(parts), contentType) };
}

function text(bytes: Buffer, contentType: string): string {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
