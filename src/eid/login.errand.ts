import type { Errand } from './errand.ts';
import { loginMark } from './order-mark.ts';

/** An order that becomes a session. */
export const loginErrand: Errand = {
  mark: loginMark,
  private: true,
  start: (connection, { provider, device }, returnTo) =>
    connection.call((backend) => backend.startEidOrder({ purpose: 'login', provider, device, ...(returnTo !== undefined && { returnTo }) })),
  async finish(connection, orderId, _about, handoff) {
    const hub = await connection.session().catch(() => undefined);
    return hub ? hub.claim(orderId, handoff) : { ok: false, problem: { code: 'unreachable' } };
  },
};
