import { z } from '../../../../src/contract/schema.ts';

/** BankID's Relying Party API v6.0: every path below the base address. */
export const bankIdPaths = ['/auth', '/sign', '/phone/auth', '/phone/sign', '/collect', '/cancel'] as const;
export type BankIdPath = (typeof bankIdPaths)[number];

const text = (least: number, most: number) => z.string().check(z.minLength(least), z.maxLength(most));
/** Base64, so long at most when it is encoded. */
const base64 = (most: number) => text(1, most).check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const personalNumber = z.string().check(z.regex(/^\d{12}$/));

const web = z.object({
  deviceIdentifier: text(1, 64),
  referringDomain: text(3, 253).check(z.regex(/^[0-9a-z.-]+$/)),
  userAgent: text(1, 256),
});
const app = z
  .object({
    appIdentifier: z.optional(text(1, 256)),
    deviceOS: z.optional(text(1, 256)),
    deviceModelName: z.optional(text(1, 256)),
    deviceIdentifier: z.optional(text(1, 256)),
  })
  .check(z.refine((facts) => Object.values(facts).some((fact) => fact !== undefined)));

const requirementOfPhone = {
  pinCode: z.optional(z.boolean()),
  mrtd: z.optional(z.boolean()),
  cardReader: z.optional(z.enum(['class1', 'class2'])),
  /** Object identifiers; the last step may be a star, from the fifth on. */
  certificatePolicies: z.optional(z.array(z.string().check(z.regex(/^\d+(\.\d+)*$|^\d+(\.\d+){3,}\.\*$/))).check(z.minLength(1))),
};
const requirement = z.object({ ...requirementOfPhone, personalNumber: z.optional(personalNumber) });

const format = z.optional(z.enum(['plaintext', 'simpleMarkdownV1']));
const byBrowser = {
  endUserIp: z.union([z.ipv4(), z.ipv6()]),
  userVisibleDataFormat: format,
  returnUrl: z.optional(text(1, 512)),
  returnRisk: z.optional(z.boolean()),
  web: z.optional(web),
  app: z.optional(app),
  requirement: z.optional(requirement),
};
const byPhone = {
  callInitiator: z.enum(['user', 'RP']),
  personalNumber,
  userVisibleDataFormat: format,
  requirement: z.optional(z.object(requirementOfPhone)),
};
const authTexts = { userVisibleData: z.optional(base64(1500)), userNonVisibleData: z.optional(base64(1500)) };
const signTexts = { userVisibleData: base64(40_000), userNonVisibleData: z.optional(base64(200_000)) };
const oneOrigin = z.refine<{ web?: unknown; app?: unknown }>(({ web: page, app: program }) => page === undefined || program === undefined);

export const authRequestSchema = z.object({ ...byBrowser, ...authTexts }).check(oneOrigin);
export const signRequestSchema = z.object({ ...byBrowser, ...signTexts }).check(oneOrigin);
export const phoneAuthRequestSchema = z.object({ ...byPhone, ...authTexts });
export const phoneSignRequestSchema = z.object({ ...byPhone, ...signTexts });
export const orderRefSchema = z.object({ orderRef: text(1, 64) });

/** What is asked at each path, with every limit that BankID sets. */
export const bankIdRequestSchemas = {
  '/auth': authRequestSchema,
  '/sign': signRequestSchema,
  '/phone/auth': phoneAuthRequestSchema,
  '/phone/sign': phoneSignRequestSchema,
  '/collect': orderRefSchema,
  '/cancel': orderRefSchema,
} satisfies Record<BankIdPath, z.ZodMiniType>;
export type BankIdOrderRequest = z.infer<typeof signRequestSchema> | z.infer<typeof authRequestSchema>;

/** Answers are read leniently: BankID adds members without a new address, and a result is told once. */
export const orderAnswerSchema = z.object({
  orderRef: text(1, 64),
  autoStartToken: text(1, 64),
  qrStartToken: text(1, 64),
  qrStartSecret: text(1, 64),
});

/** What decides nothing: in another shape than it had, it is as if it had not been told. */
const ifAsExpected = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined);

export const completionDataSchema = z.object({
  user: z.object({ personalNumber: z.string(), name: z.string(), givenName: z.string(), surname: z.string() }),
  device: ifAsExpected(z.object({ ipAddress: ifAsExpected(z.string()), uhi: ifAsExpected(z.string()) })),
  bankIdIssueDate: ifAsExpected(z.string()),
  signature: ifAsExpected(z.string()),
  ocspResponse: ifAsExpected(z.string()),
  /** A risk that cannot be read lets nobody in. */
  risk: z.optional(z.string()),
});
export type CompletionData = z.infer<typeof completionDataSchema>;

export const collectAnswerSchema = z.object({
  status: z.enum(['pending', 'failed', 'complete']),
  hintCode: ifAsExpected(z.string()),
  completionData: z.optional(completionDataSchema),
});
export const emptyAnswerSchema = z.looseObject({});
/** `details` is for the log, never for a citizen. */
export const errorAnswerSchema = z.object({ errorCode: z.string(), details: z.optional(z.string()) });
