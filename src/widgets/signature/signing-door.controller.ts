import type { SigningBackend } from '../../client/signing-backend.ts';
import { casePaths as paths } from '../../contract/case.paths.ts';
import { Backends, Door } from '../../portal/door.ts';
import type { PortalController } from '../../portal/portal.controller.ts';

export const signingBackends = new Backends<SigningBackend>((api) => import('../../client/signing-backend.ts').then(({ HttpSigningBackend }) => new HttpSigningBackend(api)));

/** The way to what is signed. */
export class SigningDoor extends Door<SigningBackend> {
  constructor(portal: PortalController) {
    super(portal, signingBackends);
  }

  /** Where the receipt is fetched by a plain link. */
  receiptAddress(caseId: string): string {
    return this.addressOf(paths.receipt(caseId));
  }
}
