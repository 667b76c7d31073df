import type { Deps } from '../deps.ts';
import { tokenHash } from '../secrets/random.ts';
import { canSign, nextRound } from '../signing/round.machine.ts';
import { createSigningSeals } from '../signing/sealed-signing.ts';
import type { OutboxEntry, StoredSigning } from '../signing/signing-store.ts';
import { composeMail } from './compose-mail.ts';
import type { Mail } from './mail-transport.ts';
import type { MailKind } from './mail.text.sv.ts';

export type NoticeNeeds = Pick<Deps, 'store' | 'seal' | 'clock' | 'municipality' | 'publicOrigin' | 'log'>;

/** Makes the mail that an entry of the outbox has come to; absent when by now there is no need for it, nobody to send it to, or no such e-service. */
export function createNotices({ store, seal, clock, municipality, publicOrigin, log }: NoticeNeeds) {
  const seals = createSigningSeals(seal);

  /** Whether one can still sign by this link: it was not taken back, and there is something to sign. */
  async function leadsSomewhere({ round }: StoredSigning, personKey: string, token: string | undefined): Promise<boolean> {
    const invitation = token === undefined ? undefined : await store.signing.invitation(tokenHash(token));
    return invitation?.revokedAt === undefined && canSign(nextRound(round, { type: 'time-passed', at: clock.now() }), personKey);
  }

  return async (entry: OutboxEntry & { kind: MailKind }, signing: StoredSigning): Promise<Mail | undefined> => {
    const { kind, personKey } = entry;
    // Whoever is not to be told of is not written to either, nor is anybody else about them.
    if (personKey === undefined || signing.round.disclosure === 'closed') return undefined;
    const token = entry.sealedToken && (await seals.token.open(entry.sealedToken));
    if ((kind === 'invitation' || kind === 'changed') && !(await leadsSomewhere(signing, personKey, token))) return undefined;
    const person = (await seals.people.open(signing.sealedPeople)).parties.find(({ key }) => key === personKey);
    if (!person?.contact) return undefined;
    const service = municipality.services.find(({ id }) => id === signing.serviceId);
    if (!service) {
      log.warn('notice-without-service', { entry: entry.id, service: signing.serviceId });
      return undefined;
    }
    const words = composeMail({ kind, language: person.language, municipality, service, publicOrigin, token, expiresAt: signing.round.expiresAt });
    return { ...words, to: person.contact.email, messageId: `<${entry.id}@${new URL(publicOrigin).hostname}>` };
  };
}
