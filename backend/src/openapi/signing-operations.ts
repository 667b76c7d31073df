import { applicationChangeSchema, applicationRequestSchema, applicationSchema } from '../../../src/contract/application.ts';
import { idempotencyHeader } from '../../../src/contract/case.ts';
import { childListSchema, childQuerySchema } from '../../../src/contract/child.ts';
import { eidOrderSchema } from '../../../src/contract/eid-order.ts';
import { paths } from '../../../src/contract/paths.ts';
import {
  contactRequestSchema,
  declineRequestSchema,
  invitationRequestSchema,
  invitationSchema,
  signatureRequestSchema,
  signingOrderRequestSchema,
  signingSchema,
  waitingSigningsSchema,
} from '../../../src/contract/signing.ts';
import type { Operation } from './operation.ts';
import { onAnyBody, onAnyChange, onAnyQuestion } from './problem-sets.ts';

const oneCase = `/${paths.cases}/{id}`;
const signing = `${oneCase}/signing`;
const party = `${signing}/parties/{party}`;
const onOpening = ['not-logged-in', 'case-not-found', 'case-source-unavailable', 'login-level-too-low', 'signing-not-found', 'register-unreachable', 'register-incomplete', 'school-register-unreachable'] as const;
const onChoosing = ['service-not-found', 'register-unreachable', 'register-incomplete', 'person-not-in-register', 'school-register-unreachable', 'too-many-requests'] as const;
const onStep = ['signing-over', 'signing-action-not-allowed', 'conflict', 'too-many-requests'] as const;
const onSigning = ['already-signed', 'document-changed'] as const;

/** Applications for children, and their signing by the guardians. Somebody else's case is answered as one that does not exist. */
export const signingOperations: readonly Operation[] = [
  {
    id: 'listChildren',
    method: 'get',
    path: `/${paths.children}`,
    summary: 'The children of whoever is logged in that an e-service may concern.',
    query: childQuerySchema,
    answer: { status: 200, schema: childListSchema },
    secret: 'session',
    problems: ['invalid-request', 'not-logged-in', ...onChoosing, ...onAnyQuestion],
  },
  {
    id: 'apply',
    method: 'post',
    path: `/${paths.applications}`,
    summary: 'Makes a case of what was filled in, and starts its signing. Sent again under the same key it makes no second one.',
    headers: { [idempotencyHeader]: '8 to 128 characters that are new for each application' },
    body: applicationRequestSchema,
    answer: { status: 201, schema: applicationSchema },
    secret: 'session',
    problems: [...onAnyBody, 'not-logged-in', ...onChoosing, 'child-not-found', 'child-not-eligible', 'co-signing-not-possible', 'idempotency-key-reused'],
  },
  {
    id: 'getApplication',
    method: 'get',
    path: `${oneCase}/application`,
    summary: 'What was filled in, for whoever applied, while signatures are awaited.',
    answer: { status: 200, schema: applicationSchema },
    secret: 'session',
    problems: [...onOpening, 'service-not-found', 'signing-over', 'signing-action-not-allowed', ...onAnyQuestion],
  },
  {
    id: 'changeApplication',
    method: 'put',
    path: `${oneCase}/application`,
    summary: 'Changes what was filled in. What was signed before is then void, and that has to be said to be meant.',
    body: applicationChangeSchema,
    answer: { status: 200, schema: applicationSchema },
    secret: 'session',
    problems: [...onAnyBody, ...onOpening, ...onStep, 'service-not-found', 'document-changed', 'change-voids-signatures'],
  },
  {
    id: 'listWaitingSignings',
    method: 'get',
    path: `/${paths.waitingSignings}`,
    summary: 'What whoever is logged in has yet to sign.',
    answer: { status: 200, schema: waitingSigningsSchema },
    secret: 'session',
    problems: ['not-logged-in', ...onAnyQuestion],
  },
  {
    id: 'getSigning',
    method: 'get',
    path: signing,
    summary: 'What is signed, by whom, and how far that has come.',
    answer: { status: 200, schema: signingSchema, cached: true },
    secret: 'session',
    problems: [...onOpening, 'conflict', ...onAnyQuestion],
  },
  {
    id: 'startSigningOrder',
    method: 'post',
    path: `${signing}/orders`,
    summary: 'Starts signing with an e-ID. How it goes is asked for as for every e-ID order.',
    body: signingOrderRequestSchema,
    answer: { status: 201, schema: eidOrderSchema },
    secret: 'session',
    problems: [...onAnyBody, ...onOpening, ...onStep, ...onSigning, 'provider-unknown', 'eid-in-progress', 'eid-provider-unavailable'],
  },
  {
    id: 'takeInSignature',
    method: 'post',
    path: `${signing}/signature`,
    summary: 'Takes in what a completed order signed. Safe to send again when the answer was lost.',
    body: signatureRequestSchema,
    answer: { status: 200, schema: signingSchema },
    secret: 'session',
    problems: [...onAnyBody, ...onOpening, ...onStep, ...onSigning, 'order-not-found', 'order-not-complete', 'signer-mismatch'],
  },
  {
    id: 'declineSigning',
    method: 'post',
    path: `${signing}/decline`,
    summary: 'Says no to signing, which ends it for everybody.',
    body: declineRequestSchema,
    answer: { status: 200, schema: signingSchema },
    secret: 'session',
    problems: [...onAnyBody, ...onOpening, ...onStep, 'already-signed'],
  },
  {
    id: 'withdrawApplication',
    method: 'post',
    path: `${signing}/withdrawal`,
    summary: 'Takes the application back, for whoever applied, while signatures are awaited.',
    answer: { status: 200, schema: signingSchema },
    secret: 'session',
    problems: [...onAnyChange, ...onOpening, ...onStep],
  },
  {
    id: 'stateContact',
    method: 'put',
    path: `${party}/contact`,
    summary: 'Says where a guardian is written to. Links that were sent before are dead, and a new one is sent.',
    body: contactRequestSchema,
    answer: { status: 200, schema: signingSchema },
    secret: 'session',
    problems: [...onAnyBody, ...onOpening, ...onStep],
  },
  {
    id: 'sendNotice',
    method: 'post',
    path: `${party}/notices`,
    summary: 'Writes to a guardian once more.',
    answer: { status: 200, schema: signingSchema },
    secret: 'session',
    problems: [...onAnyChange, ...onOpening, ...onStep, 'contact-not-stated'],
  },
  {
    id: 'getReceipt',
    method: 'get',
    path: `${signing}/receipt`,
    summary: 'What was signed, in full, by whom and when, as a PDF to save; once everybody has signed.',
    answer: { status: 200, file: true },
    secret: 'session',
    problems: [...onOpening, 'signing-not-complete', 'signing-action-not-allowed', 'conflict', ...onAnyQuestion],
  },
  {
    id: 'openInvitation',
    method: 'post',
    path: `/${paths.openInvitation}`,
    summary: 'Where a link in a mail leads. Before login it names no person, and to somebody else it names nothing.',
    body: invitationRequestSchema,
    answer: { status: 200, schema: invitationSchema },
    secret: 'session',
    problems: [...onAnyBody, 'invitation-not-valid', 'invitation-not-for-you', 'too-many-requests'],
  },
];
