import type { LitElement, TemplateResult } from 'lit';
import { inLanguage } from '../../contract/in-language.ts';
import type { Problem } from '../../contract/problem.ts';
import { announce } from '../../kit/announce.ts';
import { heading } from '../../kit/heading.ts';
import { problemWords } from '../../kit/problem.text.ts';
import type { ProblemWords } from '../../kit/problem.text.sv.ts';
import { problemFix, problemHeading, problemView } from '../../kit/problem.view.ts';
import { ConfigController } from '../../portal/config.controller.ts';
import type { PortalController } from '../../portal/portal.controller.ts';
import { WordsController } from '../../portal/words.controller.ts';
import { callFirstView } from './call-first.view.ts';
import { pickerText, type PickerWords } from './picker.text.ts';

/** The municipality's contact point, in the language of the words. */
export interface Contact {
  place: string;
  phone: string;
}

/** From this failure in a day on, to try again is no longer the way. */
const enoughTries = 3;

/** What every part of the picker draws with. */
export class PickerFrame {
  readonly words: WordsController<PickerWords>;
  readonly #problems: WordsController<ProblemWords>;
  readonly #config: ConfigController;
  readonly #level: () => number;

  /** `level` gives the level of headings. */
  constructor(host: LitElement, portal: PortalController, level: () => number) {
    this.words = new WordsController(host, portal, pickerText);
    this.#problems = new WordsController(host, portal, problemWords);
    this.#config = new ConfigController(host, portal);
    this.#level = level;
  }

  /** False while the words are on their way. */
  get ready(): boolean {
    return this.words.ready && this.#problems.ready;
  }

  /** Absent while nothing is known of the municipality. */
  get contact(): Contact | undefined {
    const { known } = this.#config;
    return known && { place: inLanguage(known.serviceCentre.name, this.words.language, known.defaultLanguage), phone: known.serviceCentre.phone };
  }

  /** The page with paper forms, where the municipality has one. */
  get paperForms(): string | undefined {
    return this.#config.known?.links.paperForms;
  }

  /** Asks again what the municipality has said of itself, if that failed. */
  retry(): void {
    this.#config.retry();
  }

  /** What is wrong and the way on: the service centre first once it has gone wrong often enough in a day. */
  problem(problem: Problem, onRetry?: () => void): TemplateResult {
    const { contact } = this;
    const { say } = this.#problems;
    const ofLevel = (text: string) => heading(this.#level(), text, 'heading');
    if (contact && onRetry && (problem.attempt ?? 0) >= enoughTries) {
      return callFirstView({ heading: ofLevel(problemHeading(problem, say)), contact, traceId: problem.traceId, say: this.words.say, sayProblem: say, onRetry });
    }
    return problemView({ problem, say, heading: ofLevel, onRetry, contact });
  }

  /** A problem in one breath. */
  sentence = (problem: Problem): string => `${problemHeading(problem, this.#problems.say)}. ${problemFix(problem, this.#problems.say)}`;

  /** Says to screen readers what also stands in text. */
  announce(text: string): void {
    if (text) announce(text, { lang: this.words.language });
  }
}
