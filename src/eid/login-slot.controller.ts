import type { LitElement, ReactiveController } from 'lit';
import type { SessionController } from '../portal/session.controller.ts';

const tag = 'kommun-eid-login';

export interface LoginSlotOptions {
  /** Whether there is no room for the login of somebody who is logged in. */
  compact?: boolean;
  /** Whether somebody who is logged in is about to log in anew. */
  again?: boolean;
  /** Level of the login's headings. */
  level: number;
}

/**
 * Sees to it that a citizen can always log in, log out and be warned before time runs out, whatever else the page holds:
 * puts a login into the widget where the editor has put none.
 */
export class LoginSlotController implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #options: () => LoginSlotOptions;
  /** Whether somebody is logged in who would find the way out, or the warning, nowhere else. Stays so until they are not. */
  #needed = false;

  constructor(host: LitElement, session: SessionController, options: () => LoginSlotOptions) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    host.addController(this);
  }

  /** Whether to show what the editor has put into the slot `login`. */
  get showsEditors(): boolean {
    return this.#session.state.at === 'loggedOut' || (this.#stays && this.#editors.some(holdsLogin));
  }

  /** Whether to show the login that the widget has made. */
  get showsOwn(): boolean {
    const editors = this.#editors;
    return this.#session.state.at === 'loggedOut' ? editors.length === 0 : this.#stays && !editors.some(holdsLogin);
  }

  hostUpdate(): void {
    const { state } = this.#session;
    this.#needed = state.at === 'loggedIn' && (this.#needed || this.#isNeeded(state.warning));
    if (this.showsOwn && !this.#own) this.#make();
    this.#login?.toggleAttribute('again', this.#options().again ?? false);
  }

  /** Whether a login is shown to somebody who is logged in. */
  get #stays(): boolean {
    return this.#needed || (this.#options().again ?? false);
  }

  #isNeeded(warning: boolean): boolean {
    // A login that is on the page but far away has no code yet, so it warns nobody.
    if (warning && this.#session.unwarned) return true;
    return !this.#options().compact && ![...document.querySelectorAll(tag)].some((one) => !this.#host.contains(one) && isAtWork(one) && one.getClientRects().length > 0);
  }

  get #editors(): Element[] {
    return [...this.#host.querySelectorAll(':scope > [slot="login"]')];
  }

  /** The login that is shown, when one is. */
  get #login(): Element | null | undefined {
    return this.showsOwn ? this.#own : this.#editors.map(loginIn).find((one) => one !== null);
  }

  get #own(): Element | null {
    return this.#host.querySelector(':scope > [slot="session"]');
  }

  #make(): void {
    const login = document.createElement(tag);
    login.slot = 'session';
    login.setAttribute('heading-level', String(this.#options().level));
    this.#host.append(login);
  }
}

const loginIn = (element: Element): Element | null => (element.matches(tag) ? element : element.querySelector(tag));
/** One where visitors write is never drawn; one whose code has not come yet will be. */
const isAtWork = (one: Element): boolean => one.shadowRoot !== null || one.matches(':not(:defined)');
const holdsLogin = (element: Element): boolean => loginIn(element) !== null;
