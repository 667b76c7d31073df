import * as z from 'zod/mini';
import { caseBoxes, caseSorts, caseStatuses, replyLimits } from './case.values.ts';
import { instantSchema } from './instant.ts';
import './jitless.ts';

/** The query of `GET /cases`. `from` and `to` are dates (`2026-11-24`), both included; `cursor` comes from the page before. */
export const caseQuerySchema = z.strictObject({
  box: z.optional(z.enum(caseBoxes)),
  q: z.optional(z.string().check(z.maxLength(100))),
  status: z.optional(z.array(z.enum(caseStatuses))),
  service: z.optional(z.string().check(z.maxLength(64))),
  child: z.optional(z.string().check(z.maxLength(64))),
  reference: z.optional(z.string().check(z.maxLength(64))),
  from: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
  to: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))),
  unread: z.optional(z.boolean()),
  sort: z.optional(z.enum(caseSorts)),
  cursor: z.optional(z.string().check(z.maxLength(512))),
  limit: z.optional(z.number().check(z.minimum(1), z.maximum(200))),
});
export type CaseQuery = z.infer<typeof caseQuerySchema>;

/** `PUT /cases/{id}/read`: everything up to `upTo` has been seen by this person; `null` marks the case unread. */
export const caseReadSchema = z.strictObject({ upTo: z.nullable(instantSchema) });
export type CaseRead = z.infer<typeof caseReadSchema>;

/** `POST /cases/{id}/messages`, with an `Idempotency-Key`. */
export const replySchema = z.strictObject({
  text: z.string().check(z.minLength(1), z.maxLength(replyLimits.characters)),
  uploadIds: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(replyLimits.files)),
});
export type Reply = z.infer<typeof replySchema>;

/** `PUT /cases/{id}/draft`. */
export const replyDraftRequestSchema = z.strictObject({
  text: z.string().check(z.maxLength(replyLimits.characters)),
  uploadIds: z.array(z.string().check(z.maxLength(64))),
});
export type ReplyDraftRequest = z.infer<typeof replyDraftRequestSchema>;
