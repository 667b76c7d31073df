import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalConfig } from '../contract/portal-config.ts';
import type { Remote } from '../kit/remote.ts';
import type { Connection } from './connection.ts';
import type { PortalController } from './portal.controller.ts';

/** Gives a widget what the backend says of the municipality. Asked for once for the whole page. */
export class ConfigController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #portal: PortalController;
  #connection: Connection | undefined;
  state: Remote<PortalConfig> = { at: 'loading' };

  constructor(host: ReactiveControllerHost, portal: PortalController) {
    this.#host = host;
    this.#portal = portal;
    host.addController(this);
  }

  /** What is known now, if anything. */
  get known(): PortalConfig | undefined {
    return this.#connection?.knownConfig;
  }

  hostUpdate(): void {
    const { connection } = this.#portal;
    if (connection !== this.#connection) {
      this.#connection = connection;
      this.#start();
    } else if (this.state.at === 'failed' && this.known) {
      this.state = { at: 'ready', value: this.known };
    }
  }

  /** Asks anew after a failure; every widget on the page gets what comes. */
  retry(): void {
    if (this.state.at === 'failed') this.#start();
  }

  #start(): void {
    this.state = { at: 'loading' };
    if (this.#connection) void this.#ask(this.#connection);
  }

  async #ask(connection: Connection): Promise<void> {
    const answer = await connection.config();
    if (connection !== this.#connection) return;
    this.state = answer.ok ? { at: 'ready', value: answer.value } : { at: 'failed', problem: answer.problem };
    if (!answer.ok && answer.problem.code === 'unreachable') this.#portal.tellUnreachable();
    this.#host.requestUpdate();
  }
}
