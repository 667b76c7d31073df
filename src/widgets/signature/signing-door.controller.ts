import type { Answer } from '../../client/portal-backend.ts';
import type { SigningBackend } from '../../client/signing-backend.ts';
import { paths } from '../../contract/paths.ts';
import type { Connection } from '../../portal/connection.ts';
import type { PortalController } from '../../portal/portal.controller.ts';

/** What signs behind each connection, fetched when first asked for. Set one beforehand to put another in its place. */
export const signingBackends = new WeakMap<Connection, Promise<SigningBackend>>();

/** The one way from the widget to what is signed at the portal that it stands in. */
export class SigningDoor {
  readonly #portal: PortalController;

  constructor(portal: PortalController) {
    this.#portal = portal;
  }

  /** Asks something. When even the code that asks cannot be fetched, that is a problem like any other. */
  async call<T>(ask: (backend: SigningBackend) => Promise<Answer<T>>): Promise<Answer<T>> {
    const { connection } = this.#portal;
    if (!connection) return { ok: false, problem: { code: 'misconfigured' } };
    const backend = await open(connection).catch(() => undefined);
    if (!backend) return { ok: false, problem: { code: navigator.onLine === false ? 'offline' : 'unreachable' } };
    const answer = await ask(backend);
    if (!answer.ok && answer.problem.code === 'not-logged-in') await (await connection.session()).ask();
    return answer;
  }

  /** Where the receipt is fetched by a plain link. */
  receiptAddress(caseId: string): string {
    const { connection } = this.#portal;
    return connection ? new URL(paths.receipt(caseId), connection.api).href : '';
  }
}

function open(connection: Connection): Promise<SigningBackend> {
  const known = signingBackends.get(connection);
  if (known) return known;
  const made = import('../../client/signing-backend.ts').then(({ HttpSigningBackend }) => new HttpSigningBackend(connection.api));
  signingBackends.set(connection, made);
  made.catch(() => signingBackends.delete(connection));
  return made;
}
