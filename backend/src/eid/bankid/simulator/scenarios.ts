import type { Script } from '../../simulated/simulated-order.ts';

/** An error that BankID answers with. */
export interface Refusal {
  status: number;
  errorCode: string;
}

/** What happens to an order for a person, without anybody at a phone. */
export type Scenario =
  | { is: 'order'; script: Script; risk?: string; elsewhere?: true }
  /** The order is not made. */
  | { is: 'refused'; by: Refusal }
  /** The order is made, and asking for it is answered so. */
  | { is: 'unanswered'; by: Refusal }
  | { is: 'slow'; script: Script };

const approval = { hints: ['started', 'userSign'], ends: 'complete' } as const;
const by = (hint: string): Scenario => ({ is: 'order', script: { hints: ['started', hint], ends: 'complete' } });
const failing = (hint: string): Scenario => ({ is: 'order', script: { hints: hint === 'startFailed' ? [] : ['started'], ends: hint } });
const refused = (status: number, errorCode: string): Scenario => ({ is: 'refused', by: { status, errorCode } });
const unanswered = (status: number, errorCode: string): Scenario => ({ is: 'unanswered', by: { status, errorCode } });

/** By personal number: test numbers from January and February of 1890 that Skatteverket publishes. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map<string, Scenario>([
  ['189001019802', { is: 'order', script: approval }],
  ['189001029819', by('noClient')],
  ['189001039800', by('userMrtd')],
  ['189001049817', by('userCallConfirm')],
  ['189001059808', by('processing')],
  ['189001069815', by('userStepUp')],
  ['189001079806', by('userFace')],
  ['189001089813', by('inventedNextYear')],
  ['189001099804', failing('expiredTransaction')],
  ['189001109819', failing('certificateErr')],
  ['189001119800', failing('userCancel')],
  ['189001129817', failing('cancelled')],
  ['189001139808', failing('startFailed')],
  ['189001149815', failing('userDeclinedCall')],
  ['189001159806', failing('notSupportedByUserApp')],
  ['189001169813', failing('transactionRiskBlocked')],
  ['189001179804', failing('mrtdVerificationFailed')],
  ['189001189811', failing('facialRecognitionFailed')],
  ['189001199802', failing('nfcNotSupportedByDevice')],
  ['189001209817', failing('multipleBankIdsOnDevice')],
  ['189001219808', failing('stepUpFailed')],
  ['189001229815', failing('inventedNextYear')],
  ['189001239806', refused(400, 'alreadyInProgress')],
  ['189001249813', refused(400, 'invalidParameters')],
  ['189001259804', refused(401, 'unauthorized')],
  ['189001269811', refused(404, 'notFound')],
  ['189001279802', refused(408, 'requestTimeout')],
  ['189001289819', refused(429, 'tooManyRequests')],
  ['189001299800', refused(500, 'internalError')],
  ['189001309815', refused(503, 'maintenance')],
  ['189001319806', refused(400, 'inventedNextYear')],
  ['189002019819', unanswered(400, 'cancelled')],
  ['189002029800', unanswered(401, 'unauthorized')],
  ['189002039817', unanswered(408, 'requestTimeout')],
  ['189002049808', unanswered(429, 'tooManyRequests')],
  ['189002059815', unanswered(500, 'internalError')],
  ['189002069806', unanswered(503, 'maintenance')],
  ['189002079813', { is: 'order', script: approval, risk: 'moderate' }],
  ['189002089804', { is: 'order', script: approval, risk: 'high' }],
  ['189002099811', { is: 'order', script: approval, elsewhere: true }],
  ['189002109800', { is: 'slow', script: approval }],
]);
