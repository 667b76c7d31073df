import type { CaseBox, CaseQuery, CaseSort, CaseStatus } from '../../../src/contract/case.ts';
import { caseName } from './case-join.ts';
import type { JoinedCase } from './case-join.ts';
import type { SourceCase } from './case-source.ts';
import { foldText } from './fold-text.ts';

/** A case in one person's inbox. */
export interface InboxCase extends JoinedCase {
  /** How much of its news this person has not seen. */
  unread: number;
  /** The child's id as this person knows it. */
  childId: string | undefined;
}

/** What to show: a query without its place among the pages. */
export type CaseFilter = Omit<CaseQuery, 'cursor' | 'limit'>;

const overStatuses: readonly CaseStatus[] = ['decided', 'closed', 'withdrawn', 'expired'];
/** Statuses that wait for whoever started the case, even where the source names no action. */
const waitingStatuses: readonly CaseStatus[] = ['awaitingSupplement', 'awaitingPayment'];

const isStarter = ({ myRole = 'applicant' }: SourceCase) => myRole === 'applicant';
export const isOver = ({ status }: Pick<SourceCase, 'status'>): boolean => overStatuses.includes(status);

const boxes: Record<CaseBox, (one: SourceCase) => boolean> = {
  all: () => true,
  /** There is something for this person to do. */
  waiting: (one) => !isOver(one) && (one.nextAction !== undefined || (isStarter(one) && waitingStatuses.includes(one.status))),
  /** Started by this person, or about them. */
  mine: (one) => one.concerns.kind === 'me' || isStarter(one),
  closed: isOver,
};

/** Whether the case lies in that box. */
export const isIn = (one: SourceCase, box: CaseBox): boolean => boxes[box](one);

const swedishDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** A test for the cases that `filter` lets through. Days are Swedish ones, and count by the last change. */
export function matcherOf(filter: CaseFilter): (one: InboxCase) => boolean {
  const { box = 'all', status, service, child, unread, from, to } = filter;
  const words = foldText(filter.q ?? '').split(' ').filter(Boolean);
  const reference = filter.reference && foldText(filter.reference);
  return ({ told, references, unread: news, childId }) => {
    if (!isIn(told, box)) return false;
    if (status?.length && !status.includes(told.status)) return false;
    if (service !== undefined && told.service.id !== service) return false;
    if (child !== undefined && childId !== child) return false;
    if (unread && news === 0) return false;
    if (reference && !references.some((own) => foldText(own) === reference)) return false;
    if (from !== undefined || to !== undefined) {
      const day = swedishDay.format(told.updatedAt);
      if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false;
    }
    if (words.length === 0) return true;
    const text = foldText([told.title, told.service.name, ...references, givenNameIn(told)].join('\n'));
    return words.every((word) => text.includes(word));
  };
}

const givenNameIn = ({ concerns }: SourceCase) => (concerns.kind === 'child' ? concerns.givenName : '');

/** A case's place in an order; JSON can carry it. The last part makes it one of its kind. */
export type SortKey = [rank: number, value: number | string, name: string];

const titleLength = 60;
const never = Number.MAX_SAFE_INTEGER;
const values: Record<CaseSort, (one: SourceCase) => number | string> = {
  updated: ({ updatedAt }) => -updatedAt.getTime(),
  oldest: ({ updatedAt }) => updatedAt.getTime(),
  due: ({ dueAt }) => dueAt?.getTime() ?? never,
  title: ({ title }) => title.toLowerCase().slice(0, titleLength),
};

/** The place of a case under `filter`: newest first unless it says otherwise, and in the waiting box signatures before all else. */
export function sortKeyOf({ source, told }: InboxCase, { sort = 'updated', box }: CaseFilter): SortKey {
  const rank = box === 'waiting' && told.nextAction?.kind !== 'sign' ? 1 : 0;
  return [rank, values[sort](told), caseName(source, told.id)];
}

const swedish = new Intl.Collator('sv');

/** Whether `a` comes before `b` (negative) or after it. */
export function compareKeys(a: SortKey, b: SortKey): number {
  return a[0] - b[0] || compareValues(a[1], b[1]) || (a[2] < b[2] ? -1 : Number(a[2] > b[2]));
}

const compareValues = (a: number | string, b: number | string) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : swedish.compare(String(a), String(b));

/** The cases that `filter` lets through from just after `after`, in order: at most `limit`, and the key to go on from if there are more. */
export function pageOf(cases: readonly InboxCase[], filter: CaseFilter, limit: number, after?: SortKey): { page: InboxCase[]; next?: SortKey } {
  const keyed = cases.filter(matcherOf(filter)).map((one) => ({ one, key: sortKeyOf(one, filter) }));
  const left = after ? keyed.filter(({ key }) => compareKeys(key, after) > 0) : keyed;
  left.sort((a, b) => compareKeys(a.key, b.key));
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return { page: page.map(({ one }) => one), ...(left.length > limit && last && { next: last.key }) };
}
