import { mailAddress } from '../mail/mail-transport.ts';
import type { Environment } from './production-guard.ts';

/** How mails leave: by which SMTP server, and from which address. */
export interface MailSettings {
  url: string;
  from: string;
}

/** As `SMTP_URL` and `MAIL_FROM` say; absent when neither is set. */
export function mailSettings({ SMTP_URL: url, MAIL_FROM: from }: Environment): MailSettings | undefined {
  return url && from ? { url, from } : undefined;
}

/** What is wrong with the settings, in words for whoever starts the server. No value is repeated: the address may hold a password. */
export function mailFaults({ SMTP_URL: url, MAIL_FROM: from }: Environment): string[] {
  const faults: string[] = [];
  if (url && !(/^smtps?:\/\/[^/]/.test(url) && URL.canParse(url))) faults.push('SMTP_URL has to be an address such as smtps://user:password@mail.example.se');
  if (from && !mailAddress(from)) faults.push('MAIL_FROM has to be one e-mail address, such as no-reply@example.se');
  if (Boolean(url) !== Boolean(from)) faults.push('SMTP_URL and MAIL_FROM have to be set together');
  return faults;
}
