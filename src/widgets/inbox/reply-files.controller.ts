import type { SendingFile } from '../../client/send-file.ts';
import type { CaseDoor } from './case-door.controller.ts';
import type { FileState } from './reply.machine.ts';

/** One file, and what sends it once the code that sends has come. */
interface Row {
  readonly file: File;
  readonly onChange: (state: FileState) => void;
  sending?: SendingFile;
}

/** The files that this tab is sending, or has sent and can still take back, by the key of their row. */
export class SendingFiles {
  readonly #door: CaseDoor;
  readonly #rows = new Map<number, Row>();

  constructor(door: CaseDoor) {
    this.#door = door;
  }

  /** Sends `file`; what becomes of it is told to `onChange`, never thrown. */
  send(key: number, file: File, onChange: (state: FileState) => void): void {
    const row = { file, onChange };
    this.#rows.set(key, row);
    void this.#begin(row, () => this.#rows.get(key) === row);
  }

  /** Goes on with a file that stopped, or had not begun. */
  resume(key: number): void {
    const row = this.#rows.get(key);
    if (!row) return;
    if (row.sending) return row.sending.resume();
    row.onChange({ at: 'sending', sent: 0 });
    void this.#begin(row, () => this.#rows.get(key) === row);
  }

  /** Takes a file away, wherever it is on its way. False for one that this tab has never sent. */
  remove(key: number): boolean {
    const isOurs = this.#rows.has(key);
    void this.#rows.get(key)?.sending?.cancel();
    this.release(key);
    return isOurs;
  }

  /** Lets go of a file that belongs to a reply now. */
  release(key: number): void {
    this.#rows.delete(key);
  }

  removeAll(): void {
    for (const key of [...this.#rows.keys()]) this.remove(key);
  }

  /** One taken away before it had begun is not sent. */
  async #begin(row: Row, isWanted: () => boolean): Promise<void> {
    const begun = await this.#door.call(async (backend) => ({ ok: true, value: isWanted() ? backend.sendFile(row.file, row.onChange) : undefined }));
    if (!isWanted()) return void (begun.ok && begun.value?.cancel());
    if (!begun.ok) row.onChange({ at: 'stopped', problem: begun.problem, forGood: false });
    else if (begun.value) row.sending = begun.value;
  }
}
