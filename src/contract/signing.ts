import { instantSchema } from './instant.ts';
import { localizedSchema } from './language.ts';
import * as z from 'zod/mini';
import './jitless.ts';

export * from './signing.values.ts';
// Apart, since a browser asks and never checks what is asked.
export * from './signing.request.ts';

/** A part of the document, to be drawn as text. A `kind` that is not known is drawn as its `text` and `rows`. */
export const documentBlockSchema = z.object({
  /** `heading`, `paragraph`, `facts` (which has `rows`) or `statement` (what one vouches for by signing). */
  kind: z.string(),
  text: z.optional(z.string()),
  rows: z.optional(z.array(z.object({ label: z.string(), value: z.string() }))),
});
export type DocumentBlock = z.infer<typeof documentBlockSchema>;

/** What is signed, in full. It has one language, whatever language the page has. */
export const signedDocumentSchema = z.object({
  title: z.string(),
  language: z.string(),
  /** Counts up with each change; each version is signed anew. */
  version: z.number(),
  /** SHA-256 of the bytes that are signed, 64 hexadecimal digits. */
  hash: z.string(),
  blocks: z.array(documentBlockSchema),
});
export type SignedDocument = z.infer<typeof signedDocumentSchema>;

/** A guardian, as this person may see them. */
export const signingPartySchema = z.object({
  /** Means nothing to anybody but this person. */
  id: z.string(),
  isYou: z.boolean(),
  /** Absent when it must not be shown: then it is "the other guardian". */
  displayName: z.optional(z.string()),
  /** Whether this is who applied. */
  applied: z.boolean(),
  /** One of `partyStates`. */
  state: z.string(),
  /** Since when; absent for `notRequired`. */
  at: z.optional(instantSchema),
  /** Why they declined, in their own words. */
  reason: z.optional(z.string()),
  /** How they are reached: shown of oneself, and of the other to whoever applied. Absent when no address is stated. */
  contact: z.optional(
    z.object({
      /** `e•••@e•••.se`. */
      address: z.string(),
      language: z.string(),
      /** The last message; absent before the first. `state` is one of `noticeStates`. */
      notice: z.optional(z.object({ state: z.string(), at: instantSchema })),
    }),
  ),
  /** Each one of `contactActions`. */
  can: z.array(z.string()),
  /** When it may be sent again, and how many times more; present with `sendAgain`. */
  again: z.optional(z.object({ at: instantSchema, left: z.number() })),
});
export type SigningParty = z.infer<typeof signingPartySchema>;

/**
 * The signing of one case. `GET /cases/{case}/signing`, with an ETag, to be polled while it is `collecting`; each call
 * that changes it answers with it as it is then. A case without a signing is `signing-not-found`.
 */
export const signingSchema = z.object({
  /** The case as this person knows it: as in the inbox. */
  case: z.string(),
  reference: z.string(),
  title: z.string(),
  /** `url` is the page with its form; with the query `kommun-case` and the case's id it changes what was filled in. */
  service: z.object({ id: z.string(), name: localizedSchema, url: z.optional(z.string()) }),
  /** Whom it concerns; absent when that must not be shown. */
  child: z.optional(z.object({ id: z.string(), givenName: z.string() })),
  /** One of `signingStates`. */
  state: z.string(),
  /** When it reached that state. */
  since: instantSchema,
  /** One of `stopReasons`, when it was stopped. */
  stopped: z.optional(z.string()),
  /** One of `signingRules`. */
  rule: z.string(),
  /** Whoever has not signed by then cannot. */
  expiresAt: instantSchema,
  /** Absent when it must not be shown. */
  document: z.optional(signedDocumentSchema),
  /** When an earlier version was changed after somebody had signed it, which made that signature void. */
  changedAt: z.optional(instantSchema),
  /** Oneself first. Empty when it must not be shown who they are. */
  parties: z.array(signingPartySchema),
  /** Each one of `signingActions`. */
  can: z.array(z.string()),
  /** What happens next; when all have signed. */
  afterwards: z.optional(localizedSchema),
});
export type Signing = z.infer<typeof signingSchema>;

/** `GET /signing/waiting`: what the person has yet to sign, that which ends first at the top. */
export const waitingSigningsSchema = z.object({
  items: z.array(
    z.object({ case: z.string(), title: z.string(), service: z.object({ id: z.string(), name: localizedSchema }), expiresAt: instantSchema }),
  ),
});
export type WaitingSignings = z.infer<typeof waitingSigningsSchema>;

/**
 * What a link in a mail leads to. Before login `login`, which names no person; logged in as whom it was sent to `case`.
 * Anybody else gets the problem `invitation-not-for-you`; a link that is unknown, old or taken back gets
 * `invitation-not-valid`, and the case is still in the inbox.
 */
export const invitationSchema = z.union([
  z.object({ open: z.literal('login'), service: z.object({ id: z.string(), name: localizedSchema }), expiresAt: instantSchema }),
  z.object({ open: z.literal('case'), case: z.string() }),
]);
export type Invitation = z.infer<typeof invitationSchema>;
