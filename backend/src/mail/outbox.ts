import { failureFields } from '../log.ts';
import type { OutboxEntry, StoredSigning } from '../signing/signing-store.ts';
import type { CaseReceiver } from './case-receiver.ts';
import { MailError } from './mail-transport.ts';
import type { MailTransport } from './mail-transport.ts';
import type { MailKind } from './mail.text.sv.ts';
import { createNotices } from './notice.ts';
import type { NoticeNeeds } from './notice.ts';

/** Carries out what the signing has queued. */
export interface Outbox {
  /** Carries one entry out, at least once, and settles it. Rejects when it is to be tried again; of the `last` try something comes in any case. */
  carryOut(id: string, last: boolean): Promise<void>;
}

type Needs = NoticeNeeds & { mail: MailTransport; receiver: CaseReceiver };
type Settled = Exclude<OutboxEntry['state'], 'queued'>;

/** An outbox whose mails go by `mail`, and whose signed cases go to `receiver`. */
export function createOutbox({ mail, receiver, ...deps }: Needs): Outbox {
  const { store, clock, log } = deps;
  const noticeOf = createNotices(deps);

  async function send(entry: OutboxEntry & { kind: MailKind }, signing: StoredSigning): Promise<Settled> {
    const notice = await noticeOf(entry, signing);
    if (!notice) return 'dropped';
    await mail.send(notice);
    return 'delivered';
  }

  async function does(entry: OutboxEntry): Promise<Settled> {
    const { id, kind, signingId } = entry;
    const signing = await store.signing.find(signingId);
    if (!signing) return 'dropped';
    if (kind !== 'submission') return send({ ...entry, kind }, signing);
    await receiver.receive(id, signing);
    return 'delivered';
  }

  return {
    async carryOut(id, last) {
      const entry = await store.signing.outboxEntry(id);
      if (entry?.state !== 'queued') return;
      const settle = (state: Settled) => store.signing.settleEntry(id, state, clock.now());
      try {
        await settle(await does(entry));
      } catch (failure) {
        const lost = failure instanceof MailError && (last || failure.code === 'permanent');
        log[last ? 'error' : 'warn'](lost ? 'mail-undeliverable' : 'outbox-delayed', { entry: id, kind: entry.kind, ...failureFields(failure) });
        if (!lost) throw failure;
        await settle('undeliverable');
      }
    },
  };
}
