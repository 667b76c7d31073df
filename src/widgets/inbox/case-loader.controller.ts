import type { LitElement } from 'lit';
import type { FocusController } from '../../kit/focus.controller.ts';
import type { CasePanel } from './case.panel.ts';
import type { Frame } from './inbox.frame.ts';

export interface CaseHooks {
  /** A case was read, or marked as having `unread` things to see. */
  onRead: (id: string, unread: number) => void;
  onClose: (id: string) => void;
}

/** Brings the code that draws one case when the first case is opened. */
export class CaseLoader {
  /** The case that was drawn last. */
  id = '';
  /** Set by the widget once its parts are made. */
  focus: FocusController | undefined;
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #hooks: CaseHooks;
  #panel: CasePanel | 'lost' | undefined;
  #asked = false;

  constructor(host: LitElement, frame: Frame, hooks: CaseHooks) {
    this.#host = host;
    this.#frame = frame;
    this.#hooks = hooks;
  }

  get waits(): boolean {
    if (!this.#frame.address.view.open) return false;
    return this.#panel === undefined ? this.#asked : this.#panel !== 'lost' && this.#panel.waits;
  }

  render(id: string, waiting: unknown): unknown {
    this.id = id;
    void this.#bring();
    if (this.#panel === 'lost') return this.#frame.problem({ code: 'unreachable' }, () => this.retry());
    return this.#panel?.ready ? this.#panel.render(waiting) : [this.#frame.heading(this.#frame.words.say('heading')), waiting];
  }

  retry(): void {
    if (this.#panel === 'lost') {
      this.#panel = undefined;
      this.#asked = false;
      this.#host.requestUpdate();
    } else {
      this.#panel?.retry();
    }
  }

  /** Nobody is logged in any longer. What was being written and is nowhere else is kept for whoever wrote it, unless they are gone `forGood`. */
  forget(forGood: boolean): void {
    if (this.#panel !== 'lost') this.#panel?.forget(forGood);
  }

  async #bring(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const fetched = await import('./case.panel.ts').catch(() => undefined);
    this.#panel = fetched ? new fetched.CasePanel(this.#host, this.#frame, this.#hooks, this.focus) : 'lost';
    this.#host.requestUpdate();
  }
}
