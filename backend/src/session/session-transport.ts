import type { Context } from 'hono';

/** `session`: who is logged in. `eid`: which browser started an e-ID order. `device`: the same browser as before, for an e-ID's judgement of the risk. */
export type SecretName = 'session' | 'eid' | 'device';

/** How a browser keeps its secrets between calls: cookies in earnest, memory in the demo that runs inside a tab. */
export interface SessionTransport {
  read(c: Context, name: SecretName): string | undefined;
  /** Kept until the browser closes or `clear`; `device` for as long as browsers let it. */
  write(c: Context, name: SecretName, token: string): void;
  clear(c: Context, name: SecretName): void;
}
