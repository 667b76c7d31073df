import { html, type LitElement, type TemplateResult } from 'lit';
import type { Problem } from '../../contract/problem.ts';
import type { Frame } from '../../eid/frame.ts';
import type { LatePart } from '../../eid/late.ts';
import { passedMark, timeInWords } from '../../eid/time-in-words.ts';
import { announce } from '../../kit/announce.ts';
import type { FocusController } from '../../kit/focus.controller.ts';
import { syncModal } from '../../kit/modal.ts';
import type { SessionController } from '../../portal/session.controller.ts';
import { cannotBeExtended } from '../../portal/session-end.ts';
import type { LoggedOutReason, SessionState } from '../../portal/session.machine.ts';
import { WordsController, type WordsPortal } from '../../portal/words.controller.ts';
import { sessionText } from './session.text.ts';
import { sessionView } from './session.view.ts';
import { warningView } from './warning.view.ts';

type LoggedIn = Extract<SessionState, { at: 'loggedIn' }>;

/** What somebody who is logged in sees and can do: log out, and stay when time runs out. */
export class SessionPart implements LatePart {
  readonly #host: LitElement;
  readonly #frame: Frame;
  readonly #session: SessionController;
  readonly #focus: FocusController;
  readonly #words;
  #dismissed: string | undefined;
  #left: number | undefined;
  /** What went wrong when logging out or staying. */
  fault: Problem | undefined;

  constructor(host: LitElement, portal: WordsPortal, frame: Frame, session: SessionController, focus: FocusController) {
    this.#host = host;
    this.#frame = frame;
    this.#session = session;
    this.#focus = focus;
    this.#words = new WordsController(host, portal, sessionText);
  }

  get ready(): boolean {
    return this.#words.ready;
  }

  view(state: LoggedIn, next: string | undefined, trouble: string): TemplateResult {
    const { say } = this.#words;
    const { heading } = this.#frame;
    const time = timeInWords(state.endsAt - Date.now(), say);
    const onLogOut = () => void this.#logOut();
    return html`
      ${sessionView({ session: state.session, say, heading, left: `${say('sessionLeft', { time })}${cannotBeExtended(state.session) ? '' : ` ${say('sessionAsks')}`}`, next, trouble, onLogOut })}
      ${warningView({ say, left: say('left', { time }), last: cannotBeExtended(state.session), trouble, onStay: () => void this.#stay(state), onLogOut })}`;
  }

  /** What to say to somebody who is logged in no longer. */
  ended(reason: Exclude<LoggedOutReason, 'none'>): { heading: string; text: string } {
    const { say } = this.#words;
    return { heading: say(`${reason}Heading`), text: say(`${reason}Text`) };
  }

  /** Opens the warning when it is time, and says inside it, where alone it is heard, how long is left. */
  drawn(state: SessionState): void {
    const warning = this.#host.renderRoot.querySelector<HTMLDialogElement>('#warning');
    syncModal(warning, this.#warns(state));
    if (state.at !== 'loggedIn') this.fault = undefined;
    const left = state.at === 'loggedIn' && warning?.open ? state.endsAt - Date.now() : undefined;
    const mark = passedMark(this.#left, left);
    const within = warning?.querySelector<HTMLElement>('#said');
    if (mark && within) announce(this.#words.say('secondsToEnd', { number: mark / 1000 }), { lang: this.#words.language, within });
    this.#left = left;
  }

  #warns(state: SessionState): boolean {
    return state.at === 'loggedIn' && state.warning && this.#session.speaks && this.#dismissed !== state.session.idleExpiresAt;
  }

  async #logOut(): Promise<void> {
    this.#focus.moveTo();
    const answer = await this.#session.hub?.end();
    this.fault = answer && !answer.ok ? answer.problem : undefined;
    this.#host.requestUpdate();
  }

  async #stay({ session }: LoggedIn): Promise<void> {
    const answer = cannotBeExtended(session) ? undefined : await this.#session.hub?.extend();
    this.fault = answer && !answer.ok ? answer.problem : undefined;
    const after = this.#session.state;
    // Where a whole session is shorter than the warning, asking once is enough.
    if (!this.fault && after.at === 'loggedIn' && after.warning) this.#dismissed = after.session.idleExpiresAt;
    this.#host.requestUpdate();
  }
}
