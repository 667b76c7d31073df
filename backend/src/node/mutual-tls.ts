import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { BankIdTransport } from '../eid/bankid/bankid-client.ts';

/** A line on which both ends show a certificate. Certificates and keys are PEM. */
export interface MutualTls {
  /** The base address, without a slash at its end. */
  url: string;
  /** The only authority that the other end's certificate may come from. */
  authority: string;
  certificate: string;
  key: string;
  passphrase?: string | undefined;
  /** How long one call may take, in milliseconds. */
  timeLimit?: number | undefined;
}

/** So that an order's turn, which may hold three calls, ends before another process takes its place. */
const longestCall = 9000;
/** Shorter than servers keep an idle line, so that no call is sent into one that is being closed. */
const longestIdle = 4000;
const largestAnswer = 1024 * 1024;

/** Carries BankID's calls on such a line. By `https`, since Node's `fetch` cannot show a certificate. */
export function mutualTls({ url, authority, certificate, key, passphrase, timeLimit = longestCall }: MutualTls): BankIdTransport {
  // Made once: an agent that is given the files instead reads them for each line, and compares them for each call.
  const secureContext = createSecureContext({ ca: authority, cert: certificate, key, passphrase, minVersion: 'TLSv1.2' });
  const agent = new Agent({ secureContext, rejectUnauthorized: true, keepAlive: true, timeout: longestIdle });

  const ask = (address: string, body: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      // By hand: with a charset it would be answered 415.
      const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
      const call = request(address, { method: 'POST', agent, headers }, resolve);
      const timeUp = setTimeout(() => call.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })), timeLimit);
      call.on('close', () => clearTimeout(timeUp));
      call.on('error', reject);
      call.end(body);
    });

  return async (path, json) => {
    const answer = await ask(url + path, json);
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      length += chunk.byteLength;
      if (length > largestAnswer) throw new RangeError('an answer that is too long');
      chunks.push(chunk);
    }
    const reset = answer.headers['ratelimit-reset'];
    return { status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString(), rateLimitReset: typeof reset === 'string' ? reset : undefined };
  };
}
