import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connection } from './connection.ts';
import type { PortalController } from './portal.controller.ts';
import type { SessionHub } from './session.hub.ts';
import type { SessionState } from './session.machine.ts';

/**
 * Gives a widget the session at its portal's backend, and updates it at each change. `onChange` hears before and after.
 * `canWarn` only for a widget that draws the warning: whether it is in sight, since what it opens elsewhere nobody sees.
 */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #portal: PortalController;
  readonly #onChange: ((before: SessionState, after: SessionState) => void) | undefined;
  readonly #canWarn: (() => boolean) | undefined;
  #connection: Connection | undefined;
  #stop: (() => void) | undefined;
  #connected = false;
  /** The session shared by the page; absent until its code has come. */
  hub: SessionHub | undefined;
  state: SessionState = { at: 'asking' };

  constructor(host: ReactiveControllerHost, portal: PortalController, onChange?: (before: SessionState, after: SessionState) => void, canWarn?: () => boolean) {
    this.#host = host;
    this.#portal = portal;
    this.#onChange = onChange;
    this.#canWarn = canWarn;
    host.addController(this);
  }

  /** Whether this widget is the one to warn and announce, when several show the same session. */
  get speaks(): boolean {
    return this.hub?.speaker === this.#listen;
  }

  /** Whether no widget on the page can warn before the session ends. */
  get unwarned(): boolean {
    return this.hub !== undefined && this.hub.speaker === undefined;
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.#connection) void this.#join(this.#connection);
  }

  hostUpdate(): void {
    const { connection } = this.#portal;
    if (connection === this.#connection) return;
    this.#leave();
    this.#connection = connection;
    this.state = { at: 'asking' };
    if (connection) void this.#join(connection);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#leave();
  }

  /** Asks anew after a failure. */
  retry(): void {
    if (this.hub) void this.hub.ask();
    else if (this.#connection) void this.#join(this.#connection);
  }

  async #join(connection: Connection): Promise<void> {
    const hub = await connection.session().catch(() => undefined);
    if (connection !== this.#connection || !this.#connected || this.#stop) return;
    if (!hub) return this.#show({ at: 'failed', problem: { code: 'unreachable' } });
    this.hub = hub;
    this.#stop = hub.subscribe(this.#listen, this.#canWarn);
    this.#listen();
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.hub = undefined;
  }

  readonly #listen = (): void => {
    if (this.hub) this.#show(this.hub.state);
  };

  #show(state: SessionState): void {
    const before = this.state;
    if (before === state) return;
    this.state = state;
    this.#onChange?.(before, state);
    this.#host.requestUpdate();
  }
}
