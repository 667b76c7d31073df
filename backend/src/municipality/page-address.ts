import { z } from '../../../src/contract/schema.ts';

/** A whole address, or a path on the backend's own site. */
export const pageAddress = z.optional(z.string().check(z.regex(/^(https?:\/\/[^\s/]|\/(?!\/))\S*$/, 'a whole address (https://…), or a path on this site (/…)')));
