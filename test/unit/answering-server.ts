import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, vi } from 'vitest';

/** A call as it reached the server. */
export interface Call {
  method: string | undefined;
  path: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A backend on this computer, new for each test, that answers as the test says. */
export interface AnsweringServer {
  readonly api: URL;
  calls: Call[];
  /** `call` counts from 1. */
  answer: (response: ServerResponse, call: number) => void;
  /** Answers every call alike; a body that is no text is sent as JSON. */
  sending(status: number, body?: unknown, headers?: Record<string, string>): void;
}

export function answeringServer(): AnsweringServer {
  let server: Server;
  const answering: AnsweringServer = {
    get api() {
      return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/`);
    },
    calls: [],
    answer: (response) => response.destroy(),
    sending(status, body, headers = {}) {
      answering.answer = (response) => response.writeHead(status, headers).end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
    },
  };

  beforeEach(async () => {
    answering.calls = [];
    vi.stubGlobal('navigator', { onLine: true });
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      answering.calls.push({ method: request.method, path: request.url, headers: request.headers, body });
      answering.answer(response, answering.calls.length);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    server.closeAllConnections();
    server.close();
  });
  return answering;
}

/** Makes every call get an answer that begins and never ends. Settles when somebody reads on in vain. */
export function answerWithoutEnd(): Promise<void> {
  return new Promise((reading) => {
    const body = ({ signal }: Request) => new ReadableStream({
      start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
      pull: () => reading(),
    }, { highWaterMark: 0 });
    vi.stubGlobal('fetch', async (request: Request) => new Response(body(request)));
  });
}
