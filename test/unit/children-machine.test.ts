import { describe, expect, it } from 'vitest';
import type { Child, ChildList } from '../../src/contract/child.ts';
import { chosenIn, nextChildren, type ChildrenState } from '../../src/widgets/children/children.machine.ts';

const child = (id: string, notFor?: string): Child => ({ id, displayName: id, birthYear: 2015, ...(notFor !== undefined && { notFor }) });
const listOf = (...items: Child[]): ChildList => ({ service: { id: 's', name: { sv: 'S' }, guardians: 'all' }, items, missingReasons: [] });
const told = (list: ChildList, multiple = false) => ({ is: 'told', list, multiple }) as const;
const waiting = (...wanted: string[]): ChildrenState => ({ at: 'loading', wanted: wanted.length ? wanted : undefined });

describe('the choice of children', () => {
  it('is nobody at first, unless only one can be chosen', () => {
    expect(chosenIn(nextChildren(waiting(), told(listOf(child('a'), child('b')))))).toEqual([]);
    expect(chosenIn(nextChildren(waiting(), told(listOf(child('a'), child('b', 'too-young')))))).toEqual(['a']);
    expect(chosenIn(nextChildren(waiting(), told(listOf(child('b', 'too-young')))))).toEqual([]);
  });

  it('outlives a failure and the end of a session where the ids are the same', () => {
    let state: ChildrenState = { at: 'shown', list: listOf(child('a'), child('b')), chosen: ['b'] };
    state = nextChildren(state, { is: 'dropped', forget: false });
    expect(state).toEqual({ at: 'idle', wanted: ['b'] });
    state = nextChildren(nextChildren(state, { is: 'asked' }), { is: 'refused', problem: { code: 'register-unreachable' } });
    state = nextChildren(nextChildren(state, { is: 'asked' }), told(listOf(child('a'), child('b'))));
    expect(chosenIn(state)).toEqual(['b']);
  });

  it('of nobody outlives the end of a session too, where the only one was taken away', () => {
    const emptied: ChildrenState = { at: 'shown', list: listOf(child('a')), chosen: [] };
    const again = nextChildren(nextChildren(emptied, { is: 'dropped', forget: false }), { is: 'asked' });
    expect(chosenIn(nextChildren(again, told(listOf(child('a')), true)))).toEqual([]);
    const unchosen: ChildrenState = { at: 'shown', list: listOf(child('a'), child('b')), chosen: [] };
    const other = nextChildren(nextChildren(unchosen, { is: 'dropped', forget: false }), { is: 'asked' });
    expect(chosenIn(nextChildren(other, told(listOf(child('x')), true)))).toEqual(['x']);
  });

  it('is nothing to another person, whose ids are others', () => {
    expect(chosenIn(nextChildren(waiting('b'), told(listOf(child('x'), child('y')))))).toEqual([]);
  });

  it('is let go of by somebody who logs out on purpose', () => {
    expect(nextChildren({ at: 'shown', list: listOf(child('a')), chosen: ['a'] }, { is: 'dropped', forget: true })).toEqual({ at: 'idle', wanted: undefined });
  });

  it('holds nobody whom the e-service is not for, or who is not in the list', () => {
    const state: ChildrenState = { at: 'shown', list: listOf(child('a'), child('b'), child('c', 'too-old')), chosen: [] };
    expect(chosenIn(nextChildren(state, { is: 'chose', ids: ['c', 'b', 'z'], multiple: true }))).toEqual(['b']);
    expect(chosenIn(nextChildren(waiting('c', 'a'), told(listOf(child('a'), child('b'), child('c', 'too-old')), true)))).toEqual(['a']);
  });

  it('is of one only, unless several are allowed', () => {
    const list = listOf(child('a'), child('b'));
    expect(chosenIn(nextChildren(waiting('a', 'b'), told(list)))).toEqual(['a']);
    expect(chosenIn(nextChildren({ at: 'shown', list, chosen: [] }, { is: 'chose', ids: ['a', 'b'], multiple: false }))).toEqual(['a']);
    expect(chosenIn(nextChildren(waiting('a', 'b'), told(list, true)))).toEqual(['a', 'b']);
  });

  it('goes back to how it was at first', () => {
    expect(chosenIn(nextChildren({ at: 'shown', list: listOf(child('a'), child('b')), chosen: ['a'] }, { is: 'reset' }))).toEqual([]);
    expect(chosenIn(nextChildren({ at: 'shown', list: listOf(child('a')), chosen: [] }, { is: 'reset' }))).toEqual(['a']);
    expect(nextChildren(waiting('a'), { is: 'reset' })).toEqual(waiting());
  });

  it('is the very same when nothing has changed', () => {
    const idle: ChildrenState = { at: 'idle', wanted: undefined };
    expect(nextChildren(idle, { is: 'dropped', forget: true })).toBe(idle);
    const shown: ChildrenState = { at: 'shown', list: listOf(child('a')), chosen: ['a'] };
    expect(nextChildren(shown, { is: 'chose', ids: ['a'], multiple: false })).toBe(shown);
  });
});
