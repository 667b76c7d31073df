import type { CaseQuery } from '../../contract/case.ts';
import { caseBoxes, caseSorts, caseStatuses, type CaseBox, type CaseSort, type CaseStatus } from '../../contract/case.values.ts';

/** What the citizen has chosen to see. All but `q` lives in the page's address, so that is ids, codes and dates and no person. */
export interface InboxView {
  readonly box: CaseBox;
  /** What they search for, in their own words. */
  readonly q: string;
  readonly status: readonly CaseStatus[];
  readonly service: string;
  readonly child: string;
  readonly from: string;
  readonly to: string;
  readonly unread: boolean;
  readonly sort: CaseSort;
  /** Id of the case that stands open; empty for the list. */
  readonly open: string;
}

export const wholeInbox: InboxView = { box: 'all', q: '', status: [], service: '', child: '', from: '', to: '', unread: false, sort: 'updated', open: '' };

/**
 * `view` as text for the address, as short as it gets: `box.waiting*status.draft`. Empty for what `usual` already
 * says. Made of characters that an address leaves as they are.
 */
export function writeView(view: InboxView, usual: InboxView = wholeInbox): string {
  const parts: (readonly [string, string])[] = [];
  for (const name of ['open', 'box', 'service', 'child', 'from', 'to', 'sort'] as const) {
    if (view[name] !== usual[name]) parts.push([name === 'open' ? 'case' : name, view[name]]);
  }
  parts.push(...view.status.map((status) => ['status', status] as const));
  if (view.unread) parts.push(['unread', '1']);
  return parts.map(([name, value]) => `${name}.${escaped(value)}`).join('*');
}

/** What `written` says to show, starting from `usual`. Whatever it cannot read is left as usual. */
export function readView(written: string, usual: InboxView = wholeInbox): InboxView {
  const said = written.split('*').map((part) => {
    const dot = part.indexOf('.');
    return [part.slice(0, dot), unescaped(part.slice(dot + 1))] as const;
  });
  const text = (name: string, fallback: string) => said.find(([one]) => one === name)?.[1] ?? fallback;
  return {
    box: oneOf(caseBoxes, text('box', usual.box), usual.box),
    q: usual.q,
    status: caseStatuses.filter((status) => said.some(([name, value]) => name === 'status' && value === status)),
    service: text('service', usual.service).slice(0, 64),
    child: text('child', usual.child).slice(0, 64),
    from: date(text('from', usual.from)),
    to: date(text('to', usual.to)),
    unread: text('unread', '') === '1',
    sort: oneOf(caseSorts, text('sort', usual.sort), usual.sort),
    open: text('case', ''),
  };
}

/** What to ask the backend for. */
export function queryOf(view: InboxView): CaseQuery {
  const { box, q, status, service, child, from, to, unread, sort } = view;
  return {
    ...(box !== 'all' && { box }),
    ...(q.trim() && { q: q.trim() }),
    ...(status.length && { status: [...status] }),
    ...(service && { service }),
    ...(child && { child }),
    ...(from && { from }),
    ...(to && { to }),
    ...(unread && { unread }),
    ...(sort !== 'updated' && { sort }),
  };
}

/** Whether anything but the box narrows the list. */
export function isFiltered(view: InboxView, usual: InboxView = wholeInbox): boolean {
  return view.q.trim() !== '' || writeView({ ...view, open: '', box: usual.box, sort: usual.sort }, usual) !== '';
}

const month = '(?:0[1-9]|1[0-2])';
const day = '(?:[0-2]\\d|3[01]|[6-8]\\d|9[01])';
const dash = '[-+\u2010-\u2015\u2212]';
const apart = `\\s?${dash}?\\s?`;
const year = '(?:19|20)\\d\\d';
const inOne = `${year}${month}${day}`;
const setApart = `${year}(?:${dash}${month}${dash}${day}|\\s${month}\\s${day})`;
const short = `\\d\\d${month}${day}`;

const whole = new RegExp(`(?:${inOne}|${setApart}|${short})${apart}\\d{4}`, 'g');
/** As far as somebody has come in writing one. A year with a serial number is a case number, and a date with signs in it a date. What stands before is a group, since Safari before 16.4 cannot look behind. */
const begun = new RegExp([
  `(^|\\D)(?:${inOne}${apart}\\d{0,3}|${setApart}(?:\\s?${dash}\\s?\\d{0,3}|\\s?\\d{1,3}))(?!\\d)`,
  `(^|[^\\d/-]|(?:^|\\D)[/-])${short}(?:\\s?${dash}\\s?\\d{0,3}|\\d{3})(?!\\d)`,
].join('|'), 'g');

/** `text` without personal numbers, which must go nowhere, and no longer than a search may be. */
export function searchable(text: string): string {
  return text.replace(whole, '').replace(begun, '$1$2').slice(0, 100);
}

const oneOf = <T extends string>(allowed: readonly T[], value: string, fallback: T): T => allowed.find((one) => one === value) ?? fallback;
const date = (value: string) => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : '');
const escaped = (value: string) => value.replaceAll('%', '%25').replaceAll('*', '%2A');
const unescaped = (value: string) => value.replaceAll('%2A', '*').replaceAll('%25', '%');
