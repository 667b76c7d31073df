import type { Answer, PortalBackend } from '../client/portal-backend.ts';
import type { PortalConfig } from '../contract/portal-config.ts';
import type { SessionHub } from './session.hub.ts';

/** One backend as the whole page sees it: its client, what it says of the municipality, and the session. Code for each is fetched when first asked for. */
export class Connection {
  /** The backend's address, ending in a slash. */
  readonly api: URL;
  /** What the backend last said of the municipality, if anybody has asked. */
  knownConfig: PortalConfig | undefined;
  #backend: Promise<PortalBackend> | undefined;
  #config: Promise<Answer<PortalConfig>> | undefined;
  #session: Promise<SessionHub> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(api: URL) {
    this.api = api;
  }

  backend(): Promise<PortalBackend> {
    return (this.#backend ??= import('../client/http-backend.ts').then(({ HttpBackend }) => new HttpBackend(this.api), this.#forget));
  }

  /** Asks the backend something. When even the code that asks cannot be fetched, that is a problem like any other. */
  async call<T>(ask: (backend: PortalBackend) => Promise<Answer<T>>): Promise<Answer<T>> {
    const backend = await this.backend().catch(() => undefined);
    return backend ? ask(backend) : { ok: false, problem: { code: navigator.onLine === false ? 'offline' : 'unreachable' } };
  }

  /** The municipality's configuration, asked for once; a failure is not kept, so the next call tries again. */
  config(): Promise<Answer<PortalConfig>> {
    return (this.#config ??= this.#askConfig());
  }

  session(): Promise<SessionHub> {
    return (this.#session ??= import('./session.hub.ts').then(({ SessionHub }) => new SessionHub(this), this.#forget));
  }

  /** Calls `listener` when `knownConfig` changes; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Code that could not be fetched is fetched anew when it is next asked for. */
  readonly #forget = (fault: unknown): never => {
    this.#backend = undefined;
    this.#session = undefined;
    throw fault;
  };

  async #askConfig(): Promise<Answer<PortalConfig>> {
    const answer = await this.call((backend) => backend.config());
    if (answer.ok) {
      this.knownConfig = answer.value;
      for (const listener of this.#listeners) listener();
    } else {
      this.#config = undefined;
    }
    return answer;
  }
}

const connections = new Map<string, Connection>();

/** The page's one connection to `api`, so that portals on the same backend share its session. */
export function connectionTo(api: URL): Connection {
  const address = new URL(api);
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  const known = connections.get(address.href) ?? new Connection(address);
  connections.set(address.href, known);
  return known;
}
