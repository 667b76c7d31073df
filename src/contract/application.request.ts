import * as z from 'zod/mini';
import './jitless.ts';

const answersSchema = z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(4000)));
const languageSchema = z.string().check(z.maxLength(35));

/** `POST /applications`, with an `Idempotency-Key`. `child` is the value of the child picker, `answers` are by the id of the question. */
export const applicationRequestSchema = z.strictObject({
  service: z.string().check(z.maxLength(64)),
  child: z.string().check(z.maxLength(128)),
  answers: answersSchema,
  /** The language in which the applicant wants to be written to; the municipality's own when left out. */
  language: z.optional(languageSchema),
});
export type ApplicationRequest = z.infer<typeof applicationRequestSchema>;

/** `PUT /cases/{case}/application`. `version` is the one that was changed. Without `voidSignatures` nothing that somebody has signed is changed. */
export const applicationChangeSchema = z.strictObject({
  answers: answersSchema,
  version: z.number(),
  voidSignatures: z.optional(z.boolean()),
});
export type ApplicationChange = z.infer<typeof applicationChangeSchema>;
