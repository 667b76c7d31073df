import type { CaseBackend } from '../../client/case-backend.ts';
import type { Answer } from '../../client/portal-backend.ts';
import { paths } from '../../contract/paths.ts';
import type { Connection } from '../../portal/connection.ts';
import type { PortalController } from '../../portal/portal.controller.ts';

/** The cases behind each connection, fetched when first asked for. Set one beforehand to put another in its place. */
export const caseBackends = new WeakMap<Connection, Promise<CaseBackend>>();

/** The one way from a widget to the cases of the portal that it stands in. */
export class CaseDoor {
  readonly #portal: PortalController;

  constructor(portal: PortalController) {
    this.#portal = portal;
  }

  /** Asks the cases something. When even the code that asks cannot be fetched, that is a problem like any other. */
  async call<T>(ask: (backend: CaseBackend) => Promise<Answer<T>>): Promise<Answer<T>> {
    const { connection } = this.#portal;
    if (!connection) return { ok: false, problem: { code: 'misconfigured' } };
    const backend = await open(connection).catch(() => undefined);
    if (!backend) return { ok: false, problem: { code: navigator.onLine === false ? 'offline' : 'unreachable' } };
    const answer = await ask(backend);
    if (!answer.ok && answer.problem.code === 'not-logged-in') await (await connection.session()).ask();
    return answer;
  }

  /** Where a document is fetched by a plain link. */
  documentAddress(caseId: string, documentId: string): string {
    return this.#address(paths.caseDocument(caseId, documentId));
  }

  /** Where everything in a case is fetched as one file. */
  bundleAddress(caseId: string): string {
    return this.#address(paths.caseBundle(caseId));
  }

  #address(path: string): string {
    const { connection } = this.#portal;
    return connection ? new URL(path, connection.api).href : '';
  }
}

function open(connection: Connection): Promise<CaseBackend> {
  const known = caseBackends.get(connection);
  if (known) return known;
  const made = import('../../client/case-backend.ts').then(({ HttpCaseBackend }) => new HttpCaseBackend(connection.api));
  caseBackends.set(connection, made);
  made.catch(() => caseBackends.delete(connection));
  return made;
}
