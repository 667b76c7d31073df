import type { LitElement, TemplateResult } from 'lit';
import { inLanguage } from '../../contract/in-language.ts';
import type { Problem } from '../../contract/problem.ts';
import { announce } from '../../kit/announce.ts';
import { heading } from '../../kit/heading.ts';
import type { ProblemWords } from '../../kit/problem.text.sv.ts';
import { problemWords } from '../../kit/problem.text.ts';
import { problemFix, problemHeading, problemView, type ProblemParts } from '../../kit/problem.view.ts';
import { contactFor } from '../../portal/contact-for.ts';
import { ConfigController } from '../../portal/config.controller.ts';
import type { PortalController } from '../../portal/portal.controller.ts';
import { sessionName } from '../../portal/session-name.ts';
import type { SessionController } from '../../portal/session.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import type { AddressController } from './address.controller.ts';
import { CaseDoor } from './case-door.controller.ts';
import { levelOf, usualOf, type InboxAttributes } from './inbox.attributes.ts';
import { inboxText, type InboxWords } from './inbox.text.ts';
import type { InboxView } from './inbox.view.machine.ts';
import type { StepUpController } from './step-up.controller.ts';

/** Words for codes that the whole of the inbox does not know. */
type MoreWords = (key: string) => string;

interface FrameControllers {
  portal: PortalController;
  session: SessionController;
  address: AddressController;
  stepUp: StepUpController;
}

/** What every part of the inbox draws within. */
export class Frame {
  readonly portal: PortalController;
  readonly address: AddressController;
  readonly stepUp: StepUpController;
  readonly words: WordsController<InboxWords>;
  readonly door: CaseDoor;
  readonly #host: LitElement & InboxAttributes;
  readonly #session: SessionController;
  readonly #problems: WordsController<ProblemWords>;
  readonly #config: ConfigController;

  constructor(host: LitElement & InboxAttributes, { portal, session, address, stepUp }: FrameControllers) {
    this.#host = host;
    this.#session = session;
    this.portal = portal;
    this.address = address;
    this.stepUp = stepUp;
    this.words = new WordsController(host, portal, inboxText);
    this.#problems = new WordsController(host, portal, problemWords);
    this.#config = new ConfigController(host, portal);
    this.door = new CaseDoor(portal);
  }

  /** False while the words are on their way. */
  get ready(): boolean {
    return this.words.ready && this.#problems.ready;
  }

  /** What shows when the citizen has chosen nothing: the editor's own choice. */
  get usual(): InboxView {
    return usualOf(this.#host);
  }

  /** Level of the widget's own heading. */
  get level(): number {
    return levelOf(this.#host);
  }

  /** Names the session of whoever is logged in; empty for nobody, and then there are no cases to ask for. */
  get session(): string {
    return sessionName(this.#session.state);
  }

  /** What the citizen is logged in with, as they know it; empty when that is not known. */
  get eid(): string {
    const { state } = this.#session;
    const { eidProviders = [] } = this.#config.known ?? {};
    const provider = state.at === 'loggedIn' && eidProviders.find(({ id }) => id === state.session.provider);
    return provider ? this.#local(provider.label) : '';
  }

  /** Asks again what the municipality has said of itself, if that failed. */
  retry(): void {
    this.#config.retry();
  }

  /** The widget's heading, which can be given the focus. */
  heading(text: string): TemplateResult {
    return heading(this.level, text, 'heading');
  }

  problem(problem: Problem, onRetry?: () => void, more?: MoreWords): TemplateResult {
    const contact = contactFor(this.#config.known, (text) => this.#local(text));
    return problemView({ problem, say: this.#sayer(more), heading: (text) => this.heading(text), onRetry, contact });
  }

  /** What is the matter, in one line. */
  headline(problem: Problem): string {
    return problemHeading(problem, this.#problems.say);
  }

  /** A problem in one breath. */
  sentence(problem: Problem, more?: MoreWords): string {
    const say = this.#sayer(more);
    return `${problemHeading(problem, say)}. ${problemFix(problem, say)}`;
  }

  /** Says to screen readers what also stands in text. */
  announce(text: string): void {
    if (text) announce(text, { lang: this.words.language });
  }

  #sayer(more?: MoreWords): ProblemParts['say'] {
    return (key, values) => more?.(key) || this.#problems.say(key, values);
  }

  #local(text: Parameters<typeof inLanguage>[0]): string {
    return inLanguage(text, this.words.language, this.#config.known?.defaultLanguage);
  }
}
