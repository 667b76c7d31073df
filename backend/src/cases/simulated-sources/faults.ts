import type { MiddlewareHandler } from 'hono';

/** What can be made to go wrong with a whole answer. */
export const answerFaults = [
  'slow-drip',
  'half-answer',
  'html-page',
  'wrong-charset',
  'unauthorized',
  'not-found',
  'server-error',
  'unavailable',
  'redirect',
  'endless',
] as const;

/** What can be made to go wrong with the rows of a list. */
export const rowFaults = ['many-rows', 'unknown-status', 'missing-fields', 'entity-bomb'] as const;

export type AnswerFault = (typeof answerFaults)[number];
export type RowFault = (typeof rowFaults)[number];
export type Fault = AnswerFault | RowFault;

/** What is wrong with a simulator now. `path` limits it to requests whose path it matches. */
export class Faults {
  #current: { fault: Fault; path: RegExp } | undefined;

  script(fault: Fault | undefined, path = /^/): void {
    this.#current = fault && { fault, path };
  }

  at(path: string): Fault | undefined {
    return this.#current?.path.test(path) ? this.#current.fault : undefined;
  }
}

const turnsAway: readonly Fault[] = ['unauthorized', 'not-found', 'unavailable', 'redirect'];
const html = '<!DOCTYPE html><html lang="sv"><head><title>Fel</title></head><body><p>Något gick fel på servern</p></body></html>';
const htmlType = { 'Content-Type': 'text/html;charset=ISO-8859-1' };

/** Answers in place of the simulator, or spoils what it answered, when a fault of that kind is scripted. */
export function spoilAnswers(faults: Faults): MiddlewareHandler {
  return async (c, next) => {
    const fault = faults.at(c.req.path);
    // Whoever is turned away at the door has nothing done for them.
    if (!fault || !turnsAway.includes(fault)) await next();
    const spoilt = fault && (await spoiltAnswer(fault, c.res));
    if (!spoilt) return;
    // Hono would otherwise add the headers of the answer that is replaced.
    c.res = undefined;
    c.res = spoilt;
  };
}

async function spoiltAnswer(fault: Fault, answer: Response): Promise<Response | undefined> {
  const headers = { 'Content-Type': answer.headers.get('Content-Type') ?? 'text/plain' };
  switch (fault) {
    case 'slow-drip':
      return new Response(drip(new Uint8Array(await answer.arrayBuffer())), { headers });
    case 'half-answer':
      return half(new Uint8Array(await answer.arrayBuffer()), headers);
    case 'html-page':
      return new Response(html, { headers: htmlType });
    case 'wrong-charset':
      return wronglyLabelled(answer);
    case 'unauthorized':
      return new Response(html, { status: 401, headers: htmlType });
    case 'not-found':
      return new Response(html, { status: 404, headers: htmlType });
    case 'server-error':
      return new Response(html, { status: 500, headers: htmlType });
    case 'unavailable':
      return new Response(html, { status: 503, headers: { ...htmlType, 'Retry-After': '60' } });
    case 'redirect':
      return new Response(null, { status: 302, headers: { Location: '/login' } });
    case 'endless':
      return new Response(endless(), { headers });
    default:
      return undefined;
  }
}

/** A byte, and then nothing for as long as anybody waits. */
const drip = (bytes: Uint8Array) => new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(bytes.subarray(0, 1)) });

/** The first half, and then the line is cut although more was promised. */
function half(bytes: Uint8Array, headers: Record<string, string>): Response {
  const sent = bytes.slice(0, Math.floor(bytes.byteLength / 2));
  const body = new ReadableStream<Uint8Array>({ start: (stream) => (stream.enqueue(sent), stream.close()) });
  return new Response(body, { headers: { ...headers, 'Content-Length': String(bytes.byteLength), Connection: 'close' } });
}

const endless = () => new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new Uint8Array(1 << 20).fill(32)) });

/** Swedish letters in ISO-8859-1, said to be UTF-8. */
async function wronglyLabelled(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const charset = /iso-8859-1/i.test(answer.headers.get('Content-Type') ?? '') ? 'iso-8859-1' : 'utf-8';
  const text = new TextDecoder(charset).decode(bytes).replace(/ encoding="[^"]+"/, '');
  const mediaType = (answer.headers.get('Content-Type') ?? '').split(';')[0];
  return new Response(latin1(text), { headers: { 'Content-Type': `${mediaType};charset=UTF-8` } });
}

/** The text in ISO-8859-1; what that charset lacks is written as a numbered character. */
export function latin1(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replace(/[\u{100}-\u{10ffff}]/gu, (character) => `&#${character.codePointAt(0) ?? 63};`);
  const bytes = new Uint8Array(plain.length);
  for (let index = 0; index < plain.length; index += 1) bytes[index] = plain.charCodeAt(index);
  return bytes;
}
