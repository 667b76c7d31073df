import type { SendingFile } from '../../client/send-file.ts';
import type { CaseDoor } from './case-door.controller.ts';
import type { FileState } from './reply.machine.ts';

/** The files that this tab is sending, or has sent and can still take back, by the key of their row. */
export class SendingFiles {
  readonly #door: CaseDoor;
  readonly #files = new Map<number, SendingFile>();
  /** Rows whose file is to be sent; one taken away before it had begun is not. */
  readonly #wanted = new Set<number>();

  constructor(door: CaseDoor) {
    this.#door = door;
  }

  /** Sends `file`; what becomes of it is told to `onChange`, never thrown. */
  async send(key: number, file: File, onChange: (state: FileState) => void): Promise<void> {
    this.#wanted.add(key);
    const begun = await this.#door.call(async (backend) => ({ ok: true, value: this.#wanted.has(key) ? backend.sendFile(file, onChange) : undefined }));
    if (!begun.ok) return onChange({ at: 'stopped', problem: begun.problem, forGood: false });
    if (begun.value) this.#files.set(key, begun.value);
  }

  /** Goes on with a file that stopped. */
  resume(key: number): void {
    this.#files.get(key)?.resume();
  }

  /** Takes a file away, wherever it is on its way. False for one that this tab has never sent. */
  remove(key: number): boolean {
    const isOurs = this.#wanted.has(key);
    void this.#files.get(key)?.cancel();
    this.release(key);
    return isOurs;
  }

  /** Lets go of a file that belongs to a reply now. */
  release(key: number): void {
    this.#files.delete(key);
    this.#wanted.delete(key);
  }

  removeAll(): void {
    for (const key of [...this.#wanted]) this.remove(key);
  }
}
