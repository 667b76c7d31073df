import { callbackify } from 'node:util';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** An SMTP server on this computer, for one test. */
export interface TestMailServer {
  url: string;
  port: number;
  /** What has come, oldest first. */
  received: { from: string; to: string[]; mail: ParsedMail }[];
  /** How it answers each recipient, or a whole message, from now on: a code from 400 refuses it, in those words. */
  answer: { sender: number; recipient: number; message: number; words: string };
  stop(): Promise<void>;
}

/** Starts a real SMTP server; port 0 is any. */
export async function mailServer(port = 0): Promise<TestMailServer> {
  const received: TestMailServer['received'] = [];
  const answer = { sender: 250, recipient: 250, message: 250, words: 'refused' };
  const refusal = (code: number) => (code < 400 ? null : Object.assign(new Error(answer.words), { responseCode: code }));
  async function take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession) {
    const mail = await simpleParser(stream);
    const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
    const refused = refusal(answer.message);
    if (refused) throw refused;
    received.push({ from, to: envelope.rcptTo.map(({ address }) => address), mail });
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (...[, , callback]) => callback(refusal(answer.sender)),
    onRcptTo: (...[, , callback]) => callback(refusal(answer.recipient)),
    onData: callbackify(take),
  });
  server.on('error', () => {});
  const listening = await new Promise<number>((resolve) => {
    const { server: socket } = server;
    server.listen(port, '127.0.0.1', () => {
      const address = socket.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(stop);
  return { url: `smtp://127.0.0.1:${listening}`, port: listening, received, answer, stop };
}
