import { describe, expect, it } from 'vitest';
import type { CaseBox } from '../../../src/contract/case.ts';
import { compareKeys, isIn, matcherOf, pageOf, sortKeyOf } from '../../src/cases/case-query.ts';
import type { CaseFilter, InboxCase } from '../../src/cases/case-query.ts';
import { foldText } from '../../src/cases/fold-text.ts';
import type { SourceCase } from '../../src/cases/case-source.ts';
import { sourceCase } from './scripted-source.ts';

type Changes = Partial<SourceCase> & Partial<Pick<InboxCase, 'unread' | 'childId'>>;

let count = 0;
function row({ unread = 0, childId, ...changes }: Changes = {}): InboxCase {
  const told = sourceCase(`case-${(count += 1)}`, {
    title: 'Ansökan om skolskjuts',
    service: { id: 'skolskjuts', name: 'Skolskjuts' },
    references: ['2026-1042', 'OEP-77'],
    ...changes,
  });
  return { source: 'own', told, references: told.references, members: [{ source: 'own', told }], unread, childId };
}
const isRowIn = (changes: Changes, box: CaseBox) => isIn(row(changes).told, box);
const child = { kind: 'child', key: 'key', givenName: 'Åsa' } as const;

describe('the boxes', () => {
  it('let a case wait for me when there is something for me to do, and it is not over', () => {
    expect(isRowIn({ nextAction: { kind: 'sign' } }, 'waiting')).toBe(true);
    expect(isRowIn({ status: 'awaitingSupplement' }, 'waiting')).toBe(true);
    expect(isRowIn({ status: 'awaitingSupplement', myRole: 'guardian' }, 'waiting')).toBe(false);
    expect(isRowIn({ status: 'awaitingSignatures' }, 'waiting')).toBe(false);
    expect(isRowIn({}, 'waiting')).toBe(false);
    expect(isRowIn({ status: 'expired', nextAction: { kind: 'sign' } }, 'waiting')).toBe(false);
  });

  it('call mine what I started or what is about me', () => {
    expect(isRowIn({}, 'mine')).toBe(true);
    expect(isRowIn({ concerns: child, myRole: 'applicant' }, 'mine')).toBe(true);
    expect(isRowIn({ concerns: child, myRole: 'guardian' }, 'mine')).toBe(false);
    expect(isRowIn({ concerns: child, myRole: 'coSigner' }, 'mine')).toBe(false);
  });

  it.each(['decided', 'closed', 'withdrawn', 'expired'] as const)('count %s as closed', (status) => {
    expect(isRowIn({ status }, 'closed')).toBe(true);
    expect(isRowIn({}, 'closed')).toBe(false);
  });
});

describe('the search', () => {
  const found = (q: string, changes: Changes = {}) => matcherOf({ q })(row(changes));

  it('looks in title, service, references and the name of the child, for every word', () => {
    expect(found('ansökan 1042')).toBe(true);
    expect(found('SKOLSKJUTS')).toBe(true);
    expect(found('oep 77')).toBe(true);
    expect(found('åsa', { concerns: child })).toBe(true);
    expect(found('åsa')).toBe(false);
    expect(found('ansökan bygglov')).toBe(false);
    expect(found('   ')).toBe(true);
  });

  it('takes å, ä and ö for letters of their own, and é for an e', () => {
    expect(found('ansokan')).toBe(false);
    expect(found('asa', { concerns: child })).toBe(false);
    expect(found('idé', { title: 'Idén om ett kafe' })).toBe(true);
    expect(found('cafe', { title: 'Serveringstillstånd för Café Linné' })).toBe(true);
    expect(foldText('A\u030asa  Öberg–Müller')).toBe('åsa öbergmuller');
  });
});

describe('the filters', () => {
  const passes = (filter: CaseFilter, changes: Changes = {}) => matcherOf(filter)(row(changes));

  it('choose by status, service, child, reference and what is unread', () => {
    expect(passes({ status: ['decided', 'inProgress'] })).toBe(true);
    expect(passes({ status: ['decided'] })).toBe(false);
    expect(passes({ status: [] })).toBe(true);
    expect(passes({ service: 'skolskjuts' })).toBe(true);
    expect(passes({ service: 'bygglov' })).toBe(false);
    expect(passes({ child: 'a' }, { childId: 'a' })).toBe(true);
    expect(passes({ child: 'a' }, { childId: 'b' })).toBe(false);
    expect(passes({ reference: 'oep-77' })).toBe(true);
    expect(passes({ reference: '2026' })).toBe(false);
    expect(passes({ unread: true })).toBe(false);
    expect(passes({ unread: true }, { unread: 2 })).toBe(true);
    expect(passes({ unread: false })).toBe(true);
  });

  it('count days as they are in Sweden, both ends included', () => {
    const lateEvening = { updatedAt: new Date('2026-11-23T23:30:00Z') };
    expect(passes({ from: '2026-11-24', to: '2026-11-24' }, lateEvening)).toBe(true);
    expect(passes({ to: '2026-11-23' }, lateEvening)).toBe(false);
    expect(passes({ from: '2026-11-25' }, lateEvening)).toBe(false);
  });
});

describe('the order', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const titlesBy = (filter: CaseFilter, cases: InboxCase[]) => pageOf(cases, filter, 99).page.map(({ told }) => told.title);

  it('is newest first, or as asked', () => {
    const cases = [
      row({ title: 'Öppettider', updatedAt: at(2), dueAt: at(9) }),
      row({ title: 'Zoo', updatedAt: at(3) }),
      row({ title: 'Ålder', updatedAt: at(1), dueAt: at(8) }),
    ];
    expect(titlesBy({}, cases)).toEqual(['Zoo', 'Öppettider', 'Ålder']);
    expect(titlesBy({ sort: 'oldest' }, cases)).toEqual(['Ålder', 'Öppettider', 'Zoo']);
    expect(titlesBy({ sort: 'due' }, cases)).toEqual(['Ålder', 'Öppettider', 'Zoo']);
    expect(titlesBy({ sort: 'title' }, cases)).toEqual(['Zoo', 'Ålder', 'Öppettider']);
  });

  it('puts signatures first in the box of what waits', () => {
    const cases = [
      row({ title: 'Betala', updatedAt: at(5), nextAction: { kind: 'pay' } }),
      row({ title: 'Skriv under', updatedAt: at(1), nextAction: { kind: 'sign' } }),
    ];
    expect(titlesBy({ box: 'waiting' }, cases)).toEqual(['Skriv under', 'Betala']);
    expect(titlesBy({}, cases)).toEqual(['Betala', 'Skriv under']);
  });

  it.each(['updated', 'oldest', 'due', 'title'] as const)('by %s goes through every case once, page by page', (sort) => {
    const cases = Array.from({ length: 23 }, (_, index) =>
      row({ title: `Ärende ${index % 3}`, updatedAt: at(index % 4), dueAt: index % 2 ? at(index % 5) : undefined }),
    );
    const seen: string[] = [];
    let after: ReturnType<typeof sortKeyOf> | undefined;
    do {
      const { page, next } = pageOf(cases, { sort }, 5, after);
      seen.push(...page.map(({ told }) => told.id));
      // As a cursor carries it.
      after = next && JSON.parse(JSON.stringify(next));
    } while (after);
    expect(seen).toEqual([...cases].sort((a, b) => compareKeys(sortKeyOf(a, { sort }), sortKeyOf(b, { sort }))).map(({ told }) => told.id));
    expect(new Set(seen).size).toBe(23);
  });

  it('goes on in the right place when the last case of a page is gone', () => {
    const cases = [3, 2, 1].map((day) => row({ updatedAt: at(day) }));
    const { next } = pageOf(cases, {}, 2);
    expect(pageOf([cases[0], cases[2]].filter((one) => one !== undefined), {}, 2, next).page).toEqual([cases[2]]);
  });
});
