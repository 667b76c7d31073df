import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseMessage } from '../../contract/case.ts';
import { replyLimits } from '../../contract/case.values.ts';
import type { CaseDoor } from './case-door.controller.ts';
import { SendingFiles } from './reply-files.controller.ts';
import { begunUploadIds, emptyReply, isKept, nextReply, uploadIds, type FileState, type ReplyInput, type ReplyState } from './reply.machine.ts';

/** So long somebody has paused before the draft is sent to the backend. */
const pause = 1000;

export interface ReplyOptions {
  /** Id of the case that may be answered; empty for none. */
  id: () => string;
  onSent: (caseId: string, message: CaseMessage) => void;
  onChange: (before: ReplyState, after: ReplyState) => void;
}

/** One reply as this tab remembers it. */
interface Memory {
  state: ReplyState;
  /** Keeps the same reply from being sent twice; a changed reply has a new one. */
  idempotency: { key: string; content: string } | undefined;
}

/**
 * Owns the reply to the case that stands open. What was written stays in memory and, a moment after the last letter, on the
 * backend: whatever becomes of the line, the session or the tab. Never in the browser's storage.
 */
export class ReplyController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #door: CaseDoor;
  readonly #options: ReplyOptions;
  /** By case id, which no two persons share. */
  readonly #memories = new Map<string, Memory>();
  readonly #sending: SendingFiles;
  #id = '';
  #fileCount = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Aborted when the session ends: a draft that comes later is somebody's who has left. */
  #run = new AbortController();
  /** The drafts on their way: one that came after the reply itself would be a draft of what is sent. */
  #saving: Promise<unknown> | undefined;
  /** Whether a reply is on the line, and not only waiting for a draft before it. */
  #posting = false;

  constructor(host: ReactiveControllerHost, door: CaseDoor, options: ReplyOptions) {
    this.#host = host;
    this.#door = door;
    this.#options = options;
    this.#sending = new SendingFiles(door);
    host.addController(this);
  }

  get state(): ReplyState {
    return this.#memories.get(this.#id)?.state ?? emptyReply;
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onLeave);
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onLeave);
    removeEventListener('online', this.#onOnline);
    this.#onLeave();
  }

  hostUpdate(): void {
    const id = this.#options.id();
    if (id === this.#id) return;
    this.#onLeave();
    this.#id = id;
    if (id) void this.#fetch(id);
  }

  write(text: string): void {
    this.#go(this.#id, { is: 'typed', text });
    this.#saveSoon();
  }

  /** Sends the files that may be sent, and says of the others why not. */
  add(files: readonly File[]): void {
    const id = this.#id;
    const rows = files.map(({ name, size }) => ({ key: (this.#fileCount += 1), name, size }));
    this.#go(id, { is: 'chose', files: rows, types: files.map(({ type }) => type) });
    for (const [index, { key }] of rows.entries()) {
      const row = this.state.files.find((one) => one.key === key);
      if (row?.state.at === 'sending') this.#sending.send(key, files[index]!, (state) => this.#moved(id, key, state));
    }
  }

  /** Goes on with a file that stopped. */
  resume(key: number): void {
    this.#sending.resume(key);
  }

  /** Takes a file away, wherever it is on its way. */
  remove(key: number): void {
    const { state } = this.state.files.find((file) => file.key === key) ?? {};
    // One from an earlier visit is on the backend alone.
    if (!this.#sending.remove(key) && state && 'id' in state && state.id) void this.#discard(state.id);
    this.#go(this.#id, { is: 'removed', key });
    this.#saveSoon();
  }

  async send(): Promise<void> {
    const id = this.#id;
    const before = this.state;
    this.#go(id, { is: 'pressed-send' });
    if (this.state === before || this.state.at !== 'sending') return;
    clearTimeout(this.#timer);
    const { text } = this.state;
    const reply = { text: text.trim(), uploadIds: uploadIds(this.state) };
    await this.#saving;
    if (!this.#memories.has(id)) return;
    this.#posting = true;
    const answer = await this.#door.call((backend) => backend.sendReply(id, reply, this.#keyOf(id, JSON.stringify(reply))));
    this.#posting = false;
    if (!this.#memories.has(id)) return;
    const had = this.#memories.get(id)?.state.files ?? [];
    this.#go(id, answer.ok ? { is: 'sent', text, uploadIds: reply.uploadIds } : { is: 'refused', problem: answer.problem });
    if (this.#id === id && this.state.draft === 'unsaved') this.#saveSoon();
    if (!answer.ok) return;
    const left = new Set(this.#memories.get(id)?.state.files.map(({ key }) => key));
    for (const { key } of had) if (!left.has(key)) this.#sending.release(key);
    this.#options.onSent(id, answer.value);
  }

  /** Throws away what is remembered once the session is over; what the backend does not hold only when `forGood`. */
  forget(forGood: boolean): void {
    clearTimeout(this.#timer);
    this.#run.abort();
    this.#run = new AbortController();
    if (forGood) this.#sending.removeAll();
    for (const [id, { state }] of this.#memories) if (forGood || isKept(state)) this.#memories.delete(id);
  }

  async #fetch(id: string): Promise<void> {
    const { signal } = this.#run;
    const answer = await this.#door.call((backend) => backend.draft(id, signal)).catch(() => undefined);
    if (!answer || signal.aborted) return;
    if (answer.ok) this.#go(id, { is: 'fetched', draft: answer.value });
    // What was written while the session or the line was gone is saved now.
    if (this.#id === id && ['unsaved', 'lost', 'saving'].includes(this.state.draft)) this.#saveSoon();
  }

  #moved(id: string, key: number, state: FileState): void {
    this.#go(id, { is: 'moved', key, state });
    if (id === this.#id && this.state.draft === 'unsaved') this.#saveSoon();
  }

  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), pause);
  }

  async #save(leaving = false): Promise<void> {
    clearTimeout(this.#timer);
    const id = this.#id;
    const { text, draft } = this.state;
    const isDue = draft === 'unsaved' || draft === 'lost' || (leaving && draft === 'saving');
    // Whoever leaves while the reply has yet to go would otherwise lose it.
    if (!id || !isDue || (this.state.at === 'sending' && (this.#posting || !leaving))) return;
    const request = { text: text.slice(0, replyLimits.characters), uploadIds: begunUploadIds(this.state) };
    this.#go(id, { is: 'saving' });
    const asked = this.#door.call((backend) => backend.saveDraft(id, request, { leaving }));
    this.#saving = Promise.all([this.#saving, asked]).then(() => {});
    const answer = await asked;
    if (this.#memories.has(id)) this.#go(id, answer.ok ? { is: 'saved', savedAt: answer.value.savedAt } : { is: 'not-saved' });
  }

  async #discard(uploadId: string): Promise<void> {
    await this.#door.call((backend) => backend.discardUpload(uploadId));
  }

  readonly #onLeave = (): void => void this.#save(true);

  readonly #onOnline = (): void => {
    void this.#save();
    for (const { key, state } of this.state.files) if (state.at === 'stopped' && !state.forGood) this.resume(key);
  };

  #keyOf(id: string, content: string): string {
    const memory = this.#memories.get(id);
    if (memory?.idempotency?.content === content) return memory.idempotency.key;
    const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    if (memory) memory.idempotency = { key, content };
    return key;
  }

  #go(id: string, input: ReplyInput): void {
    if (!id) return;
    const memory = this.#memories.get(id) ?? { state: emptyReply, idempotency: undefined };
    const before = memory.state;
    memory.state = nextReply(before, input);
    if (memory.state === before) return;
    this.#memories.set(id, memory);
    if (id === this.#id) this.#options.onChange(before, memory.state);
    this.#host.requestUpdate();
  }
}
