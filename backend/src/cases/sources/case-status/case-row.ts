import { z } from '../../../../../src/contract/schema.ts';
import type { CaseStatus, NextAction } from '../../../../../src/contract/case.ts';
import { caseName } from '../../case-join.ts';
import { CaseSourceError } from '../../case-source.ts';
import type { SourceCase } from '../../case-source.ts';
import { maskPersonalNumbers } from '../../personal-numbers.ts';
import { swedishTime } from '../swedish-time.ts';
import { statusOfWords } from './status-words.ts';

const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value: string | null | undefined) => value?.trim() || undefined),
);

/** The fields that are let in; what property a case is about is not among them. */
const caseRowSchema = z.object({
  caseId: text,
  externalCaseId: text,
  caseType: text,
  status: text,
  externalStatus: text,
  firstSubmitted: text,
  lastStatusChange: text,
  system: text,
  namespace: text,
  errandNumber: text,
});
export type CaseRow = z.infer<typeof caseRowSchema>;

export const caseRowsSchema = z.array(caseRowSchema);

export interface CaseRowWords {
  /** What citizens call a kind of case, by the code that systems have for it. */
  caseTypes: Readonly<Record<string, string>>;
  /** Id of the source that has the e-services where cases begin, under the numbers that are known here too. */
  eServices?: string | undefined;
  /** Where a person deals with a case, with `{id}` for its number: the e-service's own, where the case began in one. */
  caseUrl?: string | undefined;
}

/** Who has still to sign is not told, so that nobody is asked to. */
const actions: Partial<Record<CaseStatus, NextAction>> = {
  draft: 'continue',
  awaitingPayment: 'pay',
  awaitingSupplement: 'supplement',
};

/** A row's own id: systems count their cases each for itself. @throws CaseSourceError when it has none */
export function rowId({ system, namespace, caseId, externalCaseId, errandNumber }: CaseRow): string {
  const own = caseId ?? externalCaseId ?? errandNumber;
  if (!own) throw new CaseSourceError('unreadable');
  return [system, namespace, own].filter(Boolean).join('.').replace(/[^\w.-]/g, '_');
}

export const timesOf = (row: CaseRow) => ({ submitted: swedishTime(row.firstSubmitted), changed: swedishTime(row.lastStatusChange) });

/** What citizens are told, before what handlers call it among themselves. */
export const wordsOf = (row: CaseRow): string => maskPersonalNumbers(row.externalStatus ?? row.status ?? '');

/** The case of a row. @throws CaseSourceError when it has no id or no time */
export function sourceCaseOf(row: CaseRow, { caseTypes, eServices, caseUrl }: CaseRowWords): SourceCase {
  const { submitted, changed } = timesOf(row);
  const updatedAt = changed ?? submitted;
  if (!updatedAt) throw new CaseSourceError('unreadable');
  const status = statusOfWords(row.status, row.externalStatus);
  const sourceStatus = wordsOf(row);
  const action = actions[status];
  const reference = row.errandNumber ?? row.externalCaseId ?? row.caseId ?? '';
  const type = row.caseType ?? '';
  const name = (Object.hasOwn(caseTypes, type) ? caseTypes[type] : undefined) ?? type;
  return {
    id: rowId(row),
    title: maskPersonalNumbers(name) || `Ärende ${reference}`,
    service: { id: type, name: maskPersonalNumbers(name) },
    references: [reference],
    externalIds: eServices === undefined ? [] : eServiceNumbersOf(row).map((number) => caseName(eServices, number)),
    concerns: { kind: 'unknown' },
    status,
    sourceStatus,
    lastEvent: changed && sourceStatus ? { at: changed, text: sourceStatus } : undefined,
    updatedAt,
    dueAt: undefined,
    nextAction: action && { kind: action, ...(caseUrl && { url: caseUrl.replace('{id}', () => encodeURIComponent(row.externalCaseId ?? row.caseId ?? reference)) }) },
    signing: undefined,
    news: changed && submitted && changed > submitted && status !== 'draft' ? [changed] : [],
  };
}

/** The number that the e-service gave the case. Rows that come from there have it as their own. */
function eServiceNumbersOf({ system, caseId, externalCaseId }: CaseRow): string[] {
  const ids = [externalCaseId, system === 'OPEN_E_PLATFORM' ? caseId : undefined].filter((id) => id !== undefined);
  return [...new Set(ids)];
}
