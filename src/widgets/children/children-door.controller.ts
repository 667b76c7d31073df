import type { ChildrenBackend } from '../../client/children-backend.ts';
import { Backends, Door } from '../../portal/door.ts';
import type { PortalController } from '../../portal/portal.controller.ts';

export const childrenBackends = new Backends<ChildrenBackend>((api) => import('../../client/children-backend.ts').then(({ HttpChildrenBackend }) => new HttpChildrenBackend(api)));

/** The way to the children. */
export class ChildrenDoor extends Door<ChildrenBackend> {
  constructor(portal: PortalController) {
    super(portal, childrenBackends);
  }
}
