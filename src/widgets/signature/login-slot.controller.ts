import type { LitElement, ReactiveController } from 'lit';
import type { SessionController } from '../../portal/session.controller.ts';

const tag = 'kommun-eid-login';

/**
 * Sees to it that a citizen can always log in, log out and be warned before time runs out, whatever else the page holds:
 * puts a login into the widget where the editor has put none.
 */
export class LoginSlotController implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #level: () => number;
  /** Whether somebody is logged in who would find the way out, or the warning, nowhere else. Stays so until they are not. */
  #needed = false;

  /** `level` gives the level of the login's headings. */
  constructor(host: LitElement, session: SessionController, level: () => number) {
    this.#host = host;
    this.#session = session;
    this.#level = level;
    host.addController(this);
  }

  /** Whether to show what the editor has put into the slot `login`. */
  get showsEditors(): boolean {
    return this.#session.state.at === 'loggedOut' || (this.#needed && this.#editors.some(holdsLogin));
  }

  /** Whether to show the login that the widget has made. */
  get showsOwn(): boolean {
    const editors = this.#editors;
    return this.#session.state.at === 'loggedOut' ? editors.length === 0 : this.#needed && !editors.some(holdsLogin);
  }

  hostUpdate(): void {
    const { state } = this.#session;
    this.#needed = state.at === 'loggedIn' && (this.#needed || this.#isNeeded(state.warning));
    if (this.showsOwn && !this.#host.querySelector(':scope > [slot="session"]')) this.#make();
  }

  #isNeeded(warning: boolean): boolean {
    // A login that is on the page but far away has no code yet, so it warns nobody.
    if (warning && this.#session.unwarned) return true;
    return ![...document.querySelectorAll(tag)].some((one) => !this.#host.contains(one) && one.getClientRects().length > 0);
  }

  get #editors(): Element[] {
    return [...this.#host.querySelectorAll(':scope > [slot="login"]')];
  }

  #make(): void {
    const login = document.createElement(tag);
    login.slot = 'session';
    login.setAttribute('heading-level', String(this.#level()));
    this.#host.append(login);
  }
}

const holdsLogin = (element: Element): boolean => element.matches(tag) || element.querySelector(tag) !== null;
