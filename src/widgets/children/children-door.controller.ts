import type { ChildrenBackend } from '../../client/children-backend.ts';
import type { Answer } from '../../client/portal-backend.ts';
import type { Connection } from '../../portal/connection.ts';
import type { PortalController } from '../../portal/portal.controller.ts';

/** The children behind each connection, fetched when first asked for. Set one beforehand to put another in its place. */
export const childrenBackends = new WeakMap<Connection, Promise<ChildrenBackend>>();

/** The one way from the widget to the children of the portal that it stands in. */
export class ChildrenDoor {
  readonly #portal: PortalController;

  constructor(portal: PortalController) {
    this.#portal = portal;
  }

  /** Asks the children something. When even the code that asks cannot be fetched, that is a problem like any other. */
  async call<T>(ask: (backend: ChildrenBackend) => Promise<Answer<T>>): Promise<Answer<T>> {
    const { connection } = this.#portal;
    if (!connection) return { ok: false, problem: { code: 'misconfigured' } };
    const backend = await open(connection).catch(() => undefined);
    if (!backend) return { ok: false, problem: { code: navigator.onLine === false ? 'offline' : 'unreachable' } };
    const answer = await ask(backend);
    if (!answer.ok && answer.problem.code === 'not-logged-in') await (await connection.session()).ask();
    return answer;
  }
}

function open(connection: Connection): Promise<ChildrenBackend> {
  const known = childrenBackends.get(connection);
  if (known) return known;
  const made = import('../../client/children-backend.ts').then(({ HttpChildrenBackend }) => new HttpChildrenBackend(connection.api));
  childrenBackends.set(connection, made);
  made.catch(() => childrenBackends.delete(connection));
  return made;
}
