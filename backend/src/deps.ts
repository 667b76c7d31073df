import type { Context } from 'hono';
import type { Beat } from './beat.ts';
import type { CaseSource } from './cases/case-source.ts';
import type { Timer } from './cases/sources/timer.ts';
import type { Clock } from './clock.ts';
import type { EidProvider } from './eid/eid-provider.ts';
import type { RateLimits } from './http/rate-limit.ts';
import type { Log } from './log.ts';
import type { Municipality } from './municipality/municipality.ts';
import type { Registers } from './registers/registers.ts';
import type { ReceiptFonts } from './receipt/receipt-pdf.ts';
import type { KeyedNames } from './secrets/keyed-names.ts';
import type { Random } from './secrets/random.ts';
import type { Seal } from './secrets/seal.ts';
import type { SessionTransport } from './session/session-transport.ts';
import type { Store } from './store/store.ts';
import type { UnderWay } from './under-way.ts';

/** Everything the app is given from outside. On Node `startServer` fills it in; the in-browser demo and the tests do it themselves. */
export interface Deps {
  municipality: Municipality;
  store: Store;
  clock: Clock;
  log: Log;
  random: Random;
  seal: Seal;
  keyedNames: KeyedNames;
  sessionTransport: SessionTransport;
  /** By provider id, one for each of `municipality.eidProviders`. */
  eidProviders: ReadonlyMap<string, EidProvider>;
  /** Every system that has cases, in the order in which they are named when silent. */
  caseSources: readonly CaseSource[];
  /** Who has custody of whom, and who goes to which school. The app gives them up when they take too long. */
  registers: Registers;
  timer: Timer;
  /** When the next turns of e-ID orders begin. */
  turnBeat: Beat;
  /** What a shutdown waits for. */
  underWay: UnderWay;
  /** Where the backend itself is reached, `https://host`. */
  publicOrigin: string;
  /** Exact origins that may call with credentials and change things; holds `publicOrigin`. */
  allowedOrigins: ReadonlySet<string>;
  /** The citizen's own IP address, as far as the server can tell. */
  clientAddress(c: Context): string;
  /** The `Origin` that the browser states for a call; in a tab, where scripts cannot see that header, the page's own. */
  requestOrigin(c: Context): string | undefined;
  /** What receipts are written in. */
  receiptFonts(): Promise<ReceiptFonts>;
  rateLimits: RateLimits;
  /** False once the server has begun to shut down. */
  accepting(): boolean;
}
