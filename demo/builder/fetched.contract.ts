import { z } from '../../src/contract/schema.ts';

/** Where the checker asks, relative to its page: `GET svar?address=…&from=…`. */
export const fetchedPath = 'svar';

/** Where that is on the demo's host. */
export const checkerPath = `/granska/${fetchedPath}`;

/** Why the server did not fetch an address: it is none, it leads into somebody's own network, or what is there does not answer as a page does. */
export const refusals = ['not-an-address', 'not-public', 'other-port', 'unreachable', 'unreadable', 'too-slow', 'too-large', 'too-often'] as const;
export type Refusal = (typeof refusals)[number];

/** What came of fetching an address. */
export const fetchedSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Where it was found at last. */
    address: z.string(),
    status: z.number(),
    contentType: z.string(),
    /** Which pages may read it, as the answer says; empty where it says nothing. */
    allowOrigin: z.string(),
    /** Its content security policies. */
    policy: z.string(),
    body: z.string(),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(refusals) }),
]);
export type Fetched = z.infer<typeof fetchedSchema>;

/** Whether the answer lets `page` read it. */
export const letsIn = ({ allowOrigin }: { allowOrigin: string }, page: URL): boolean => allowOrigin === '*' || allowOrigin === page.origin;
