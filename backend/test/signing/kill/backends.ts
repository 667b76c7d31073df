import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { clientHeader } from '../../../../src/contract/paths.ts';
import { apiBase } from '../../../src/openapi/operations.ts';
import { publicOrigin } from '../../test-municipality.ts';
import type { ProcessSetting } from './kill-setting.ts';

const patience = 8000;

interface Running {
  child: ChildProcess;
  /** Absent until it takes calls. */
  port?: number;
}

/** What came back of a call; nothing when the process, or the line to it, broke. */
export type Answer = { status: number; code: string | undefined; json: unknown; cookies: string[] } | undefined;

/** Two backends on one database. Whoever is killed is started anew. */
export class Backends {
  /** All that the processes have written in their logs, and all that they have answered. */
  readonly written: string[] = [];
  kills = 0;
  readonly #file: string;
  readonly #setting: Omit<ProcessSetting, 'index'>;
  readonly #running: Running[] = [];
  #isOver = false;

  /** `file` is the process, as JavaScript. */
  constructor(file: string, setting: Omit<ProcessSetting, 'index'>) {
    this.#file = file;
    this.#setting = setting;
  }

  async start(): Promise<void> {
    await Promise.all([0, 1].map((index) => this.#run(index)));
  }

  /** Ends the process without a warning. One that has not come up yet is left alone, or none ever would. */
  kill(index: number): void {
    const running = this.#running[index];
    if (running?.port === undefined || this.#isOver) return;
    this.kills += 1;
    running.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(
      this.#running.map(async ({ child }) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill('SIGKILL');
        await once(child, 'exit');
      }),
    );
  }

  async call(index: number, method: string, path: string, cookie: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const port = this.#running[index]?.port;
    if (port === undefined) return undefined;
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${apiBase}/${path}`, {
        method,
        headers: { Cookie: cookie, Origin: publicOrigin, [clientHeader.name]: clientHeader.value, 'Content-Type': 'application/json', ...headers },
        signal: AbortSignal.timeout(patience),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      this.written.push(text);
      const json: unknown = text === '' ? undefined : JSON.parse(text);
      return { status: answer.status, code: codeIn(json), json, cookies: answer.headers.getSetCookie() };
    } catch {
      return undefined;
    }
  }

  async #run(index: number): Promise<void> {
    const child = spawn(process.execPath, [this.#file, JSON.stringify({ ...this.#setting, index })], { stdio: ['ignore', 'pipe', 'pipe'] });
    const running: Running = { child };
    this.#running[index] = running;
    child.stderr.on('data', (piece: Buffer) => void this.written.push(piece.toString()));
    child.once('exit', () => {
      delete running.port;
      if (!this.#isOver) void this.#run(index);
    });
    const [first] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [''])])) as [Buffer | string];
    const port = Number(first.toString());
    if (port > 0) running.port = port;
  }
}

function codeIn(json: unknown): string | undefined {
  return typeof json === 'object' && json !== null && 'code' in json && typeof json.code === 'string' ? json.code : undefined;
}
