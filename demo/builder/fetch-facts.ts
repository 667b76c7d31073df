import { siteRoot } from '../site-root.ts';
import type { Facts } from './check-installation.ts';
import { fetchedPath, fetchedSchema, type Fetched, type Refusal } from './fetched.contract.ts';
import { installationIn, wholeAddress } from './installation.ts';

/** Gets what is at an address, as a page on `from` would get it; undefined where there is no way to know. */
export type Ask = (address: URL, from: URL | undefined) => Promise<Fetched | undefined>;

/** By the demo's server, which no rule of browsers about other sites stops. */
export async function askServer(address: URL, from: URL | undefined): Promise<Fetched> {
  const query = new URLSearchParams({ address: address.href, ...(from && { from: from.origin }) });
  const answer = await fetch(new URL(`granska/${fetchedPath}?${query}`, siteRoot), { cache: 'no-store' });
  return fetchedSchema.parse(await answer.json());
}

/** By the browser alone. What it may not read says nothing, since that can be for its own rules. */
export const askBrowser: Ask = async (address) => {
  const answer = await fetch(address, { credentials: 'omit', cache: 'no-store' }).catch(() => undefined);
  if (!answer) return undefined;
  const { url, status, headers } = answer;
  // Whom else it lets in cannot be seen from here.
  return { ok: true, address: url, status, contentType: headers.get('Content-Type') ?? '', allowOrigin: '*', policy: '', body: await answer.text() };
};

/** What the server will not fetch may well be there for those who are to reach it. */
const saysNothing: readonly string[] = ['not-public', 'other-port', 'unreadable', 'too-often'] satisfies Refusal[];

/** Finds out what the page's script and backend answer. */
export async function fetchFacts(document: Document, { page, policy }: Facts, ask: Ask): Promise<Facts> {
  const { loader, api } = installationIn(document);
  const wanted = [
    ...(loader ? [[loader.src, wholeAddress(loader.src, page)] as const] : []),
    ...(api === undefined ? [] : [[api, wholeAddress(`${api.replace(/\/$/, '')}/config`, page)] as const]),
  ];
  const answers = new Map<string, Fetched>();
  for (const [written, address] of wanted) {
    const answer = address && (await ask(address, page).catch(() => undefined));
    if (answer && (answer.ok || !saysNothing.includes(answer.reason))) answers.set(written, answer);
  }
  return { page, policy, answers };
}
