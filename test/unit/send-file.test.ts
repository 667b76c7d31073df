import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendFile, type FileOnItsWay } from '../../src/client/send-file.ts';

// The library as a browser is given it.
vi.mock('tus-js-client', () => import('../../node_modules/tus-js-client/lib.esm/browser/index.js' as string));

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  withCredentials: boolean;
  aborted: boolean;
}
/** What comes back: `cut` for a line that breaks, `silence` for nothing at all. */
type Scripted = { status: number; headers?: Record<string, string>; text?: string } | 'cut' | 'silence';

let sent: Sent[];
let answer: (request: Sent, number: number) => Scripted;

/** A browser's request, as far as the library uses one. */
class ScriptedRequest {
  readonly upload: object = {};
  withCredentials = false;
  status = 0;
  responseText = '';
  onload?: () => void;
  onerror?: (event: unknown) => void;
  #headers: Record<string, string> = {};
  readonly #sent: Sent = { method: '', path: '', headers: {}, withCredentials: false, aborted: false };

  open(method: string, url: string): void {
    Object.assign(this.#sent, { method, path: new URL(url).pathname });
  }
  setRequestHeader(name: string, value: string): void {
    this.#sent.headers[name.toLowerCase()] = value;
  }
  send(): void {
    this.#sent.withCredentials = this.withCredentials;
    const scripted = answer(this.#sent, sent.push(this.#sent));
    if (scripted === 'silence') return;
    if (scripted === 'cut') return queueMicrotask(() => this.onerror?.(new Event('error')));
    Object.assign(this, { status: scripted.status, responseText: scripted.text ?? '' });
    this.#headers = scripted.headers ?? {};
    queueMicrotask(() => this.onload?.());
  }
  abort(): void {
    this.#sent.aborted = true;
  }
  getResponseHeader(name: string): string | null {
    return this.#headers[name] ?? null;
  }
}

const endpoint = new URL('https://kommun.test/api/v1/uploads');
const made: Scripted = { status: 201, headers: { Location: 'https://kommun.test/api/v1/uploads/u1' } };
const whole: Scripted = { status: 204, headers: { 'Upload-Offset': '3' } };
const refusal = (status: number, code: string): Scripted => ({ status, text: JSON.stringify({ type: 'urn:x', title: 'x', status, code, traceId: 't' }) });

/** A file of three bytes that is being sent, and everything that was told of it. */
function sending() {
  const told: FileOnItsWay[] = [];
  const file = sendFile(endpoint, new File(['abc'], 'intyg.pdf'), (state) => told.push(state));
  const last = async (at: FileOnItsWay['at']) => {
    await vi.waitFor(() => expect(told.at(-1)?.at).toBe(at));
    return told.at(-1);
  };
  return { file, told, last };
}

beforeEach(() => {
  sent = [];
  vi.stubGlobal('XMLHttpRequest', ScriptedRequest);
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

describe('sending a file', () => {
  it('goes to the backend whole, as from the widget of whoever is logged in', async () => {
    answer = (_, number) => (number === 1 ? made : whole);
    expect(await sending().last('sent')).toEqual({ at: 'sent', id: 'u1' });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/uploads', 'PATCH /api/v1/uploads/u1']);
    for (const one of sent) expect(one).toMatchObject({ withCredentials: true, headers: { 'x-widget-client': '1' } });
  });

  it('goes on by itself after a cut, from where the backend says', async () => {
    answer = ({ method }, number) => {
      if (number === 1) return made;
      if (number === 2) return 'cut';
      return method === 'HEAD' ? { status: 200, headers: { 'Upload-Offset': '2', 'Upload-Length': '3' } } : whole;
    };
    await sending().last('sent');
    expect(sent.at(-1)).toMatchObject({ method: 'PATCH', headers: { 'upload-offset': '2' } });
  });

  it('stops when nobody is logged in any longer, and goes on when somebody is', async () => {
    answer = () => refusal(401, 'not-logged-in');
    const { file, last } = sending();
    expect(await last('stopped')).toEqual({ at: 'stopped', problem: { code: 'not-logged-in', status: 401, traceId: 't' }, forGood: false });
    answer = ({ method }) => (method === 'POST' ? made : whole);
    file.resume();
    expect(await last('sent')).toEqual({ at: 'sent', id: 'u1' });
  });

  it.each([
    [413, 'upload-too-large', true],
    [415, 'upload-type-not-allowed', true],
    [423, 'conflict', false],
  ])('tells, when it is refused with a %i, whether the same file would be again', async (status, code, forGood) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer = () => refusal(status, code);
    const { last } = sending();
    const stopped = last('stopped');
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(await stopped).toEqual({ at: 'stopped', problem: { code, status, traceId: 't' }, forGood });
  });

  it('takes back what has come when it is cancelled, and tells no more', async () => {
    answer = ({ method }) => (method === 'POST' ? made : method === 'DELETE' ? { status: 204 } : 'silence');
    const { file, told } = sending();
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    const before = told.length;
    await file.cancel();
    expect(sent[1]!.aborted).toBe(true);
    expect(sent.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v1/uploads/u1' });
    expect(told).toHaveLength(before);
  });

  it('takes nothing back that the backend has refused, since it has thrown that away itself', async () => {
    answer = (_, number) => (number === 1 ? made : refusal(415, 'upload-type-not-allowed'));
    const { file, last } = sending();
    await last('stopped');
    await file.cancel();
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'PATCH']);
  });
});
