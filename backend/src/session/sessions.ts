import type { Context } from 'hono';
import type { ActiveSession } from '../../../src/contract/session.ts';
import type { Deps } from '../deps.ts';
import type { EidIdentity } from '../eid/eid-provider.ts';
import { newToken, tokenHash } from '../secrets/random.ts';
import type { StoredSession } from '../store/store.ts';

const identityPurpose = 'session-identity';

/** The sessions of browsers, each a row that is found by the hash of the browser's token. */
export interface Sessions {
  /** Who is logged in in this browser, if the session has not ended; one that was sealed with another key is ended. */
  current(c: Context): Promise<StoredSession | undefined>;
  /** Stores a new session, not yet known to any browser. */
  create(identity: EidIdentity): Promise<{ token: string; session: StoredSession }>;
  /** Hands the browser a new session, and ends the one that it had. */
  give(c: Context, token: string): Promise<void>;
  /** Puts off the end by the idle time, never past the session's last instant; absent when the session was ended meanwhile. */
  extend(session: StoredSession): Promise<StoredSession | undefined>;
  /** Ends the browser's session and forgets both of its secrets. */
  end(c: Context): Promise<void>;
  /** Who the e-ID vouched for. Stays in the backend. */
  identityOf(session: StoredSession): Promise<EidIdentity>;
  /** The session as the browser may see it. */
  describe(session: StoredSession): Promise<ActiveSession>;
}

export function createSessions(deps: Deps): Sessions {
  const { clock, store, sessionTransport } = deps;
  const idleMs = deps.municipality.session.idleMinutes * 60_000;
  const absoluteMs = deps.municipality.session.absoluteHours * 3_600_000;

  const after = (ms: number) => new Date(clock.now().getTime() + ms);
  const idleEnd = (last: Date) => new Date(Math.min(after(idleMs).getTime(), last.getTime()));

  const identityOf = async (session: StoredSession): Promise<EidIdentity> =>
    JSON.parse(await deps.seal.open(session.sealedIdentity, identityPurpose));

  const opens = (session: StoredSession) => identityOf(session).then(() => true, () => false);

  async function deleteOwn(c: Context): Promise<void> {
    const token = sessionTransport.read(c, 'session');
    if (token) await store.sessions.delete(tokenHash(token));
  }

  return {
    async current(c) {
      const token = sessionTransport.read(c, 'session');
      const session = token && (await store.sessions.find(tokenHash(token)));
      const now = clock.now();
      if (!session || session.idleExpiresAt <= now || session.expiresAt <= now) return undefined;
      if (await opens(session)) return session;
      deps.log.warn('session-sealed-otherwise', {});
      await store.sessions.delete(session.tokenHash);
      return undefined;
    },
    async create(identity) {
      const token = newToken(deps.random);
      const expiresAt = after(absoluteMs);
      const session: StoredSession = {
        tokenHash: tokenHash(token),
        sealedIdentity: await deps.seal.seal(JSON.stringify(identity), identityPurpose),
        provider: identity.provider,
        loa: identity.loa,
        createdAt: clock.now(),
        idleExpiresAt: idleEnd(expiresAt),
        expiresAt,
      };
      await store.sessions.insert(session);
      return { token, session };
    },
    async give(c, token) {
      await deleteOwn(c);
      sessionTransport.write(c, 'session', token);
    },
    async extend(session) {
      const idleExpiresAt = idleEnd(session.expiresAt);
      return (await store.sessions.extend(session.tokenHash, idleExpiresAt)) ? { ...session, idleExpiresAt } : undefined;
    },
    async end(c) {
      await deleteOwn(c);
      sessionTransport.clear(c, 'session');
      sessionTransport.clear(c, 'eid');
    },
    identityOf,
    async describe(session) {
      const identity = await identityOf(session);
      return {
        authenticated: true,
        person: { displayName: identity.displayName },
        provider: session.provider,
        loa: session.loa,
        now: clock.now().toISOString(),
        idleExpiresAt: session.idleExpiresAt.toISOString(),
        expiresAt: session.expiresAt.toISOString(),
      };
    },
  };
}
