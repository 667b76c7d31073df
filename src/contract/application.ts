import { localizedSchema } from './language.ts';
import * as z from 'zod/mini';
import './jitless.ts';

// Apart, since a browser asks and never checks what is asked.
export * from './application.request.ts';

/**
 * What was filled in in an e-service. `POST /applications` makes the case and starts the signing;
 * `GET` and `PUT /cases/{case}/application` are for whoever applied, while signatures are awaited.
 */
export const applicationSchema = z.object({
  /** The case as this person knows it: as in the inbox. */
  case: z.string(),
  reference: z.string(),
  service: z.object({ id: z.string(), name: localizedSchema }),
  child: z.object({ id: z.string(), givenName: z.string() }),
  /** By the id of the question. */
  answers: z.catchall(z.object({}), z.string()),
  /** Counts up with each change. */
  version: z.number(),
  /** How many have signed this version: a change makes their signatures void. */
  signatures: z.number(),
});
export type Application = z.infer<typeof applicationSchema>;
