import { createTransport } from 'nodemailer';
import { MailError, sendable } from '../mail/mail-transport.ts';
import type { MailTransport } from '../mail/mail-transport.ts';
import type { MailSettings } from './mail-settings.ts';

/** Milliseconds. A server that stays silent for so long is asked again later. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Mails by way of an SMTP server, encrypted where it offers that; `sender` is the name that citizens read. */
export function smtpMail({ url, from }: MailSettings, sender: string): MailTransport {
  const smtp = createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(mail) {
      const { to, messageId, subject, text, html, language } = sendable(mail);
      try {
        await smtp.sendMail({
          from: { name: sender, address: from },
          to: { name: '', address: to },
          envelope: { from, to: [to] },
          messageId,
          subject,
          text,
          html,
          headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
        });
      } catch (cause) {
        throw new MailError(refusesForGood(cause) ? 'permanent' : 'temporary', { cause });
      }
    },
  };
}

/** Whether the server knows of no such address. That it will not have us, or what we write, may be mended. */
function refusesForGood(failure: unknown): boolean {
  if (!(failure instanceof Error && 'command' in failure && 'responseCode' in failure)) return false;
  const { command, responseCode } = failure;
  if (typeof responseCode !== 'number' || responseCode < 500) return false;
  // RFC 3463: subject 1 is the address, 2 its mailbox. A server that gives no such code answers about the address where it is named.
  const [, subject] = /^5\d\d[ -]5\.(\d+)\./.exec('response' in failure ? String(failure.response) : '') ?? [];
  return subject === undefined ? command === 'RCPT TO' : subject === '1' || subject === '2';
}
