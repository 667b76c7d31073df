import { describe, expect, it } from 'vitest';
import { errandsAfter } from '../../src/signing/mails-after.ts';
import { nextRound } from '../../src/signing/round.machine.ts';
import type { Round, RoundInput } from '../../src/signing/round.machine.ts';

const at = new Date('2026-11-24T12:00:00Z');
const later = new Date('2026-12-24T12:00:00Z');
const waiting = { is: 'invited', sinceAt: at } as const;
const round: Round = {
  rule: 'all',
  applicant: 'karin',
  parties: [{ key: 'karin', stands: waiting }, { key: 'erik', stands: waiting }],
  documentVersion: 1,
  documentHash: 'one',
  voidedAt: undefined,
  expiresAt: later,
  ofAgeAt: new Date('2031-01-01T00:00:00Z'),
  phase: { is: 'collecting', sinceAt: at },
  disclosure: 'open',
};
const signedBy = (key: string, before = round) => nextRound(before, { type: 'signed', by: key, documentHash: 'one', at });
const change: RoundInput = { type: 'changed', by: 'karin', documentHash: 'two', expiresAt: later, at };

describe('both guardians are told the same, whoever of them did it', () => {
  it.each<[string, Round, RoundInput, string[]]>([
    ['the other says no', round, { type: 'declined', by: 'erik', at }, ['declined karin', 'declined erik']],
    ['whoever applied says no', round, { type: 'declined', by: 'karin', at }, ['declined karin', 'declined erik']],
    ['it is taken back', round, { type: 'withdrawn', by: 'karin', at }, ['withdrawn karin', 'withdrawn erik']],
    ['the last one signs', signedBy('karin'), { type: 'signed', by: 'erik', documentHash: 'one', at }, ['submission', 'complete karin', 'complete erik']],
    ['time runs out', round, { type: 'time-passed', at: later }, ['expired karin', 'expired erik']],
    ['it is changed when nobody has signed', round, change, ['changed karin', 'changed erik']],
    ['it is changed when one has signed', signedBy('erik'), change, ['changed karin', 'changed erik']],
    ['custody of one ends', round, { type: 'register-answered', custody: 'known', keys: ['karin'], at }, ['stopped karin']],
    ['something about one of them is not to be told', round, { type: 'register-answered', custody: 'untold', at }, []],
    ['one of two signs', round, { type: 'signed', by: 'erik', documentHash: 'one', at }, []],
  ])('when %s', (_, before, input, told) => {
    const errands = errandsAfter({ before, after: nextRound(before, input) }, ['karin', 'erik']);
    expect(errands.map(({ kind, personKey }) => [kind, personKey].filter(Boolean).join(' '))).toEqual(told);
  });

  it('as far as there is an address', () => {
    expect(errandsAfter({ before: round, after: nextRound(round, { type: 'withdrawn', by: 'karin', at }) }, ['erik'])).toEqual([{ kind: 'withdrawn', personKey: 'erik' }]);
  });
});
