import { casePaths } from './case.paths.ts';
import { portalPaths } from './portal.paths.ts';

export { clientHeader } from './portal.paths.ts';

/** Where each resource lies, relative to the backend's address. */
export const paths = {
  ...portalPaths,
  ...casePaths,
  /** Where an e-ID's own page sends the citizen's browser, followed by the provider's id; no widget calls it. */
  eidCallback: 'eid/callback',
} as const;
