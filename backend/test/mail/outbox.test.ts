import { describe, expect, it } from 'vitest';
import { MailError } from '../../src/mail/mail-transport.ts';
import type { MailTransport } from '../../src/mail/mail-transport.ts';
import { memoryMail } from '../../src/mail/memory-mail.ts';
import { testClock } from '../test-app.ts';
import { addresses, erik, karin, mailWorld } from './mail-world.ts';

async function arrange(refuses?: (address: string) => boolean) {
  const mail = memoryMail(testClock(), refuses);
  return { mail, ...(await mailWorld(mail)) };
}
const failing = (failure: Error): MailTransport => ({ send: () => Promise.reject(failure) });

describe('a guardian who is to sign', () => {
  it('gets one mail, to the address that was stated, with the link of that very invitation', async () => {
    const { mail, outbox, queue, stateOf, deps } = await arrange();
    const { id, token } = await queue('invitation', erik);
    await outbox.carryOut(id, false);
    await outbox.carryOut(id, false);
    expect(mail.sent).toHaveLength(1);
    expect(mail.sent[0]).toMatchObject({ to: addresses[erik], language: 'sv', messageId: `<${id}@kommun.test>` });
    expect(mail.sent[0]?.text).toContain(`https://kommun.test/underskrift/#${token}`);
    expect(await stateOf(id)).toBe('delivered');
    expect((await deps.store.signing.outboxEntry(id))?.sealedToken).toBeUndefined();
  });

  it('is told nothing of anybody in it', async () => {
    const { mail, outbox, queue, people } = await arrange();
    for (const kind of ['invitation', 'changed', 'complete', 'declined', 'withdrawn', 'expired', 'stopped'] as const) {
      const { id } = await queue(kind, erik);
      await outbox.carryOut(id, false);
    }
    const said = JSON.stringify(mail.sent);
    expect(mail.sent).toHaveLength(7);
    for (const { displayName, idNumber } of [people.child, ...people.parties]) {
      for (const part of [...displayName.split(' '), idNumber, idNumber.slice(2)]) expect(said).not.toContain(part);
    }
    expect(said).not.toContain(addresses[karin]);
  });

  it('is not written to for an e-service that the municipality has taken away, nor is that tried again', async () => {
    const { mail, queue, outbox, stateOf, deps, log } = await arrange();
    const { id } = await queue('complete', erik);
    deps.municipality.services.length = 0;
    await outbox.carryOut(id, false);
    expect(await stateOf(id)).toBe('dropped');
    expect(mail.sent).toEqual([]);
    expect(log).toContainEqual(expect.objectContaining({ event: 'notice-without-service', fields: { entry: id, service: 'skolskjuts' } }));
  });

  it('is not written to about a link that was taken back, a thing that is signed, or one whose time is up', async () => {
    const { mail, outbox, queue, stateOf, step, commit, clock } = await arrange();
    const corrected = await queue('invitation', erik);
    await commit({ revokedOf: [erik] });
    const signed = await queue('invitation', karin);
    await step({ type: 'signed', by: karin, documentHash: 'one', at: clock.now() });
    const late = await queue('changed', erik);
    clock.forward(60 * 86_400);
    for (const { id } of [corrected, signed, late]) {
      await outbox.carryOut(id, false);
      expect(await stateOf(id)).toBe('dropped');
    }
    expect(mail.sent).toEqual([]);
  });

  it('is not written to, nor is anybody else, once something in it is not to be told', async () => {
    const { mail, outbox, queue, stateOf, step, clock } = await arrange();
    const queued = [await queue('invitation', erik), await queue('stopped', karin), await queue('complete', erik)];
    await step({ type: 'register-answered', custody: 'untold', at: clock.now() });
    for (const { id } of queued) {
      await outbox.carryOut(id, false);
      expect(await stateOf(id)).toBe('dropped');
    }
    expect(mail.sent).toEqual([]);
  });
});

describe('two guardians who are told the same', () => {
  it.each(['complete', 'declined', 'withdrawn', 'expired', 'stopped'] as const)('get the same bytes but for the address: %s', async (kind) => {
    const { mail, outbox, queue } = await arrange();
    for (const key of [karin, erik]) await outbox.carryOut((await queue(kind, key)).id, false);
    const [one, other] = mail.sent.map(({ to, messageId, sentAt, ...same }) => same);
    expect(one).toBeDefined();
    expect(one).toEqual(other);
  });
});

describe('a mail that cannot be delivered', () => {
  it('is undeliverable at once when its address takes none, so that the address can be corrected', async () => {
    const { outbox, queue, stateOf, log } = await arrange((address) => address === addresses[erik]);
    const { id } = await queue('invitation', erik);
    await outbox.carryOut(id, false);
    expect(await stateOf(id)).toBe('undeliverable');
    expect(log).toEqual([{ level: 'warn', event: 'mail-undeliverable', fields: expect.objectContaining({ entry: id, kind: 'invitation' }) }]);
    expect(JSON.stringify(log)).not.toContain(addresses[erik]);
  });

  it('stays queued through a hitch that will pass, and is given up with the last try', async () => {
    const { outbox, queue, stateOf, log } = await mailWorld(failing(new MailError('temporary')));
    const { id } = await queue('invitation', erik);
    await expect(outbox.carryOut(id, false)).rejects.toThrow('temporary');
    expect(await stateOf(id)).toBe('queued');
    await outbox.carryOut(id, true);
    expect(await stateOf(id)).toBe('undeliverable');
    expect(log.map(({ level, event }) => [level, event])).toEqual([['warn', 'outbox-delayed'], ['error', 'mail-undeliverable']]);
  });

  it('is no citizen\'s fault when the fault is ours: it stays queued even then, and the log says so', async () => {
    const { outbox, queue, stateOf, log } = await mailWorld(failing(new TypeError('a fault')));
    const { id } = await queue('invitation', erik);
    await expect(outbox.carryOut(id, true)).rejects.toThrow('a fault');
    expect(await stateOf(id)).toBe('queued');
    expect(log).toMatchObject([{ level: 'error', event: 'outbox-delayed', fields: { error: 'TypeError' } }]);
  });
});

describe('a signed case', () => {
  it('is handed over once, however often that is tried, and says so to whoever has a part in it', async () => {
    const { outbox, queue, stateOf, signing, deps } = await arrange();
    const { id } = await queue('submission');
    const { caseId } = await signing();
    const settle = deps.store.signing.settleEntry;
    deps.store.signing.settleEntry = () => Promise.reject(new Error('the line broke'));
    await expect(outbox.carryOut(id, false)).rejects.toThrow('the line broke');
    deps.store.signing.settleEntry = settle;
    await outbox.carryOut(id, false);
    expect(await stateOf(id)).toBe('delivered');
    const dossier = await deps.store.cases.find(caseId);
    expect(dossier?.case.status).toBe('submitted');
    expect(dossier?.events.map(({ text }) => text)).toEqual(['Ansökan har kommit fram till kommunen']);
    expect((await deps.store.signing.audit()).map(({ act }) => act)).toEqual(['hand-over']);
  });

  it('waits for another try when somebody changed the signing at that moment', async () => {
    const { outbox, queue, stateOf, deps } = await arrange();
    const { id } = await queue('submission');
    const { commit } = deps.store.signing;
    deps.store.signing.commit = async () => false;
    await expect(outbox.carryOut(id, false)).rejects.toThrow('at the same time');
    expect(await stateOf(id)).toBe('queued');
    deps.store.signing.commit = commit;
    await outbox.carryOut(id, false);
    expect(await stateOf(id)).toBe('delivered');
  });
});

describe('an entry that is not there any more', () => {
  it('asks for nothing', async () => {
    const { outbox, mail } = await arrange();
    await outbox.carryOut('unknown', false);
    expect(mail.sent).toEqual([]);
  });
});

