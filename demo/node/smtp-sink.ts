import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { callbackify } from 'node:util';
import { comesBack, type ReceivedMail } from '../mail/mailbox.contract.ts';

/** An SMTP server of the demo's own, that only this computer reaches and that passes nothing on. */
export interface SmtpSink {
  /** How the backend is told to send its mails there. */
  env: { SMTP_URL: string; MAIL_FROM: string };
  /** What has come, newest first; the latest hundreds. */
  mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

const mostKept = 500;
const refused = Object.assign(new Error('No such mailbox here'), { responseCode: 550 });

/** Starts the server, on a port of its own. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const keep = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const mail = await received(stream, session);
    // A mail that comes again under the same id is the same mail.
    if (!mails.some(({ id }) => id === mail.id)) mails.unshift(mail);
    mails.length = Math.min(mails.length, mostKept);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, callback) => callback(comesBack(address) ? refused : null),
    onData: callbackify(keep),
  });
  // A client that hangs up in the middle is no matter here.
  server.on('error', () => {});
  const port = await listening(server);
  return {
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'svara-inte@almhult.example' },
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listening(server: SMTPServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function received(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<ReceivedMail> {
  const { messageId = crypto.randomUUID(), from, subject = '', text = '', html } = await simpleParser(stream);
  const id = messageId.replaceAll(/[^\w-]+/g, '_');
  const sender = from?.value[0];
  return {
    id,
    at: new Date().toISOString(),
    from: sender?.name || sender?.address || '',
    to: envelope.rcptTo.map(({ address }) => address).join(', '),
    subject,
    text,
    html: html || '',
    page: `brev/${id}`,
  };
}
