import type { Clock } from '../clock.ts';
import { MailError, sendable } from './mail-transport.ts';
import type { Mail, MailTransport } from './mail-transport.ts';

export interface SentMail extends Mail {
  sentAt: Date;
}

export interface MemoryMail extends MailTransport {
  /** What was sent, oldest first. */
  readonly sent: SentMail[];
}

/** Keeps mails instead of sending them; `refuses` says which addresses take none. For the demo inside a browser, and for development. */
export function memoryMail(clock: Clock, refuses: (address: string) => boolean = () => false): MemoryMail {
  const sent: SentMail[] = [];
  return {
    sent,
    async send(mail) {
      if (refuses(sendable(mail).to)) throw new MailError('permanent');
      sent.push({ ...mail, sentAt: clock.now() });
    },
  };
}
