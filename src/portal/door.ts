import type { Answer } from '../client/portal-backend.ts';
import type { Connection } from './connection.ts';
import type { PortalController } from './portal.controller.ts';

/** What is behind each connection, of one kind. Its code is fetched when first asked for. */
export class Backends<B> {
  readonly #known = new WeakMap<Connection, Promise<B>>();
  readonly #make: (api: URL) => Promise<B>;

  constructor(make: (api: URL) => Promise<B>) {
    this.#make = make;
  }

  /** Puts another in its place. */
  set(connection: Connection, backend: Promise<B>): void {
    this.#known.set(connection, backend);
  }

  of(connection: Connection): Promise<B> {
    const known = this.#known.get(connection);
    if (known) return known;
    const made = this.#make(connection.api);
    this.#known.set(connection, made);
    made.catch(() => this.#known.delete(connection));
    return made;
  }
}

/** The one way from a widget to what it asks of the portal that it stands in. */
export class Door<B> {
  readonly #portal: PortalController;
  readonly #backends: Backends<B>;

  constructor(portal: PortalController, backends: Backends<B>) {
    this.#portal = portal;
    this.#backends = backends;
  }

  /** Asks something. When even the code that asks cannot be fetched, that is a problem like any other. */
  async call<T>(ask: (backend: B) => Promise<Answer<T>>): Promise<Answer<T>> {
    const { connection } = this.#portal;
    if (!connection) return { ok: false, problem: { code: 'misconfigured' } };
    const backend = await this.#backends.of(connection).catch(() => undefined);
    if (!backend) return { ok: false, problem: { code: navigator.onLine === false ? 'offline' : 'unreachable' } };
    const answer = await ask(backend);
    if (!answer.ok && answer.problem.code === 'not-logged-in') await (await connection.session()).ask();
    return answer;
  }

  /** Where `path` is fetched by a plain link; empty without a portal. */
  addressOf(path: string): string {
    const { connection } = this.#portal;
    return connection ? new URL(path, connection.api).href : '';
  }
}
