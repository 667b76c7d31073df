import type { Answer } from '../client/portal-backend.ts';
import type { EidOrder } from '../contract/eid-order.ts';
import type { Connection } from '../portal/connection.ts';
import type { EidChoice } from './order.machine.ts';

/** What orders are for: how one begins, and what is made of one that is complete. */
export interface Errand {
  /** The end of the address that an app comes back to, with `#` first. Tells one errand from another on the same page. */
  readonly mark: string;
  /** Whether somebody else, who comes to this tab later, must not find an order that was left behind with a scan: it would log them in. */
  readonly private?: boolean;
  /** What the next order is about, where there are several such things; it comes back with the order, even to a page loaded anew. */
  about?(): string;
  start(connection: Connection, choice: EidChoice, returnTo: string | undefined): Promise<Answer<EidOrder>>;
  /** Safe to call again when the answer was lost. `handoff` is the code that came back with the citizen, if any did. */
  finish(connection: Connection, orderId: string, about: string, handoff: string | undefined): Promise<Answer<unknown>>;
}
