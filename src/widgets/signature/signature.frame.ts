import type { LitElement, TemplateResult } from 'lit';
import { inLanguage } from '../../contract/in-language.ts';
import type { Localized } from '../../contract/language.ts';
import type { PortalConfig } from '../../contract/portal-config.ts';
import type { Problem } from '../../contract/problem.ts';
import type { SigningParty } from '../../contract/signing.ts';
import { announce } from '../../kit/announce.ts';
import { heading } from '../../kit/heading.ts';
import { problemWords } from '../../kit/problem.text.ts';
import type { ProblemWords } from '../../kit/problem.text.sv.ts';
import { problemFix, problemHeading, problemView, type ProblemParts } from '../../kit/problem.view.ts';
import { contactFor } from '../../portal/contact-for.ts';
import { ConfigController } from '../../portal/config.controller.ts';
import type { PortalController } from '../../portal/portal.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { signatureText, type Say, type SignatureWords } from './signature.text.ts';

/** What every part of the widget draws within. */
export class Frame {
  readonly words: WordsController<SignatureWords>;
  readonly #level: () => number;
  readonly #problems: WordsController<ProblemWords>;
  readonly #config: ConfigController;

  /** `level` gives the level of the widget's own heading. */
  constructor(host: LitElement, portal: PortalController, level: () => number) {
    this.#level = level;
    this.words = new WordsController(host, portal, signatureText);
    this.#problems = new WordsController(host, portal, problemWords);
    this.#config = new ConfigController(host, portal);
  }

  /** False while the words are on their way. */
  get ready(): boolean {
    return this.words.ready && this.#problems.ready;
  }

  get config(): PortalConfig | undefined {
    return this.#config.known;
  }

  /** Why the municipality has said nothing of itself, if that failed. */
  get configProblem(): Problem | undefined {
    const { state } = this.#config;
    return state.at === 'failed' ? state.problem : undefined;
  }

  /** Asks again what the municipality has said of itself, if that failed. */
  retry(): void {
    this.#config.retry();
  }

  get say(): Say {
    return this.words.say;
  }

  get language(): string {
    return this.words.language;
  }

  /** The heading of the step, which takes the focus. */
  readonly heading = (text: string): TemplateResult => heading(this.#level(), text, 'step');

  /** The heading of a part of the step. */
  subheading(text: string, id: string): TemplateResult {
    return heading(Math.min(this.#level() + 1, 6), text, id);
  }

  /** A text of the municipality's in the language of the words. */
  readonly local = (text: Localized): string => inLanguage(text, this.language, this.config?.defaultLanguage);

  /** What a guardian is called: by name where it may be shown. */
  readonly nameOf = ({ isYou, displayName }: SigningParty): string => {
    if (!isYou) return displayName ?? this.say('other');
    return displayName === undefined ? this.say('you.unnamed') : this.say('you', { name: displayName });
  };

  problem(problem: Problem, onRetry?: () => void): TemplateResult {
    return problemView({ problem, heading: this.heading, onRetry, contact: contactFor(this.config, this.local), say: this.sayProblem });
  }

  /** A problem in one breath. */
  sentence(problem: Problem): string {
    return `${problemHeading(problem, this.sayProblem)}. ${problemFix(problem, this.sayProblem)}`;
  }

  /** Says to screen readers what also stands in text. */
  announce(text: string): void {
    if (text) announce(text, { lang: this.language });
  }

  /** A problem in the widget's own words where it has some. */
  readonly sayProblem: ProblemParts['say'] = (key, values) => this.say(key as keyof SignatureWords, values) || this.#problems.say(key, values);
}
