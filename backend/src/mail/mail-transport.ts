import { z } from '../../../src/contract/schema.ts';

/** A mail to one person, ready to be sent. */
export interface Mail {
  to: string;
  /** `<id@host>`: the same however often the same mail is tried, so that a mailbox can tell a repetition. */
  messageId: string;
  subject: string;
  text: string;
  html: string;
  language: string;
}

/** Why a mail was not taken: `permanent` when its address takes none, `temporary` when another try may do. No address is in it. */
export class MailError extends Error {
  readonly code: 'permanent' | 'temporary';
  constructor(code: MailError['code'], options?: ErrorOptions) {
    super(code, options);
    this.name = 'MailError';
    this.code = code;
  }
}

/** Where mails leave the backend. */
export interface MailTransport {
  /** Settles when the mail is out of our hands, on its way. @throws MailError */
  send(mail: Mail): Promise<void>;
}

const oneLine = z.string().check(z.maxLength(300), z.regex(/^[^\p{Cc}\u2028\u2029]+$/u));
const address = z.email().check(z.maxLength(254), z.regex(/^[\x21-\x7e]+$/));

/** What may stand in a mail's head: nothing there can begin another line, or another address. */
const headSchema = z.object({
  to: address,
  messageId: z.string().check(z.maxLength(250), z.regex(/^<[\w.-]+@[\w.-]+>$/)),
  subject: oneLine,
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
});

/** The address as mails go to it; absent when it is none. */
export const mailAddress = (text: string): string | undefined => address.safeParse(text).data;

/** The mail itself, if each line of its head is one. @throws MailError `permanent` */
export function sendable(mail: Mail): Mail {
  if (!headSchema.safeParse(mail).success) throw new MailError('permanent');
  return mail;
}
