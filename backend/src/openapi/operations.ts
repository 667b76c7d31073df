import { eidOrderRequestSchema, eidOrderSchema } from '../../../src/contract/eid-order.ts';
import { faqFeedSchema, faqFeedbackSchema } from '../../../src/contract/faq.ts';
import { paths } from '../../../src/contract/paths.ts';
import { portalConfigSchema } from '../../../src/contract/portal-config.ts';
import { z } from '../../../src/contract/schema.ts';
import { activeSessionSchema, loggedOutSchema, sessionRequestSchema, sessionSchema } from '../../../src/contract/session.ts';
import { caseOperations } from './case-operations.ts';
import type { Operation } from './operation.ts';
import { signingOperations } from './signing-operations.ts';
import { onAnyBody, onAnyChange, onAnyQuestion } from './problem-sets.ts';

/** Where the API lives on its host. */
export const apiBase = '/api/v1';

/** `GET /faq`: the language of the questions, the municipality's own when left out. */
export const faqQuerySchema = z.object({ lang: z.optional(z.string().check(z.maxLength(35))) });

/** The whole API. The OpenAPI document is made from it, and every answer in the tests is held against it. */
export const operations: readonly Operation[] = [
  {
    id: 'getConfig',
    method: 'get',
    path: `/${paths.config}`,
    summary: 'What a widget needs to know of the municipality.',
    answer: { status: 200, schema: portalConfigSchema, cached: true },
    problems: ['internal-error'],
  },
  {
    id: 'getSession',
    method: 'get',
    path: `/${paths.session}`,
    summary: 'Who is logged in. Asking does not extend the session.',
    answer: { status: 200, schema: sessionSchema },
    secret: 'session',
    problems: onAnyQuestion,
  },
  {
    id: 'startSession',
    method: 'post',
    path: `/${paths.session}`,
    summary: 'Turns a completed login order into a session under a new id. May be sent again when the answer was lost.',
    body: sessionRequestSchema,
    answer: { status: 200, schema: activeSessionSchema },
    secret: 'eid',
    problems: [...onAnyBody, 'order-not-found', 'order-not-complete', 'conflict', 'too-many-requests'],
  },
  {
    id: 'endSession',
    method: 'delete',
    path: `/${paths.session}`,
    summary: 'Logs out. Logging out twice is no error.',
    answer: { status: 200, schema: loggedOutSchema },
    secret: 'session',
    problems: onAnyChange,
  },
  {
    id: 'extendSession',
    method: 'post',
    path: `/${paths.sessionExtension}`,
    summary: 'Puts off the end of the session, as far as its last instant allows.',
    answer: { status: 200, schema: activeSessionSchema },
    secret: 'session',
    problems: [...onAnyChange, 'not-logged-in'],
  },
  {
    id: 'startEidOrder',
    method: 'post',
    path: `/${paths.eidOrders}`,
    summary: 'Starts one attempt to log in or to test with an e-ID.',
    body: eidOrderRequestSchema,
    answer: { status: 201, schema: eidOrderSchema },
    secret: 'eid',
    problems: [...onAnyBody, 'provider-unknown', 'eid-in-progress', 'eid-provider-unavailable', 'too-many-requests'],
  },
  {
    id: 'getEidOrder',
    method: 'get',
    path: '/eid/orders/{id}',
    summary: 'How the attempt is going. Seen only by the browser that started it.',
    answer: { status: 200, schema: eidOrderSchema },
    secret: 'eid',
    problems: [...onAnyQuestion, 'order-not-found', 'eid-provider-unavailable', 'too-many-requests'],
  },
  {
    id: 'cancelEidOrder',
    method: 'delete',
    path: '/eid/orders/{id}',
    summary: 'Ends the attempt. Ending one that has ended is no error.',
    answer: { status: 204 },
    secret: 'eid',
    problems: [...onAnyChange, 'order-not-found'],
  },
  {
    id: 'comeBackFromEid',
    method: 'get',
    path: `/${paths.eidCallback}/{provider}`,
    summary: 'Where an e-ID’s own page sends the citizen’s browser, with its answer as parameters. Leads back to the page that the attempt began on.',
    answer: { status: 303 },
    pages: { 400: 'No attempt of this browser is meant.', 503: 'It was not possible to look.' },
    secret: 'eid',
    problems: [],
  },
  {
    id: 'getFaq',
    method: 'get',
    path: `/${paths.faq}`,
    summary: 'Questions and answers in one language, when the municipality keeps them here.',
    query: faqQuerySchema,
    answer: { status: 200, schema: faqFeedSchema, cached: true },
    problems: ['invalid-request', 'not-found', 'internal-error'],
  },
  {
    id: 'sendFaqFeedback',
    method: 'post',
    path: `/${paths.faqFeedback}`,
    summary: 'Counts whether an answer helped. Nothing about the person is kept.',
    body: faqFeedbackSchema,
    answer: { status: 204 },
    problems: [...onAnyBody, 'feedback-not-allowed', 'too-many-requests'],
  },
  ...caseOperations,
  ...signingOperations,
];
