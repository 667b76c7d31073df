import { createAdaptorServer } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { Server } from 'node:http';

/** What answers a request; the bindings hold Node's own request and response. */
export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** An HTTP server that is taking requests. */
export interface HttpListener {
  port: number;
  /** Takes no more, lets requests under way be answered, and cuts off what is left after `patienceMs`. */
  close(patienceMs: number): Promise<void>;
}

const mostTries = 50;

/** Listens on `port`, or when it is taken on the next one that is free; 0 is any. */
export async function listen(fetch: Fetch, port: number, host: string): Promise<HttpListener> {
  const server = createAdaptorServer({ fetch: (request, bindings) => fetch(request, bindings as HttpBindings) });
  if (!(server instanceof Server)) throw new TypeError('an HTTP/1.1 server was expected');
  for (let tries = 1; !(await isListening(server, port, host)); tries += 1, port += 1) {
    if (tries === mostTries) throw new Error(`No free port was found from ${port - mostTries + 1} to ${port}.`);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('a TCP address was expected');
  return { port: address.port, close: (patienceMs) => close(server, patienceMs) };
}

/** @throws for any cause but a port that is taken. */
function isListening(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (failure: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (failure.code === 'EADDRINUSE') resolve(false);
      else reject(failure);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}

async function close(server: Server, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive becomes idle only after its last answer, so once is not enough.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
