import { describe, expect, it } from 'vitest';
import type { CasePage, CaseSummary } from '../../src/contract/case.ts';
import { nextList, type ListState } from '../../src/widgets/inbox/list.machine.ts';

const one = (id: string, changes: Partial<CaseSummary> = {}): CaseSummary => ({
  id, title: id, service: { id: 's', name: 'S' }, references: [id], concerns: { kind: 'me' }, status: 'submitted',
  sourceStatus: '', updatedAt: '2026-11-24T12:00:00Z', unread: 0, source: 'own', ...changes,
});
const page = (items: CaseSummary[], nextCursor: string | null = null): CasePage => ({ items, nextCursor, sources: [], facets: { services: [], children: [], statuses: [] } });
const shown = (items: CaseSummary[], cursor: string | null = null): ListState => nextList({ at: 'loading' }, { is: 'told', page: page(items, cursor), at: 1 });
const ids = (state: ListState) => (state.at === 'shown' ? state.list.items.map(({ id }) => id).join() : state.at);

describe('a list of cases', () => {
  it('shows what it had while something else is on its way', () => {
    expect(nextList(shown([one('a')]), { is: 'asked' })).toMatchObject({ at: 'loading', last: { items: [{ id: 'a' }] } });
  });

  it('is never empty because of a failure', () => {
    expect(nextList({ at: 'loading' }, { is: 'refused', problem: { code: 'offline' } })).toEqual({ at: 'failed', problem: { code: 'offline' } });
  });

  it('keeps what it had last while another choice could not be fetched', () => {
    const failed = nextList(nextList(shown([one('a')]), { is: 'asked' }), { is: 'refused', problem: { code: 'offline' } });
    expect(failed).toMatchObject({ at: 'failed', last: { items: [{ id: 'a' }] } });
    expect(nextList(failed, { is: 'asked' })).toMatchObject({ at: 'loading', last: { items: [{ id: 'a' }] } });
  });

  it('grows by pages without showing a case twice', () => {
    const more = nextList(shown([one('a'), one('b')], 'c1'), { is: 'asked-more' });
    expect(more).toMatchObject({ more: 'loading' });
    expect(nextList(more, { is: 'asked-more' })).toBe(more);
    expect(ids(nextList(more, { is: 'told-more', page: page([one('b'), one('c')]) }))).toBe('a,b,c');
  });

  it('asks for no more than there is', () => {
    const state = shown([one('a')]);
    expect(nextList(state, { is: 'asked-more' })).toBe(state);
  });

  it('offers what is new or changed, and moves nothing until asked to', () => {
    const before = shown([one('a'), one('b')], 'c1');
    const after = nextList(before, { is: 'looked-again', page: page([one('n'), one('b', { unread: 1 })], 'c1'), at: 2 });
    expect(ids(after)).toBe('a,b');
    expect(after).toMatchObject({ changes: { count: 2 } });
    const pressed = nextList(after, { is: 'pressed-show', at: 3 });
    expect(ids(pressed)).toBe('n,b');
    expect(pressed).not.toHaveProperty('changes');
  });

  it('keeps the pages after the first when changes are shown', () => {
    const long = nextList(shown([one('a'), one('b')], 'c1'), { is: 'told-more', page: page([one('c')], 'c2') });
    const offered = nextList(long, { is: 'looked-again', page: page([one('c', { unread: 1 }), one('a')], 'c1'), at: 2 });
    const pressed = nextList(offered, { is: 'pressed-show', at: 3 });
    expect(ids(pressed)).toBe('c,a,b');
    expect(pressed).toMatchObject({ list: { nextCursor: 'c2' } });
  });

  it('notices a case that is gone from a list shown whole', () => {
    expect(nextList(shown([one('a'), one('b')]), { is: 'looked-again', page: page([one('a')]), at: 2 })).toMatchObject({ changes: { count: 1 } });
  });

  it('offers to show that a system has fallen silent, since the notice would move the rows', () => {
    const silent = { ...page([one('a')]), sources: [{ id: 's', name: 'S', state: 'silent' }] };
    const after = nextList(shown([one('a')]), { is: 'looked-again', page: silent, at: 2 });
    expect(after).toMatchObject({ list: { sources: [] }, changes: { count: 0 } });
    expect(nextList(after, { is: 'pressed-show', at: 3 })).toMatchObject({ list: { sources: [{ state: 'silent' }] } });
  });

  it('offers nothing when nothing has changed, and forgets an earlier fault', () => {
    const faulty = nextList(shown([one('a')]), { is: 'unanswered', problem: { code: 'offline' } });
    expect(faulty).toMatchObject({ fault: { code: 'offline' } });
    const after = nextList(faulty, { is: 'looked-again', page: page([one('a')]), at: 2 });
    expect(after).not.toHaveProperty('changes');
    expect(after).not.toHaveProperty('fault');
  });

  it('takes over what was read', () => {
    expect(nextList(shown([one('a', { unread: 3 })]), { is: 'read', id: 'a', unread: 0 })).toMatchObject({ list: { items: [{ unread: 0 }] } });
  });

  it('holds nothing once nobody is logged in', () => {
    expect(nextList(shown([one('a')]), { is: 'dropped' })).toEqual({ at: 'idle' });
  });
});
