import { describe, expect, it, vi } from 'vitest';
import { MailError } from '../../src/mail/mail-transport.ts';
import type { Mail } from '../../src/mail/mail-transport.ts';
import { outboxInProcess } from '../../src/mail/outbox-in-process.ts';
import { erik, karin, mailWorld } from './mail-world.ts';

/** An outbox whose first `failures` mails do not go, and whose rests are over at once unless `restless` is false. */
async function arrange(failures = 0, { restless = true } = {}) {
  const tried: Mail[] = [];
  const rests: number[] = [];
  const world = await mailWorld({
    async send(mail) {
      tried.push(mail);
      if (tried.length <= failures) throw new MailError('temporary');
    },
  });
  const timer = {
    wait(milliseconds: number) {
      rests.push(milliseconds);
      return restless ? Promise.resolve() : new Promise<void>(() => {});
    },
  };
  const worker = outboxInProcess(world.deps.store.signing, world.outbox, timer);
  world.deps.store.signing = worker.signing;
  const comesTo = (id: string, state: string) => vi.waitFor(async () => expect(await world.stateOf(id)).toBe(state));
  return { ...world, worker, tried, rests, comesTo };
}

describe('an outbox without a job queue', () => {
  it('sends what a change has queued, at once and once', async () => {
    const { queue, tried, rests, comesTo, worker } = await arrange();
    const { id } = await queue('invitation', erik);
    await comesTo(id, 'delivered');
    await worker.close();
    expect(tried).toHaveLength(1);
    expect(rests).toEqual([]);
  });

  it('tries again what did not work, as the same mail, and rests longer each time', async () => {
    const { queue, tried, rests, comesTo, worker } = await arrange(3);
    const { id } = await queue('invitation', erik);
    await comesTo(id, 'delivered');
    await worker.close();
    expect(tried).toHaveLength(4);
    expect(new Set(tried.map(({ messageId }) => messageId)).size).toBe(1);
    expect(rests).toEqual([2000, 4000, 8000]);
  });

  it('does not let one mail that does not go hold up another', async () => {
    const { queue, comesTo, stateOf } = await arrange(1, { restless: false });
    const stuck = await queue('invitation', erik);
    await vi.waitFor(async () => expect(await stateOf(stuck.id)).toBe('queued'));
    const other = await queue('invitation', karin);
    await comesTo(other.id, 'delivered');
  });

  it('gives up in the end, so that whoever stated the address is told', async () => {
    const { queue, tried, rests, comesTo, worker } = await arrange(1000);
    const { id } = await queue('invitation', erik);
    await comesTo(id, 'undeliverable');
    await worker.close();
    expect(tried).toHaveLength(20);
    expect(Math.max(...rests)).toBe(60_000);
  });

  it('sends what was left from before as soon as it is woken', async () => {
    const { queue, tried, comesTo, worker } = await arrange(1, { restless: false });
    const { id } = await queue('invitation', erik);
    await vi.waitFor(() => expect(tried).toHaveLength(1));
    worker.wake();
    await comesTo(id, 'delivered');
  });

  it('does nothing more once it is closed', async () => {
    const { queue, tried, stateOf, worker } = await arrange(1, { restless: false });
    const { id } = await queue('invitation', erik);
    await vi.waitFor(() => expect(tried).toHaveLength(1));
    await worker.close();
    worker.wake();
    await worker.close();
    expect(tried).toHaveLength(1);
    expect(await stateOf(id)).toBe('queued');
  });
});
