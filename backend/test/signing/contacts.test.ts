import { describe, expect, it } from 'vitest';
import { paths } from '../../../src/contract/paths.ts';
import { problemSchema } from '../../../src/contract/problem.ts';
import { invitationSchema, signingSchema } from '../../../src/contract/signing.ts';
import type { Browser } from '../browser.ts';
import { listOf } from '../cases/shared-case.ts';
import { readAnswer } from '../read-answer.ts';
import { apply, codeOf, linksTo, outboxOf, partyOf, sign, signingOf, signingWorld, waitingId } from './signing-world.ts';
import type { Signer } from './signing-world.ts';

async function applied() {
  const world = await signingWorld();
  const [karin, erik] = [await world.visit('karin'), await world.visit('erik')];
  const { case: mine } = await apply(karin);
  const theirs = await waitingId(erik);
  return { world, karin, erik, mine, theirs, other: partyOf(await signingOf(karin, mine), false).id };
}

const state = ({ page }: Signer, id: string, party: string, email: string, more: Record<string, unknown> = {}) => page.put(paths.partyContact(id, party), { email, ...more });
const sendAgain = ({ page }: Signer, id: string, party: string) => page.post(paths.partyNotices(id, party));
const openLink = (page: Browser, token = '') => page.post(paths.openInvitation, { token });
const opened = (page: Browser, token = '') => readAnswer(invitationSchema, openLink(page, token));

describe('fact 11: the first guardian states the second one’s address', () => {
  it('and sees where the message went, as far as it takes to see a mistake', async () => {
    const { world, karin, mine, other } = await applied();
    const { parties } = await readAnswer(signingSchema, state(karin, mine, other, 'erik.sandberg@exempel.se', { language: 'en' }));
    expect(parties[1]).toMatchObject({
      contact: { address: 'e•••@e•••.se', language: 'en', notice: { state: 'queued', at: world.clock.now().toISOString() } },
      can: ['stateContact', 'sendAgain'],
      again: { at: new Date(world.clock.now().getTime() + 86_400_000).toISOString(), left: 5 },
    });
    expect(await outboxOf(world)).toEqual(['invitation erik']);
    expect(JSON.stringify(world.store.snapshot())).not.toContain('erik.sandberg');
  });

  it('and is told when it could not be delivered', async () => {
    const { world, karin, mine, other } = await applied();
    await state(karin, mine, other, 'fel@exempel.se');
    const [entry = ''] = await world.store.signing.queued();
    await world.store.signing.settleEntry(entry, 'undeliverable', world.clock.now());
    expect(partyOf(await signingOf(karin, mine), false)).toMatchObject({ state: 'undeliverable', contact: { notice: { state: 'undeliverable' } } });
  });

  it('and corrects it: the link that went to the wrong address is dead, and a new one is sent', async () => {
    const { world, karin, erik, mine, theirs, other } = await applied();
    await state(karin, mine, other, 'fel@exempel.se');
    await state(karin, mine, other, 'ratt@exempel.se');
    const [first, second] = await linksTo(world, 'erik');
    expect(await codeOf(openLink(erik.page, first))).toBe('invitation-not-valid');
    expect(await waitingId(erik)).toBe(theirs);
    expect(await opened(erik.page, second)).toEqual({ open: 'case', case: theirs });
    expect(partyOf(await signingOf(karin, mine), false).contact?.address).toBe('r•••@e•••.se');
  });

  it('and sends it again, a day later and five times in all', async () => {
    const { world, karin, mine, other } = await applied();
    expect(await codeOf(sendAgain(karin, mine, other))).toBe('contact-not-stated');
    await state(karin, mine, other, 'erik@exempel.se');
    expect(await readAnswer(problemSchema, sendAgain(karin, mine, other))).toMatchObject({ code: 'too-many-requests', retryAfter: 86_400 });
    for (const left of [4, 3, 2, 1, undefined]) {
      world.clock.forward(86_400);
      const again = await world.visit('karin');
      const { parties } = await readAnswer(signingSchema, sendAgain(again, mine, other));
      expect(parties[1]?.again?.left).toBe(left);
    }
    world.clock.forward(86_400);
    expect(await codeOf(sendAgain(await world.visit('karin'), mine, other))).toBe('signing-action-not-allowed');
    expect((await linksTo(world, 'erik')).length).toBe(6);
  });

  it('and stating the same address once more sends nothing and starts no new count of days', async () => {
    const { world, karin, mine, other } = await applied();
    await state(karin, mine, other, 'erik@exempel.se');
    world.clock.forward(600);
    const { parties } = await readAnswer(signingSchema, state(karin, mine, other, 'erik@exempel.se', { language: 'en' }));
    expect(parties[1]).toMatchObject({ contact: { language: 'en' }, again: { at: new Date(world.clock.now().getTime() + 85_800_000).toISOString() } });
    expect(await outboxOf(world)).toEqual(['invitation erik']);
    expect(await opened(world.browser(), (await linksTo(world, 'erik'))[0])).toMatchObject({ open: 'login' });
  });

  it('and corrects it four times, so that nobody can be flooded with mail', async () => {
    const { world, karin, mine, other } = await applied();
    for (const email of ['a@exempel.se', 'b@exempel.se', 'a@exempel.se', 'b@exempel.se', 'c@exempel.se']) expect((await state(karin, mine, other, email)).status).toBe(200);
    expect(partyOf(await signingOf(karin, mine), false).can).toEqual(['sendAgain']);
    expect(await codeOf(state(karin, mine, other, 'a@exempel.se'))).toBe('signing-action-not-allowed');
    expect(await outboxOf(world)).toHaveLength(5);
  });

  it('but not what the second one has stated of themselves, which the first does not see', async () => {
    const { karin, erik, mine, theirs, other } = await applied();
    const own = partyOf(await signingOf(erik, theirs), true).id;
    expect((await state(erik, theirs, own, 'hemlig@erik.se')).status).toBe(200);
    const seen = partyOf(await signingOf(karin, mine), false);
    expect(seen.contact).toBeUndefined();
    expect(seen.can).not.toContain('stateContact');
    expect(await codeOf(state(karin, mine, other, 'annan@exempel.se'))).toBe('signing-action-not-allowed');
    expect(partyOf(await signingOf(erik, theirs), true).contact).toMatchObject({ address: 'h•••@e•••.se' });
  });

  it('and the second one states no address of the first', async () => {
    const { karin, erik, mine, theirs } = await applied();
    await state(karin, mine, partyOf(await signingOf(karin, mine), true).id, 'karin@exempel.se');
    const seen = partyOf(await signingOf(erik, theirs), false);
    expect(seen).toMatchObject({ isYou: false, can: [] });
    expect(seen.contact).toBeUndefined();
    expect(await codeOf(state(erik, theirs, seen.id, 'x@exempel.se'))).toBe('signing-action-not-allowed');
  });

  it.each(['inte en adress', 'a@b', 'erik@exempel.se\r\nBcc: annan@exempel.se', `${'a'.repeat(250)}@b.se`])('and %j is no address', async (email) => {
    const { world, karin, mine, other } = await applied();
    expect(await codeOf(state(karin, mine, other, email))).toBe('invalid-request');
    expect(await outboxOf(world)).toEqual([]);
  });

  it('in a language that the municipality has', async () => {
    const { karin, mine, other } = await applied();
    expect(await codeOf(state(karin, mine, other, 'erik@exempel.se', { language: 'fi' }))).toBe('invalid-request');
  });

  it('while the second one has yet to sign', async () => {
    const { world, karin, erik, mine, theirs, other } = await applied();
    await sign(world, erik, theirs);
    expect(await codeOf(state(karin, mine, other, 'erik@exempel.se'))).toBe('signing-action-not-allowed');
    await sign(world, karin, mine);
    expect(await codeOf(state(karin, mine, other, 'erik@exempel.se'))).toBe('signing-over');
  });

  it('and all who have stated an address hear how it ends', async () => {
    const { world, karin, erik, mine, theirs, other } = await applied();
    await state(karin, mine, other, 'erik@exempel.se');
    await state(karin, mine, partyOf(await signingOf(karin, mine), true).id, 'karin@exempel.se');
    await sign(world, karin, mine);
    await sign(world, erik, theirs);
    expect((await outboxOf(world)).sort()).toEqual(['complete erik', 'complete karin', 'invitation erik', 'invitation karin', 'submission']);
  });
});

describe('a link in a mail', () => {
  const linked = async () => {
    const all = await applied();
    await state(all.karin, all.mine, all.other, 'erik@exempel.se');
    const [token] = await linksTo(all.world, 'erik');
    return { ...all, token };
  };

  it('says before login only that one must log in, for which e-service, and until when', async () => {
    const { world, token } = await linked();
    expect(await opened(world.browser(), token)).toEqual({ open: 'login', service: { id: 'skolskjuts', name: { sv: 'Skolskjuts', en: 'School transport' } }, expiresAt: '2026-12-24T22:59:59.000Z' });
  });

  it('leads to the case for whom it was sent to, as often as it is opened', async () => {
    const { erik, theirs, token } = await linked();
    for (let times = 0; times < 2; times += 1) expect(await opened(erik.page, token)).toEqual({ open: 'case', case: theirs });
  });

  it('tells anybody else nothing but that it is not theirs', async () => {
    const { world, karin, token } = await linked();
    for (const one of [karin, await world.visit('maria')]) {
      const text = await (await openLink(one.page, token)).text();
      expect(text).toContain('invitation-not-for-you');
      expect(text).not.toMatch(/Alva|Erik|Karin|skolskjuts/i);
    }
    const audit = await world.store.signing.audit();
    expect(audit.filter(({ outcome }) => outcome === 'invitation-not-for-you').map(({ act }) => act)).toEqual(['open-link', 'open-link']);
    expect(JSON.stringify(audit)).not.toMatch(/Karin|Maria|\d{12}/);
  });

  it('is the same when it is unknown, old, or taken back: the case is still in the inbox', async () => {
    const { world, karin, erik, mine, theirs, token } = await linked();
    const inbox = () => listOf({ page: erik.page, key: '' });
    const problem = async (page: Browser, one?: string) => (await (await openLink(page, one)).text()).replace(/"traceId":"[^"]+"/, '');
    const unknown = await problem(erik.page, 'x'.repeat(43));
    expect(unknown).toContain('"invitation-not-valid"');
    expect(await waitingId(erik)).toBe(theirs);
    world.clock.forward(31 * 86_400);
    expect(await problem(world.browser(), token)).toBe(unknown);
    world.clock.forward(-31 * 86_400);
    expect(await opened(world.browser(), token)).toMatchObject({ open: 'login' });
    await karin.page.post(paths.withdrawal(mine));
    expect(await problem(erik.page, token)).toBe(unknown);
    expect(await problem(world.browser(), token)).toBe(unknown);
    expect((await inbox()).items.map(({ id }) => id)).toEqual([theirs]);
  });

  it('is kept only as a hash', async () => {
    const { world, token = '' } = await linked();
    expect(token.length).toBeGreaterThan(40);
    expect(world.store.snapshot()).not.toContain(token);
  });
});
