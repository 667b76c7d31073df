import type { LitElement, ReactiveController } from 'lit';

const tag = 'kommun-eid-login';

/**
 * Puts a login into the widget's slot `login` when nobody is logged in and the editor has put none there. Once somebody
 * is, it stays in sight where it is the page's only way to log out.
 */
export class LoginSlotController implements ReactiveController {
  readonly #host: LitElement;
  readonly #state: () => { wanted: boolean; level: number };

  constructor(host: LitElement, state: () => { wanted: boolean; level: number }) {
    this.#host = host;
    this.#state = state;
    host.addController(this);
  }

  get shown(): boolean {
    return this.#state().wanted || (this.#own !== null && document.querySelectorAll(tag).length === 1);
  }

  hostUpdate(): void {
    const { wanted, level } = this.#state();
    if (!wanted || this.#own) return;
    const login = document.createElement(tag);
    login.slot = 'login';
    login.setAttribute('heading-level', String(Math.min(level, 6)));
    this.#host.append(login);
  }

  get #own(): Element | null {
    return this.#host.querySelector(':scope > [slot="login"]');
  }
}
