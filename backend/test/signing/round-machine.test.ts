import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canSign, nextRound, signaturesIn } from '../../src/signing/round.machine.ts';
import type { Round, RoundInput } from '../../src/signing/round.machine.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-24T08:00:00Z');
const after = (days: number) => new Date(start + days * day);
const [first, second] = ['karin', 'erik'];
const guardians = { custody: 'known', keys: [first, second] } as const;

const round = (changes: Partial<Round> = {}): Round => ({
  rule: 'all',
  applicant: first,
  parties: [first, second].map((key) => ({ key, stands: { is: 'invited', sinceAt: after(0) } })),
  documentVersion: 1,
  documentHash: 'one',
  voidedAt: undefined,
  expiresAt: after(30),
  ofAgeAt: after(3000),
  phase: { is: 'collecting', sinceAt: after(0) },
  disclosure: 'open',
  ...changes,
});
const single = () => round({ rule: 'single-custody', parties: [{ key: first, stands: { is: 'invited', sinceAt: after(0) } }] });

const signed = (by: string, days = 1, documentHash = 'one'): RoundInput => ({ type: 'signed', by, documentHash, at: after(days) });
const changed = (days: number, documentHash = 'two'): RoundInput => ({ type: 'changed', by: first, documentHash, expiresAt: after(days + 30), at: after(days) });
const run = (from: Round, ...inputs: RoundInput[]): Round => inputs.reduce(nextRound, from);
const standOf = ({ parties }: Round, key: string) => parties.find((party) => party.key === key)?.stands.is;

/** Anything that can happen within the time of a round, by anybody. */
const anyInput = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(first, second, 'stranger'), fc.constantFrom('one', 'two', 'three'))
  .chain(([days, by, documentHash]) => {
    const at = after(days);
    return fc.constantFrom<RoundInput>(
      { type: 'signed', by, documentHash, at },
      { type: 'opened', by, at },
      { type: 'declined', by, at },
      { type: 'withdrawn', by, at },
      { type: 'changed', by, documentHash, expiresAt: after(days + 30), at },
      { type: 'time-passed', at },
      { type: 'register-answered', ...guardians, at },
      { type: 'register-answered', custody: 'known', keys: [first], at },
      { type: 'register-answered', custody: 'untold', at },
    );
  });
/** A round's whole life, in the order of time. */
const lifeOf = (input: fc.Arbitrary<RoundInput>) => fc.array(input, { maxLength: 12 }).map((inputs) => inputs.toSorted((a, b) => a.at.getTime() - b.at.getTime()));
const anyLife = lifeOf(anyInput);
/** Lives in which guardians sign, and change what they sign, more often than anything else happens. */
const signedLife = lifeOf(
  fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom(first, second), fc.integer({ min: 0, max: 29 }), fc.constantFrom('one', 'two')).map((given) => signed(...given)) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 29 }), fc.constantFrom('one', 'two')).map((given) => changed(...given)) },
    { weight: 1, arbitrary: anyInput },
  ),
);
/** The round after each step of a life, the first one before any. */
const stages = (life: RoundInput[], from = round()): Round[] =>
  life.reduce<Round[]>((all, input) => [...all, nextRound(all.at(-1) ?? from, input)], [from]);

describe('a round', () => {
  it('both guardians must sign: it is complete when the second has, in whichever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([first, second], { minLength: 2 }), fc.integer({ min: 0, max: 20 }), (order, days) => {
        const [one = '', other = ''] = order;
        const half = run(round(), signed(one, days));
        expect(half.phase.is).toBe('collecting');
        expect(run(half, signed(other, days)).phase).toEqual({ is: 'complete', sinceAt: after(days) });
      }),
    );
  });

  it.each<[string, Round]>([
    ['both must sign', round()],
    ['one has custody', single()],
    ['one signature is enough', { ...single(), rule: 'one' }],
  ])('is complete only with a signature by each who must sign on one and the same document, where %s', (_, from) => {
    let [completed, completedAfterChange] = [0, 0];
    fc.assert(
      fc.property(signedLife, (life) => {
        const all = stages(life, from);
        const end = all.findIndex(({ phase }) => phase.is === 'complete');
        if (end === -1) return;
        const complete = all[end];
        expect(complete?.parties.every(({ stands }) => stands.is === 'signed')).toBe(true);
        const hash = complete?.documentHash;
        const lastChange = life.slice(0, end).findLastIndex((input, index) => input.type === 'changed' && all[index] !== all[index + 1]);
        const signers = life.slice(lastChange + 1, end).flatMap((input) => (input.type === 'signed' && input.documentHash === hash ? [input.by] : []));
        expect(signers).toEqual(expect.arrayContaining(from.parties.map(({ key }) => key)));
        completed += 1;
        if (lastChange >= 0) completedAfterChange += 1;
      }),
      { numRuns: 2000 },
    );
    expect(completed).toBeGreaterThan(200);
    expect(completedAfterChange).toBeGreaterThan(40);
  });

  it('never leaves a final state, save that it falls silent about who is in it', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const all = stages(life);
        for (const [index, one] of all.entries()) {
          if (one.phase.is === 'collecting') continue;
          for (const later of all.slice(index)) {
            expect({ ...later, disclosure: '' }).toEqual({ ...one, disclosure: '' });
            if (one.disclosure === 'closed') expect(later.disclosure).toBe('closed');
          }
        }
      }),
    );
  });

  it('counts a signature once, however often it arrives', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const once = stages(life).at(-1);
        const twice = stages(life.flatMap((input) => [input, input])).at(-1);
        expect(twice).toEqual(once);
      }),
    );
  });

  it('is left as the very same object by what means nothing to it', () => {
    const half = run(round(), signed(first));
    const nothing: RoundInput[] = [
      signed(first, 2),
      signed('stranger', 2),
      signed(second, 2, 'two'),
      { type: 'declined', by: first, at: after(2) },
      { type: 'withdrawn', by: second, at: after(2) },
      { type: 'opened', by: first, at: after(2) },
      { ...changed(2), type: 'changed', by: second } as RoundInput,
      changed(2, 'one'),
      { type: 'time-passed', at: after(29) },
      { type: 'register-answered', ...guardians, at: after(2) },
    ];
    for (const input of nothing) expect(nextRound(half, input)).toBe(half);
  });

  it('never lets a stranger change anything', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const byKnown = life.filter((input) => !('by' in input) || input.by !== 'stranger');
        const known = stages(byKnown).at(-1);
        const strangers = stages(life).at(-1);
        // Time passes with a stranger's try as with anything else.
        const last = life.at(-1)?.at ?? after(0);
        const settle = (one: Round | undefined) => nextRound(one ?? round(), { type: 'time-passed', at: last });
        expect(settle(strangers)).toEqual(settle(known));
      }),
    );
  });

  it('single custody: one signature suffices', () => {
    expect(run(single(), signed(first)).phase.is).toBe('complete');
  });

  it('ends when either declines, and neither can sign after that', () => {
    const declined = run(round(), signed(first), { type: 'declined', by: second, at: after(2) });
    expect(declined.phase).toEqual({ is: 'declined', sinceAt: after(2) });
    expect(standOf(declined, second)).toBe('declined');
    expect(run(declined, signed(second, 3))).toBe(declined);
    expect(canSign(declined, second)).toBe(false);
  });

  it('ends when whoever applied withdraws, and a signature under way then comes too late', () => {
    const withdrawn = run(round(), signed(first), { type: 'withdrawn', by: first, at: after(2) });
    expect(withdrawn.phase.is).toBe('withdrawn');
    expect(run(withdrawn, signed(second, 2))).toBe(withdrawn);
  });

  it('is void from the first to the last instant after its time, however late that is noticed', () => {
    expect(run(round(), signed(first), signed(second, 29.999)).phase.is).toBe('complete');
    const late = run(round(), signed(first), signed(second, 30));
    expect(late.phase).toEqual({ is: 'expired', sinceAt: after(30) });
    expect(run(round(), { type: 'time-passed', at: after(99) }).phase).toEqual({ is: 'expired', sinceAt: after(30) });
  });

  it('stops when the child comes of age', () => {
    const grown = run(round({ ofAgeAt: after(5) }), signed(first), signed(second, 5));
    expect(grown.phase).toEqual({ is: 'stopped', why: 'child-of-age', sinceAt: after(5) });
  });

  it('a change after the first signature makes it void: both sign the new version', () => {
    const again = run(round(), signed(first), changed(2));
    expect(again).toMatchObject({ documentVersion: 2, documentHash: 'two', voidedAt: after(2), expiresAt: after(32) });
    expect(signaturesIn(again)).toBe(0);
    expect(run(again, signed(second, 3, 'one'))).toBe(again);
    expect(run(again, signed(second, 3, 'two')).phase.is).toBe('collecting');
    expect(run(again, signed(second, 3, 'two'), signed(first, 4, 'two')).phase.is).toBe('complete');
  });

  it('a change before anybody has signed makes nothing void', () => {
    expect(run(round(), changed(1))).toMatchObject({ documentVersion: 2, voidedAt: undefined });
  });

  it('stops when custody has changed, and whoever lost it need not sign', () => {
    const lost = run(round(), signed(first), { type: 'register-answered', custody: 'known', keys: [first], at: after(2) });
    expect(lost.phase).toEqual({ is: 'stopped', why: 'custody-changed', sinceAt: after(2) });
    expect(standOf(lost, second)).toBe('notRequired');
    const gained = run(single(), { type: 'register-answered', ...guardians, at: after(2) });
    expect(gained.phase).toMatchObject({ is: 'stopped', why: 'custody-changed' });
  });

  it('where one signature is enough, goes on for as long as whoever applied has custody', () => {
    const one = { ...single(), rule: 'one' as const };
    expect(run(one, { type: 'register-answered', ...guardians, at: after(1) })).toBe(one);
    expect(run(one, { type: 'register-answered', custody: 'known', keys: [second], at: after(1) }).phase.is).toBe('stopped');
  });

  it('stops without a word of why when the register has something that is not to be told', () => {
    const untold = run(round(), signed(first), { type: 'register-answered', custody: 'untold', at: after(2) });
    expect(untold).toMatchObject({ phase: { is: 'stopped', why: 'contact' }, disclosure: 'closed' });
    const complete = run(round(), signed(first), signed(second), { type: 'register-answered', custody: 'untold', at: after(2) });
    expect(complete).toMatchObject({ phase: { is: 'complete' }, disclosure: 'closed' });
  });
});
