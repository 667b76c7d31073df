import { describe, expect, it } from 'vitest';
import type { Signing, SigningParty } from '../../src/contract/signing.ts';
import { canHandOver, countOf, nextSignature, type Shown, type SignatureInput, type SignatureState, type Task } from '../../src/widgets/signature/signature.machine.ts';

const party = (changes: Partial<SigningParty> = {}): SigningParty => ({ id: 'p1', isYou: true, displayName: 'Tess', applied: true, state: 'opened', can: [], ...changes });
const other = (changes: Partial<SigningParty> = {}): SigningParty => party({ id: 'p2', isYou: false, displayName: 'Erik', applied: false, state: 'invited', ...changes });

function signing(changes: Partial<Signing> = {}): Signing {
  return {
    case: 'c1',
    reference: 'AK-1',
    title: 'Plats i förskola',
    service: { id: 'forskola', name: { sv: 'Plats i förskola' } },
    state: 'collecting',
    since: '2026-11-20T12:00:00Z',
    rule: 'all',
    expiresAt: '2026-12-20T12:00:00Z',
    document: { title: 'Plats i förskola', language: 'sv', version: 1, hash: 'ab', blocks: [] },
    parties: [party(), other({ can: ['stateContact'] })],
    can: ['sign', 'decline', 'withdraw'],
    ...changes,
  };
}

const looking: SignatureState = { at: 'looking' };
const problem = { code: 'offline' };
const shown = (changes: Partial<Signing> = {}): Shown => nextSignature(looking, { is: 'told', signing: signing(changes) }) as Shown;
const on = (state: SignatureState, ...inputs: SignatureInput[]): SignatureState => inputs.reduce(nextSignature, state);

describe('what there is to sign', () => {
  it('is asked for behind a login when a link is opened by nobody, and names nobody', () => {
    const service = { id: 'forskola', name: { sv: 'Plats i förskola' } };
    const state = nextSignature(looking, { is: 'told-invitation', invitation: { open: 'login', service, expiresAt: '2026-12-20T12:00:00Z' } });
    expect(state).toEqual({ at: 'invited', service, expiresAt: '2026-12-20T12:00:00Z' });
  });

  it.each([
    ['invitation-not-valid', { at: 'link-dead' }],
    ['invitation-not-for-you', { at: 'link-not-yours' }],
    ['signing-not-found', { at: 'failed', problem: { code: 'signing-not-found' } }],
    ['offline', { at: 'failed', problem: { code: 'offline' } }],
  ])('is told as %s says', (code, state) => {
    expect(nextSignature(looking, { is: 'not-told', problem: { code } })).toEqual(state);
  });

  it('is chosen from a list when several wait, and never mistaken for nothing', () => {
    const item = { case: 'c1', title: 'A', service: { id: 's', name: {} }, expiresAt: '2026-12-20T12:00:00Z' };
    expect(nextSignature(looking, { is: 'told-waiting', items: [item, item] })).toEqual({ at: 'choosing', items: [item, item] });
    expect(nextSignature(looking, { is: 'told-waiting', items: [] })).toEqual({ at: 'nothing-waits' });
  });

  it('is gone from the screen when whoever saw it is logged in no longer', () => {
    expect(nextSignature(shown(), { is: 'dropped' })).toEqual({ at: 'idle' });
  });

  it.each<SignatureInput>([
    { is: 'told-again', signing: signing() }, { is: 'unanswered', problem }, { is: 'answered' }, { is: 'sent' }, { is: 'refused', problem }, { is: 'turned-to', task: { is: 'declining' } },
  ])('does not come back by an answer that comes too late: $is', (input) => {
    const idle: SignatureState = { at: 'idle' };
    expect(nextSignature(idle, input)).toBe(idle);
  });
});

describe('a signing on the screen', () => {
  it('takes over what others have done, and leaves the person where they are', () => {
    const writing = nextSignature(shown(), { is: 'turned-to', task: { is: 'declining' } });
    const after = nextSignature(writing, { is: 'told-again', signing: signing({ parties: [party(), other({ state: 'signed' })] }) });
    expect(after).toMatchObject({ task: { is: 'declining' }, signing: { parties: [{ state: 'opened' }, { state: 'signed' }] } });
  });

  it.each<[what: string, task: Task, changes: Partial<Signing>]>([
    ['to decline when the time is up', { is: 'declining' }, { state: 'expired', can: [] }],
    ['to withdraw when all have signed', { is: 'withdrawing' }, { state: 'complete', can: [] }],
    ['to correct an address that is no longer needed', { is: 'correcting', party: 'p2' }, { parties: [party(), other({ state: 'signed', can: [] })] }],
  ])('no longer asks whether %s', (_what, task, changes) => {
    const asking = nextSignature(shown(), { is: 'turned-to', task });
    expect(asking).toMatchObject({ task });
    expect(nextSignature(asking, { is: 'told-again', signing: signing(changes) })).toMatchObject({ task: { is: 'reading' } });
  });

  it('never asks about what cannot be done', () => {
    expect(nextSignature(shown({ can: ['sign'] }), { is: 'turned-to', task: { is: 'withdrawing' } })).toMatchObject({ task: { is: 'reading' } });
  });

  it('says that the text was changed under the eyes of whoever reads it, and only then', () => {
    const version2 = signing({ document: { ...signing().document!, version: 2 } });
    expect(nextSignature(shown(), { is: 'told-again', signing: version2 })).toMatchObject({ revised: true });
    expect(on(shown(), { is: 'told-again', signing: version2 }, { is: 'told-again', signing: version2 })).toMatchObject({ revised: true });
    expect(nextSignature(shown(), { is: 'told-again', signing: signing() })).toMatchObject({ revised: false });
    expect(on(shown(), { is: 'told-again', signing: version2 }, { is: 'told', signing: version2 })).toMatchObject({ revised: false });
  });

  it('stays through a lost line, says so, and takes it back when there is an answer', () => {
    const lost = nextSignature(shown(), { is: 'unanswered', problem });
    expect(lost).toMatchObject({ stale: problem, signing: { case: 'c1' } });
    expect(nextSignature(lost, { is: 'answered' })).toMatchObject({ stale: undefined });
  });

  it('is the very same when nothing has happened', () => {
    const state = shown();
    expect(nextSignature(state, { is: 'answered' })).toBe(state);
  });

  it('keeps what the person was doing when it was refused, with the reason, until they try again', () => {
    const refused = on(shown(), { is: 'turned-to', task: { is: 'declining' } }, { is: 'sent' }, { is: 'refused', problem });
    expect(refused).toMatchObject({ task: { is: 'declining' }, sending: false, fault: problem });
    expect(nextSignature(refused, { is: 'sent' })).toMatchObject({ sending: true, fault: undefined });
  });
});

describe('handing the device over', () => {
  const signed = party({ state: 'signed' });
  it.each([
    ['is possible when one has signed and the other has not', { parties: [signed, other()], can: ['withdraw'] }, true],
    ['waits until one has signed', {}, false],
    ['means nothing when all have signed', { state: 'complete', parties: [signed, other({ state: 'signed' })], can: [] }, false],
    ['means nothing when the other has declined', { state: 'declined', parties: [signed, other({ state: 'declined' })], can: [] }, false],
    ['means nothing to an only guardian', { parties: [signed], can: [] }, false],
    ['is not offered where nobody may be named', { parties: [], can: [] }, false],
  ])('%s', (_what, changes, possible) => {
    expect(canHandOver(signing(changes))).toBe(possible);
  });
});

describe('how many have signed', () => {
  it('counts those who must, and nobody else', () => {
    const parties = [party({ state: 'signed' }), other({ state: 'notRequired' }), other({ id: 'p3', state: 'invited' })];
    expect(countOf(signing({ parties }))).toEqual({ signed: 1, needed: 2 });
  });
});
