import { z } from '../../../../../src/contract/schema.ts';
import type { CaseStatus, NextAction } from '../../../../../src/contract/case.ts';
import { CaseSourceError } from '../../case-source.ts';
import type { SourceCase } from '../../case-source.ts';
import { maskPersonalNumbers } from '../../personal-numbers.ts';
import { epochTime, swedishTime } from '../swedish-time.ts';

/** What an element holds, or nothing when it is missing or something else than expected. */
export const orNothing = <S extends z.ZodMiniType>(schema: S) =>
  z.pipe(
    z.optional(z.unknown()),
    z.transform((value: unknown): z.infer<S> | undefined => schema.safeParse(value).data),
  );

/** A text; an empty one is nothing. */
export const xmlText = orNothing(z.string().check(z.minLength(1)));

export const statusSchema = z.object({
  name: xmlText,
  contentType: xmlText,
  newExternalMessagesDisallowed: xmlText,
  /** For how many days after the change to this status messages are taken; without an end when it is not stated. */
  newExternalMessagesAllowedDays: xmlText,
});

/** The fields that are let in. What handlers write about a case, and everything about its people, is not among them. */
const flowInstanceSchema = z.object({
  flowInstanceID: z.string().check(z.regex(/^\d{1,18}$/)),
  flowID: xmlText,
  flowFamilyID: xmlText,
  externalID: xmlText,
  userDescription: xmlText,
  added: xmlText,
  addedInMilliseconds: xmlText,
  firstSubmitted: xmlText,
  firstSubmittedInMilliseconds: xmlText,
  lastStatusChange: xmlText,
  lastStatusChangeInMilliseconds: xmlText,
  lastEventAdded: xmlText,
  poster: orNothing(z.object({ user: z.object({ userID: xmlText }) })),
  Status: orNothing(statusSchema),
});
export type FlowInstance = z.infer<typeof flowInstanceSchema>;

export const flowInstancesSchema = z.object({
  FlowInstances: z.union([z.literal(''), z.object({ FlowInstance: z.array(flowInstanceSchema) })]),
});

/** In which of the platform's lists a case was found. */
export type FoundIn = 'owned' | 'waitingForSignature' | 'drafts';

/** A case with the lists that it is in, and the name of its e-service when that is known. */
export interface FoundInstance {
  row: FlowInstance;
  lists: ReadonlySet<FoundIn>;
  serviceName: string | undefined;
}

const statuses: Readonly<Record<string, CaseStatus>> = {
  NEW: 'draft',
  WAITING_FOR_MULTISIGN: 'awaitingSignatures',
  WAITING_FOR_PAYMENT: 'awaitingPayment',
  SUBMITTED: 'submitted',
  IN_PROGRESS: 'inProgress',
  WAITING_FOR_COMPLETION: 'awaitingSupplement',
  ARCHIVED: 'closed',
};

const actions: Partial<Record<CaseStatus, NextAction>> = { draft: 'continue', awaitingPayment: 'pay', awaitingSupplement: 'supplement' };

/** The times that a row states; the exact milliseconds before the text, which has no zone and no seconds. */
export function timesOf(row: FlowInstance) {
  return {
    added: epochTime(row.addedInMilliseconds) ?? swedishTime(row.added),
    submitted: epochTime(row.firstSubmittedInMilliseconds) ?? swedishTime(row.firstSubmitted),
    statusChanged: epochTime(row.lastStatusChangeInMilliseconds) ?? swedishTime(row.lastStatusChange),
    lastEvent: swedishTime(row.lastEventAdded),
  };
}

/** The case of a row. `caseUrl` is where it is dealt with, with `{id}` for its number. @throws CaseSourceError when it has no time at all */
export function sourceCaseOf({ row, lists, serviceName }: FoundInstance, caseUrl: string | undefined): SourceCase {
  const id = row.flowInstanceID;
  const times = timesOf(row);
  const updatedAt = latest(Object.values(times));
  if (!updatedAt) throw new CaseSourceError('unreadable');
  const status = statusOf(row, lists);
  const sourceStatus = row.Status?.name ?? row.Status?.contentType ?? '';
  const action = lists.has('waitingForSignature') ? 'sign' : actions[status];
  const since = times.submitted ?? times.added;
  const isChangedByOthers = times.statusChanged && since && times.statusChanged > since && status !== 'draft';
  return {
    id,
    title: serviceName ?? `Ärende ${id}`,
    service: { id: row.flowFamilyID ?? row.flowID ?? '', name: serviceName ?? '' },
    references: [id],
    externalIds: row.externalID ? [row.externalID] : [],
    concerns: { kind: 'unknown' },
    status,
    sourceStatus: maskPersonalNumbers(sourceStatus),
    lastEvent: times.statusChanged && sourceStatus ? { at: times.statusChanged, text: maskPersonalNumbers(sourceStatus) } : undefined,
    updatedAt,
    dueAt: undefined,
    nextAction: action && { kind: action, ...(caseUrl && { url: caseUrl.replace('{id}', id) }) },
    signing: undefined,
    myRole: lists.has('owned') || lists.has('drafts') ? 'applicant' : 'coSigner',
    // Who did what happened last is not told, and it may be the person's own: messages show as news once the case is opened.
    news: isChangedByOthers && times.statusChanged ? [times.statusChanged] : [],
  };
}

/** Whether the person may write in the case. What the platform does not say is taken for no. */
export function takesMessages({ row, lists }: FoundInstance, now: Date): boolean {
  const { submitted, statusChanged } = timesOf(row);
  if (!lists.has('owned') || !submitted || row.Status?.newExternalMessagesDisallowed !== 'false') return false;
  const days = row.Status.newExternalMessagesAllowedDays;
  return days === undefined || statusChanged === undefined || now.getTime() <= statusChanged.getTime() + Number(days) * 86_400_000;
}

function statusOf(row: FlowInstance, lists: ReadonlySet<FoundIn>): CaseStatus {
  const type = row.Status?.contentType;
  if (type === undefined && lists.has('drafts')) return 'draft';
  return type !== undefined && Object.hasOwn(statuses, type) ? (statuses[type] ?? 'unknown') : 'unknown';
}

function latest(times: readonly (Date | undefined)[]): Date | undefined {
  return times.filter((time) => time !== undefined).toSorted((one, other) => other.getTime() - one.getTime())[0];
}
