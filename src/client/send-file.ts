import type { DetailedError, HttpResponse, Upload } from 'tus-js-client';
import { clientHeader } from '../contract/portal.paths.ts';
import type { Problem } from '../contract/problem.ts';
import { noAnswer, problemOf } from './problem-of.ts';

/** How far a file has come. `id` is known from when the backend has accepted it. */
export type FileOnItsWay =
  | { at: 'sending'; sent: number; id?: string }
  | { at: 'sent'; id: string }
  /** `forGood` when the same file would be refused again. */
  | { at: 'stopped'; problem: Problem; forGood: boolean; id?: string };

/** A file that is being sent. */
export interface SendingFile {
  /** Goes on from where it was cut. */
  resume(): void;
  /** Stops, and throws away what has come. */
  cancel(): Promise<void>;
}

/** A line that is cut costs at most this much to send again. */
const piece = 2 * 1024 * 1024;

/** After a cut: at once, and then more seldom. Then the citizen decides. */
const pauses = [0, 1000, 3000, 5000];

/**
 * Sends `file` to `endpoint` by tus 1.0, so that a cut costs only what was on its way. The library comes when the first
 * file does; nothing of it or of the file is stored in the browser.
 */
export function sendFile(endpoint: URL, file: File, onChange: (file: FileOnItsWay) => void): SendingFile {
  let upload: Upload | undefined;
  let cancelled = false;
  let refused = false;

  const tell = (state: FileOnItsWay) => {
    if (!cancelled) onChange(state);
  };
  const known = () => {
    const id = upload?.url?.split('/').pop();
    return id ? { id } : {};
  };
  const begin = async () => {
    tell({ at: 'sending', sent: 0, ...known() });
    const tus = upload ? undefined : await import('tus-js-client').catch(() => undefined);
    if (cancelled) return;
    if (tus) {
      upload = new tus.Upload(file, {
        endpoint: endpoint.href,
        chunkSize: piece,
        metadata: { filename: file.name },
        headers: { [clientHeader.name]: clientHeader.value },
        retryDelays: pauses,
        storeFingerprintForResuming: false,
        onBeforeRequest: (request) => {
          const under: unknown = request.getUnderlyingObject();
          if (under instanceof XMLHttpRequest) under.withCredentials = true;
        },
        onProgress: (sent) => tell({ at: 'sending', sent, ...known() }),
        onSuccess: () => tell({ at: 'sent', id: known().id ?? '' }),
        onError: (error) => {
          const problem = reasonOf(error);
          refused = isForGood(problem);
          tell({ at: 'stopped', problem, forGood: refused, ...known() });
        },
      });
    }
    if (upload) upload.start();
    else tell({ at: 'stopped', problem: noAnswer(), forGood: false });
  };

  void begin();
  return {
    resume: () => void begin(),
    async cancel() {
      cancelled = true;
      // What the backend has refused it has thrown away.
      await upload?.abort(Boolean(upload.url) && !refused).catch(() => undefined);
    },
  };
}

function isForGood({ status = 0 }: Problem): boolean {
  return status >= 400 && status < 500 && ![401, 408, 409, 423, 429].includes(status);
}

function reasonOf(error: Error | DetailedError): Problem {
  const answer: HttpResponse | null | undefined = 'originalResponse' in error ? error.originalResponse : undefined;
  if (!answer) return noAnswer();
  const retryAfter = answer.getHeader('Retry-After');
  const response = new Response(null, { status: answer.getStatus(), headers: retryAfter ? { 'Retry-After': retryAfter } : {} });
  return problemOf(response, readable(answer.getBody()));
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
