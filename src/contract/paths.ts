import { casePaths } from './case.paths.ts';
import { portalPaths } from './portal.paths.ts';

export { clientHeader } from './portal.paths.ts';

/** Where each resource lies, relative to the backend's address. */
export const paths = { ...portalPaths, ...casePaths } as const;
