import { z } from '../../../../src/contract/schema.ts';

/** The paths of the simulated app's own API, from the root of the host. */
export const simulatorPaths = {
  persons: '/simulator/persons',
  scan: '/simulator/scan',
  transaction: (id: string) => `/simulator/transactions/${encodeURIComponent(id)}`,
  disturbance: '/simulator/disturbance',
} as const;

/** `GET /simulator/persons`: whose e-ID the phone can play. Invented names with Skatteverket's test numbers. */
export const appPersonsSchema = z.object({
  persons: z.array(z.object({ id: z.string(), name: z.string(), number: z.string() })),
});
export type AppPerson = z.infer<typeof appPersonsSchema>['persons'][number];

/** `POST /simulator/scan`: the text of a QR code, or a start link or its token. */
export const appScanSchema = z.strictObject({ content: z.string().check(z.maxLength(1024)) });

/** What the app shows before its owner approves. `returnUrl` only after a start by link. */
export const appTransactionSchema = z.object({
  transaction: z.string(),
  relyingParty: z.string(),
  visibleText: z.string(),
  purpose: z.string(),
  returnUrl: z.optional(z.string()),
});
export type AppTransactionAnswer = z.infer<typeof appTransactionSchema>;

/** `POST /simulator/transactions/{id}`. `person` is needed to approve; `hint` is the step to open or the cause to fail for. */
export const appActSchema = z.strictObject({
  act: z.enum(['open', 'approve', 'cancel', 'fail']),
  person: z.optional(z.string().check(z.maxLength(64))),
  hint: z.optional(z.string().check(z.maxLength(100))),
});
export type AppActRequest = z.infer<typeof appActSchema>;
export const appActedSchema = z.object({ status: z.string() });

/** `POST /simulator/disturbance`: makes the provider silent or slow for some seconds, 0 to make it well. Answered 204. */
export const disturbanceSchema = z.strictObject({
  kind: z.enum(['down', 'slow']),
  seconds: z.int().check(z.minimum(0), z.maximum(600)),
});
export type DisturbanceRequest = z.infer<typeof disturbanceSchema>;

/** Why the app refuses; `code` is stable. */
export const appProblemSchema = z.object({ type: z.string(), title: z.string(), status: z.int(), code: z.string() });
