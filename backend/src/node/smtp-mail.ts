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

/** Whether the server will not have this mail, or this address. That it will not have us may be mended. */
function refusesForGood(failure: unknown): boolean {
  if (!(failure instanceof Error && 'command' in failure && 'responseCode' in failure)) return false;
  const { command, responseCode } = failure;
  return (command === 'RCPT TO' || command === 'DATA') && typeof responseCode === 'number' && responseCode >= 500;
}
