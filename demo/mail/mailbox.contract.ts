import { z } from '../../src/contract/schema.ts';

/** Where the mailbox asks, relative to its page: `GET brev`; a server shows each mail at `brev/<id>`. */
export const mailboxPath = 'brev';

/** A mail that has come, newest first in the list. */
const receivedMailSchema = z.object({
  id: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** Where the HTML is shown under a policy of its own; absent without a server. */
  page: z.optional(z.string()),
});
export type ReceivedMail = z.infer<typeof receivedMailSchema>;

export const mailboxSchema = z.object({ mails: z.array(receivedMailSchema) });
export type Mailbox = z.infer<typeof mailboxSchema>;

const nowhere = 'finns-inte.example';

/** Whether a mail to that address comes back, so that a visitor can see what a wrong address leads to. */
export const comesBack = (address: string): boolean => address.toLowerCase().endsWith(`@${nowhere}`);

/** The mail's HTML, its links leading out of the frame that it is shown in. */
export const framed = (html: string): string => html.replace('<head>', '<head><base target="_top">');
