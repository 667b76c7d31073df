import type { Clock } from '../../../clock.ts';
import { z } from '../../../../../src/contract/schema.ts';
import { CaseSourceError } from '../../case-source.ts';
import { withinTime } from '../timer.ts';
import type { Timer } from '../timer.ts';
import type { Upstream } from '../upstream.ts';
import { jsonOf } from './json.ts';

const tokenSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.optional(z.number().check(z.nonnegative())),
});

export interface ClientLogin {
  clientId: string;
  clientSecret: string;
}

/** Milliseconds: how long before its end a token is no longer used, how long one lasts that does not say, how long a new one may take. */
const margin = 30_000;
const unstatedLife = 5 * 60_000;
const timeLimit = 4_000;

/** A token by OAuth 2.0 client credentials, kept until shortly before it expires and fetched once however many wait for it. */
export class AccessToken {
  readonly #upstream: Upstream;
  readonly #login: ClientLogin;
  readonly #clock: Clock;
  readonly #timer: Timer;
  #current: { token: string; until: number } | undefined;
  #fetching: Promise<string> | undefined;

  constructor(upstream: Upstream, login: ClientLogin, { clock, timer }: { clock: Clock; timer: Timer }) {
    this.#upstream = upstream;
    this.#login = login;
    this.#clock = clock;
    this.#timer = timer;
  }

  /** @throws CaseSourceError */
  get(): Promise<string> {
    if (this.#current && this.#now() < this.#current.until) return Promise.resolve(this.#current.token);
    this.#fetching ??= this.#fetch().finally(() => (this.#fetching = undefined));
    return this.#fetching;
  }

  /** The token was refused, so it is not used again. Another that has come since is kept. */
  refused(token: string): void {
    if (this.#current?.token === token) this.#current = undefined;
  }

  /** With a time limit of its own: the one who asks first may go away, and others wait for the same answer. */
  async #fetch(): Promise<string> {
    const { clientId, clientSecret } = this.#login;
    const asked = this.#now();
    const answer = await withinTime(this.#timer, timeLimit, undefined, (signal) =>
      this.#upstream.ask(
        {
          method: 'POST',
          path: '',
          headers: { Authorization: `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`, 'Content-Type': 'application/x-www-form-urlencoded' },
          body: 'grant_type=client_credentials',
        },
        signal,
      ),
    );
    const { access_token: token, expires_in: seconds } = jsonOf(answer, tokenSchema);
    // What goes into a header line must not be able to end it.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new CaseSourceError('unreadable');
    this.#current = { token, until: asked + (seconds === undefined ? unstatedLife : seconds * 1000) - margin };
    return token;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
