import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChildrenDoor } from './children-door.controller.ts';
import { nextChildren, type ChildrenInput, type ChildrenState } from './children.machine.ts';

export interface ChildrenQuestion {
  /** Names the session of whoever it is asked for; empty for nobody. */
  session: () => string;
  /** Id of the e-service; empty for none. */
  service: () => string;
  multiple: () => boolean;
  onChange: (before: ChildrenState, after: ChildrenState) => void;
}

/** Owns the list of children and who of them is chosen: asks when somebody has logged in, and forgets the names when they have not. */
export class ChildrenController implements ReactiveController {
  state: ChildrenState = { at: 'idle', wanted: undefined };
  readonly #host: ReactiveControllerHost;
  readonly #door: ChildrenDoor;
  readonly #options: ChildrenQuestion;
  #asked = '';
  #run = new AbortController();

  constructor(host: ReactiveControllerHost, door: ChildrenDoor, options: ChildrenQuestion) {
    this.#host = host;
    this.#door = door;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.#options.session();
    const service = session && this.#options.service();
    const asked = service ? JSON.stringify([session, service]) : '';
    if (asked === this.#asked) return;
    this.#drop(false);
    this.#asked = asked;
    if (asked) void this.#load();
  }

  hostDisconnected(): void {
    this.#asked = '';
    this.#drop(false);
  }

  choose(ids: readonly string[]): void {
    this.#go({ is: 'chose', ids, multiple: this.#options.multiple() });
  }

  /** Goes back to what was chosen before anybody had. */
  reset(): void {
    this.#go({ is: 'reset' });
  }

  /** Lets go of the choice as well, for somebody who has logged out. */
  forget(): void {
    this.#drop(true);
  }

  retry(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#run.abort();
    const { signal } = (this.#run = new AbortController());
    this.#go({ is: 'asked' });
    const service = this.#options.service();
    const answer = await this.#door.call((backend) => backend.children(service, signal)).catch(() => undefined);
    if (!answer || signal.aborted) return;
    this.#go(answer.ok ? { is: 'told', list: answer.value, multiple: this.#options.multiple() } : { is: 'refused', problem: answer.problem });
  }

  #drop(forget: boolean): void {
    this.#run.abort();
    this.#go({ is: 'dropped', forget });
  }

  #go(input: ChildrenInput): void {
    const before = this.state;
    this.state = nextChildren(before, input);
    if (this.state === before) return;
    this.#options.onChange(before, this.state);
    this.#host.requestUpdate();
  }
}
