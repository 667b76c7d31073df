import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EidProgress, EidStart } from '../../../src/eid/eid-provider.ts';
import { identityOf } from '../persons.ts';

/**
 * The e-ID, in the process that is never killed. It keeps a result, to be asked for again, where BankID tells one once:
 * so whatever is lost is lost by us, and not by the process that was killed before it could write what it heard.
 */
export interface PlayedEid {
  url: string;
  /** Whoever holds the phone approves. */
  approve(ref: string, person: string): void;
  close(): void;
}

interface Order {
  start: EidStart;
  person?: string;
}

/** Starts the e-ID; `onSigned` hears which process has just been told that somebody has signed. */
export async function playEid(onSigned: (process: number) => void): Promise<PlayedEid> {
  const orders = new Map<string, Order>();

  function answer(path: string, body: { ref?: string } & Partial<EidStart>): unknown {
    if (path === '/start') {
      const ref = randomUUID();
      orders.set(ref, { start: body as EidStart });
      return { ref };
    }
    const order = orders.get(body.ref ?? '');
    if (path === '/cancel') orders.delete(body.ref ?? '');
    return order ? progressOf(order) : ({ status: 'failed', hint: 'cancelled' } satisfies EidProgress);
  }

  const server = createServer(async (request, response) => {
    let text = '';
    for await (const piece of request) text += String(piece);
    const said = answer(request.url ?? '', JSON.parse(text));
    response.end(JSON.stringify(said));
    if (request.url === '/collect' && (said as EidProgress).status === 'complete') onSigned(Number(request.headers['process']));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    approve: (ref, person) => void Object.assign(orders.get(ref) ?? {}, { person }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function progressOf({ start: { visibleText, signing }, person }: Order): EidProgress {
  if (person === undefined) return { status: 'pending', hint: 'outstandingTransaction' };
  return {
    status: 'complete',
    identity: identityOf(person),
    evidence: { visibleText, nonVisibleText: signing?.nonVisibleText ?? '', signature: 'c2lnbmF0dXJl' },
  };
}
