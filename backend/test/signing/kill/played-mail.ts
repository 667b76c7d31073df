import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MailTransport } from '../../../src/mail/mail-transport.ts';
import type { ProcessSetting } from './kill-setting.ts';

/** The mail server, in the process that is never killed. */
export interface PlayedMail {
  url: string;
  /** The ids of the mails that it has taken. */
  taken: ReadonlySet<string>;
  close(): void;
}

/** Starts the mail server; `onTaken` hears which process has just handed a mail over, and does not know yet that it was taken. */
export async function playMail(onTaken: (process: number) => void): Promise<PlayedMail> {
  const taken = new Set<string>();
  const server = createServer(async (request, response) => {
    let messageId = '';
    for await (const piece of request) messageId += String(piece);
    taken.add(messageId);
    onTaken(Number(request.headers['process']));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The mail server as a backend process reaches it. */
export const remoteMail = ({ mailUrl, index }: ProcessSetting): MailTransport => ({
  async send({ messageId }) {
    await (await fetch(mailUrl, { method: 'POST', body: messageId, headers: { Process: String(index) } })).text();
  },
});
