import * as z from 'zod/mini';
import { instantSchema } from './instant.ts';
import './jitless.ts';

export * from './case.values.ts';
// Apart, since a browser asks and never checks what is asked.
export * from './case.request.ts';

/** One row of the inbox. */
export const caseSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  service: z.object({ id: z.string(), name: z.string() }),
  /** What one says on the phone. The first is the source's own; the rest are the same case in other systems. */
  references: z.array(z.string()),
  /** `me`, `child` with a given name and an id that is worthless to anyone else, or `unknown` where the system does not say. */
  concerns: z.object({ kind: z.string(), childId: z.optional(z.string()), givenName: z.optional(z.string()) }),
  /** One of `caseStatuses`. */
  status: z.string(),
  /** The source's own words for the status. */
  sourceStatus: z.string(),
  lastEvent: z.optional(z.object({ at: instantSchema, text: z.string() })),
  updatedAt: instantSchema,
  /** When the citizen must have acted. */
  dueAt: z.optional(instantSchema),
  /** Messages and events that this person, and nobody else, has yet to see. */
  unread: z.number(),
  /** One of `nextActions`; `url` when it is done elsewhere. */
  nextAction: z.optional(z.object({ kind: z.string(), url: z.optional(z.string()) })),
  signing: z.optional(z.object({ signed: z.number(), required: z.number() })),
  /** Id of the system that the case comes from. */
  source: z.string(),
  /** The level of assurance that opens the case, when the citizen logged in with less: then the row tells nothing else. */
  requiresLoa: z.optional(z.string()),
});
export type CaseSummary = z.infer<typeof caseSummarySchema>;

export const caseSourceStates = ['ok', 'stale', 'silent'] as const;

/** How a system answered. `stale`: what it said at `lastAnsweredAt`; `silent`: nothing to show from it. */
export const caseSourceStateSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** One of `caseSourceStates`. */
  state: z.string(),
  /** Absent while it answers as it should, so that an unchanged case keeps its ETag. */
  lastAnsweredAt: z.optional(instantSchema),
});
export type CaseSourceState = z.infer<typeof caseSourceStateSchema>;

/** `GET /cases`. `sources` names every system, so that one that is silent is never taken for "no cases". */
export const casePageSchema = z.object({
  items: z.array(caseSummarySchema),
  nextCursor: z.nullable(z.string()),
  sources: z.array(caseSourceStateSchema),
  /** What there is to filter by, over all of the person's cases. */
  facets: z.object({
    services: z.array(z.object({ id: z.string(), name: z.string() })),
    children: z.array(z.object({ id: z.string(), givenName: z.string() })),
    statuses: z.array(z.string()),
  }),
});
export type CasePage = z.infer<typeof casePageSchema>;

/** `GET /cases/counts`, for a badge in the site's header. Each figure counts cases; `unread` those with anything unseen. */
export const caseCountsSchema = z.object({ all: z.number(), waiting: z.number(), unread: z.number(), sources: z.array(caseSourceStateSchema) });
export type CaseCounts = z.infer<typeof caseCountsSchema>;

/** `id` opens it by `GET /cases/{case}/documents/{id}`, as an attachment. `size` in bytes. */
export const caseDocumentSchema = z.object({
  id: z.string(),
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.optional(z.number()),
  at: instantSchema,
  /** `you`, `guardian`, `municipality` or `system`. */
  origin: z.string(),
  expiresAt: z.optional(instantSchema),
});
export type CaseDocument = z.infer<typeof caseDocumentSchema>;

export const caseMessageSchema = z.object({
  id: z.string(),
  at: instantSchema,
  /** `you`, `guardian` or `municipality`. */
  from: z.string(),
  /** The handler's name, when the municipality wrote; never another citizen's. */
  senderName: z.optional(z.string()),
  text: z.string(),
  documentIds: z.array(z.string()),
  /** When the other side had read it; `null` while it has not, and absent where the system does not say. */
  readAt: z.optional(z.nullable(instantSchema)),
});
export type CaseMessage = z.infer<typeof caseMessageSchema>;

/** `GET /cases/{id}`, with an ETag. Everything about one case that this person may see. */
export const caseSchema = z.extend(caseSummarySchema, {
  summary: z.optional(z.string()),
  steps: z.array(z.object({ name: z.string(), state: z.string(), at: z.optional(instantSchema), usualDays: z.optional(z.number()) })),
  timeline: z.array(z.object({ id: z.string(), at: instantSchema, text: z.string(), isNew: z.boolean() })),
  decision: z.optional(z.object({ outcome: z.string(), at: instantSchema, howToAppeal: z.optional(z.string()), appealUntil: z.optional(instantSchema) })),
  documents: z.array(caseDocumentSchema),
  messages: z.array(caseMessageSchema),
  /** False with the reason in the source's words. */
  reply: z.object({ allowed: z.boolean(), reason: z.optional(z.string()) }),
  handler: z.optional(z.object({ name: z.string(), unit: z.optional(z.string()), phone: z.optional(z.string()) })),
  related: z.array(z.object({ id: z.string(), title: z.string(), reference: z.string() })),
  /** `stale` when the source did not answer now and this is what it said before. */
  sourceState: caseSourceStateSchema,
});
export type Case = z.infer<typeof caseSchema>;

/** The header that a reply carries: a new value for each reply, the same one when the same reply is sent again. */
export const idempotencyHeader = 'Idempotency-Key';

/** A file on its way to a reply, by tus 1.0. `GET /uploads/{id}`; only whoever sends it can see it. */
export const uploadSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  /** In bytes. The upload is whole when `received` is `size`. */
  size: z.number(),
  received: z.number(),
  /** What the file is, by what it holds; absent until enough of it has come. */
  mediaType: z.optional(z.string()),
});
export type Upload = z.infer<typeof uploadSchema>;

/** What one person may have waiting to be sent, in all. */
export const uploadQuota = { files: 40, bytes: 100 * 1024 * 1024 } as const;

/** A reply that is not sent yet. `GET`, `PUT` and `DELETE /cases/{id}/draft`; only its writer can see it. */
export const replyDraftSchema = z.object({
  text: z.string(),
  uploads: z.array(z.object({ id: z.string(), fileName: z.string(), size: z.number(), received: z.number() })),
  savedAt: z.nullable(instantSchema),
});
export type ReplyDraft = z.infer<typeof replyDraftSchema>;
