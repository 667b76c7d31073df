import type { CaseBackend } from '../../client/case-backend.ts';
import { casePaths as paths } from '../../contract/case.paths.ts';
import { Backends, Door } from '../../portal/door.ts';
import type { PortalController } from '../../portal/portal.controller.ts';

export const caseBackends = new Backends<CaseBackend>((api) => import('../../client/case-backend.ts').then(({ HttpCaseBackend }) => new HttpCaseBackend(api)));

/** The way to the cases. */
export class CaseDoor extends Door<CaseBackend> {
  constructor(portal: PortalController) {
    super(portal, caseBackends);
  }

  /** Where a document is fetched by a plain link. */
  documentAddress(caseId: string, documentId: string): string {
    return this.addressOf(paths.caseDocument(caseId, documentId));
  }

  /** Where everything in a case is fetched as one file. */
  bundleAddress(caseId: string): string {
    return this.addressOf(paths.caseBundle(caseId));
  }
}
