import { Hono } from 'hono';
import type { Context } from 'hono';
import { paths } from '../../../src/contract/paths.ts';
import { sessionRequestSchema } from '../../../src/contract/session.ts';
import type { LoggedOut, Session, SessionRequest } from '../../../src/contract/session.ts';
import type { Deps } from '../deps.ts';
import { createEidOrders } from '../eid/eid-orders.ts';
import { orderOwner } from '../eid/order-owner.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readBody } from '../http/read-input.ts';
import { createSessions } from '../session/sessions.ts';
import type { StoredSession } from '../store/store.ts';

/** Logging in by a completed e-ID order, staying logged in, logging out. */
export function sessionRoutes(deps: Deps): Hono {
  const sessions = createSessions(deps);
  const orders = createEidOrders(deps);

  /** A new session from the order; when the order became one before, whose answer was lost, that one ends. */
  async function logIn(c: Context, { orderId, handoff }: SessionRequest): Promise<StoredSession> {
    const claim = await orders.claimLogin(orderId, orderOwner(deps, c), handoff);
    if (!claim.ok) throw new ProblemError(claim.code);
    const { token, session } = await sessions.create(claim.identity);
    if (!(await claim.remember(session.tokenHash))) {
      await deps.store.sessions.delete(session.tokenHash);
      throw new ProblemError('conflict');
    }
    if (claim.previousSession) await deps.store.sessions.delete(claim.previousSession);
    await sessions.give(c, token);
    deps.log.info('logged-in', { provider: session.provider });
    return session;
  }

  return new Hono()
    .get(`/${paths.session}`, async (c) => {
      const session = await sessions.current(c);
      const answer: Session = session ? await sessions.describe(session) : { authenticated: false };
      return c.json(answer);
    })
    .post(`/${paths.session}`, async (c) => {
      const request = await readBody(c, sessionRequestSchema);
      await refuseOver(deps.rateLimits.sessionsPerAddress, deps.clientAddress(c));
      return c.json(await sessions.describe(await logIn(c, request)));
    })
    .post(`/${paths.sessionExtension}`, async (c) => {
      const session = await sessions.current(c);
      const extended = session && (await sessions.extend(session));
      if (!extended) throw new ProblemError('not-logged-in');
      return c.json(await sessions.describe(extended));
    })
    .delete(`/${paths.session}`, async (c) => {
      await sessions.end(c);
      c.header('Clear-Site-Data', '"cache"');
      const answer: LoggedOut = { loggedOut: true, advice: ['closeBrowser'] };
      return c.json(answer);
    });
}
