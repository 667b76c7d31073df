import { describe, expect, it } from 'vitest';
import { dueOf } from '../../src/widgets/inbox/due.machine.ts';
import { isFiltered, queryOf, readView, searchable, wholeInbox, writeView, type InboxView } from '../../src/widgets/inbox/inbox.view.machine.ts';

const full: InboxView = {
  box: 'waiting', q: 'bygglov', status: ['draft', 'decided'], service: 'forskola 100% * två', child: 'b1',
  from: '2026-01-01', to: '2026-11-24', unread: true, sort: 'due', open: 'a_b-C',
};

describe('what the citizen has chosen to see, as text', () => {
  it('comes back as it was', () => {
    expect(readView(writeView(full))).toEqual({ ...full, q: '' });
  });

  it('never holds the words that somebody searches for, which may name a person', () => {
    expect(writeView({ ...wholeInbox, q: 'Alva Andersson' })).toBe('');
    expect(readView('q.Alva Andersson')).toEqual(wholeInbox);
  });

  it('is nothing for the whole inbox, and short and readable for the rest', () => {
    expect(writeView(wholeInbox)).toBe('');
    expect(writeView({ ...wholeInbox, box: 'waiting', status: ['draft'], sort: 'due' })).toBe('box.waiting*sort.due*status.draft');
    expect(writeView({ ...wholeInbox, open: 'x1' })).toBe('case.x1');
  });

  it('leaves out what the editor has chosen, and holds what goes against it', () => {
    const usual: InboxView = { ...wholeInbox, box: 'closed', service: 'forskola' };
    expect(writeView(usual, usual)).toBe('');
    expect(readView('', usual)).toEqual(usual);
    expect(readView(writeView({ ...usual, box: 'all' }, usual), usual).box).toBe('all');
  });

  it('is read as the usual where it makes no sense', () => {
    expect(readView('box.wrong*status.odd*from.igår*sort.x*???*unread.yes')).toEqual(wholeInbox);
  });

});

describe('what is searched for', () => {
  it.each(['19900101-0017', '900101-0017', '199001010017', '900101+0017', '19 900161 0017'])('never holds the personal number %s', (number) => {
    expect(searchable(`hej ${number} du`)).not.toMatch(/0017/);
  });

  it.each(['19900101–0017', '900101‑0017', '1990-01-01-0017', '1990 01 01 0017'])('never holds the personal number %s either', (number) => {
    expect(searchable(`hej ${number}`)).toBe('hej ');
  });

  it.each(['19900101-001', '19900101-', '19900101', '1990010100', '1990-01-01-00', '900101-001', '900101–1', '900101001'])('never holds %s, which somebody who writes one has come to', (part) => {
    expect(searchable(`hej ${part}`)).toBe('hej ');
  });

  it.each(['2026', '2026-1234', '2026-1101', '2026-000123', 'KS 2026/00123', '2026-110112', '123456', '1990', '2026-10-15', 'BUN 2026-10-15', 'OEP-77'])('still holds %s, a year or a case number', (words) => {
    expect(searchable(words)).toBe(words);
  });
});

describe('what is asked for', () => {
  it('holds what is chosen and nothing else', () => {
    expect(queryOf(wholeInbox)).toEqual({});
    expect(queryOf({ ...full, q: ' bygglov ' })).toEqual({
      box: 'waiting', q: 'bygglov', status: ['draft', 'decided'], service: full.service, child: 'b1',
      from: '2026-01-01', to: '2026-11-24', unread: true, sort: 'due',
    });
  });

  it('is filtered by anything but the box, the order and the open case', () => {
    expect(isFiltered({ ...wholeInbox, box: 'closed', sort: 'due', open: 'x' })).toBe(false);
    expect(isFiltered({ ...wholeInbox, q: 'a' })).toBe(true);
    expect(isFiltered({ ...wholeInbox, service: 's' }, { ...wholeInbox, service: 's' })).toBe(false);
  });
});

describe('the last day', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  it.each([
    ['2026-11-24T22:59:00Z', 'warning', 0],
    ['2026-11-25T22:59:00Z', 'warning', 1],
    ['2026-11-27T22:59:00Z', 'warning', 3],
    ['2026-11-28T22:59:00Z', 'neutral', 4],
    ['2026-11-24T11:59:00Z', 'late', 0],
    ['2026-11-20T22:59:00Z', 'late', -4],
  ])('%s is %s, %i days away', (dueAt, tone, days) => {
    expect(dueOf(dueAt, now)).toEqual({ tone, days });
  });

  it('is counted by the Swedish calendar', () => {
    expect(dueOf('2026-11-24T23:30:00Z', Date.parse('2026-11-24T22:30:00Z')).days).toBe(1);
  });
});
