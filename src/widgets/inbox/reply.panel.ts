import type { LitElement, TemplateResult } from 'lit';
import type { CaseMessage } from '../../contract/case.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import type { WordsController } from '../../portal/words.controller.ts';
import type { CaseWords } from './case.text.ts';
import { KommunReplySentEvent } from './inbox.events.ts';
import type { Frame } from './inbox.frame.ts';
import { ReplyController } from './reply.controller.ts';
import type { ReplyFile, ReplyState } from './reply.machine.ts';
import { spokenOfReply } from './reply.speech.ts';
import { replyView } from './reply.view.ts';

export interface ReplyPanelOptions {
  words: WordsController<CaseWords>;
  /** Words for the codes that only a case has. */
  more: (key: string) => string;
  /** Id of the case that may be answered; empty for none. */
  id: () => string;
  onSent: (message: CaseMessage) => void;
}

/** Where a message to the municipality is written, with files, and sent. */
export class ReplyPanel {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #focus: FocusController | undefined;
  readonly #options: ReplyPanelOptions;
  readonly #reply: ReplyController;

  constructor(host: LitElement, frame: Frame, focus: FocusController | undefined, options: ReplyPanelOptions) {
    this.#host = host;
    this.#frame = frame;
    this.#focus = focus;
    this.#options = options;
    this.#reply = new ReplyController(host, frame.door, {
      id: options.id,
      onSent: (id, message) => this.#onSent(id, message),
      onChange: (before, after) => this.#onChange(before, after),
    });
  }

  /** Throws away what was being written, or what the backend has of it when not `forGood`. */
  forget(forGood: boolean): void {
    this.#reply.forget(forGood);
  }

  render(): TemplateResult {
    const { words: { say, language }, more } = this.#options;
    return replyView({
      state: this.#reply.state,
      say,
      language,
      sentence: (problem) => this.#frame.sentence(problem, more),
      onWrite: (text) => this.#reply.write(text),
      onSend: () => void this.#reply.send(),
      onChoose: (files) => this.#reply.add(files),
      onResume: ({ key }) => this.#reply.resume(key),
      onRemove: (file) => this.#remove(file),
    });
  }

  #remove({ key, name }: ReplyFile): void {
    const keys = this.#reply.state.files.map((file) => file.key);
    const next = keys[keys.indexOf(key) + 1] ?? keys[keys.indexOf(key) - 1];
    this.#reply.remove(key);
    this.#focus?.moveTo(next === undefined ? '#files' : `[data-file="${next}"] [data-remove]`);
    this.#frame.announce(this.#options.words.say('file.gone', { name }));
  }

  #onSent(id: string, message: CaseMessage): void {
    this.#host.dispatchEvent(new KommunReplySentEvent(id));
    // Whoever has gone on to another case meets the message when they are back.
    if (id !== this.#options.id()) return;
    this.#options.onSent(message);
    this.#frame.announce(this.#options.words.say('reply.sent'));
    this.#focus?.moveTo(`#message-${CSS.escape(message.id)}`);
  }

  #onChange(before: ReplyState, after: ReplyState): void {
    const { words: { say }, more } = this.#options;
    for (const sentence of spokenOfReply(before, after, say, (problem) => this.#frame.sentence(problem, more))) this.#frame.announce(sentence);
    // What is missing is said where it is missing.
    if (typeof after.at === 'object' && after.at !== before.at) this.#focus?.moveTo('#text');
  }
}
