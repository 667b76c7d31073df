import type { PortalBackend } from '../../src/client/portal-backend.ts';
import { Connection } from '../../src/portal/connection.ts';

let made = 0;

class ConnectionTo extends Connection {
  readonly #backend: PortalBackend;

  constructor(api: URL, backend: PortalBackend) {
    super(api);
    this.#backend = backend;
  }

  override backend(): Promise<PortalBackend> {
    return Promise.resolve(this.#backend);
  }
}

/** A connection whose backend is `backend`, at an address that no other test shares. */
export function connectionWith(backend: PortalBackend): Connection {
  made += 1;
  return new ConnectionTo(new URL(`/fake-api-${made}/`, location.origin), backend);
}
