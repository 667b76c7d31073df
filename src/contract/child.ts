import { localizedSchema } from './language.ts';
import * as z from 'zod/mini';
import './jitless.ts';

// Apart, since a browser asks and never checks what is asked.
export * from './child.request.ts';
// Apart, since the picker needs the words before it fetches what reads an answer.
export * from './child.values.ts';

/** A child that whoever is logged in has custody of. */
export const childSchema = z.object({
  /** What a form sends. It means nothing to anybody but this person. */
  id: z.string(),
  displayName: z.string(),
  birthYear: z.number(),
  /** `2015-01-01`; only where two of the children would else read alike. */
  birthDate: z.optional(z.string()),
  /** The school that the municipality runs; absent for an e-service that does not ask for one. `year` 0 is the preschool class. */
  school: z.optional(z.object({ name: z.string(), year: z.optional(z.number()) })),
  /** One of `childRefusals`; absent for a child that can be chosen. */
  notFor: z.optional(z.string()),
});
export type Child = z.infer<typeof childSchema>;

const spanSchema = z.object({ from: z.optional(z.number()), to: z.optional(z.number()) });

/**
 * `GET /children?service=`. Eldest first. An empty list means that there is nobody to show, never that a register was
 * silent: that is the problem `register-unreachable` or `school-register-unreachable`, with `attempt` counted over the
 * last 24 hours. Nothing in the answer tells whether somebody was left out.
 */
export const childListSchema = z.object({
  service: z.object({
    id: z.string(),
    name: localizedSchema,
    /** The ages and school years that the e-service is for, both ends included. */
    ages: z.optional(spanSchema),
    schoolYears: z.optional(spanSchema),
    /** One of `signingRules`, without the single custody that only a child can tell. */
    guardians: z.string(),
  }),
  items: z.array(childSchema),
  /** Each one of `missingReasons`; goes by the e-service alone. */
  missingReasons: z.array(z.string()),
});
export type ChildList = z.infer<typeof childListSchema>;
