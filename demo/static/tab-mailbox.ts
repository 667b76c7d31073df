import type { SentMail } from '../../backend/src/mail/memory-mail.ts';
import type { Mailbox } from '../mail/mailbox.contract.ts';

/** What the mailbox is told of the mails that were sent in this tab, oldest first, by `from`. */
export function mailboxOf(sent: readonly SentMail[], from: string): Mailbox {
  // A mail that comes again under the same id is the same mail.
  const mails = [...new Map(sent.map((mail) => [mail.messageId, mail])).values()];
  return {
    mails: mails.reverse().map(({ messageId, sentAt, to, subject, text, html }) => ({
      id: messageId.replaceAll(/[^\w-]+/g, '_'),
      at: sentAt.toISOString(),
      from,
      to,
      subject,
      text,
      html,
    })),
  };
}
