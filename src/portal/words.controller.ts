import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnAttribute } from '../kit/warn-editor.ts';
import { fill, type Words, type WordSource } from '../kit/words.ts';
import { nearestLanguage, watchLanguage } from './language.ts';
import { onPage } from './page-default.ts';

/** What a portal can add to the words of the widgets inside it. */
export interface WordsPortal {
  /** Languages that the portal and its municipality state, best first. */
  readonly languages: string[];
  /** The municipality's own wording, by language and `widget.key`. */
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * A widget's words in the language that applies: the nearest `lang`, then the portal's, then the municipality's, then
 * Swedish. With the municipality's own wording where it has one.
 */
export class WordsController<W extends Words> implements ReactiveController {
  /** May come late: a widget that can do without a portal at first need not wait for its code. */
  portal: WordsPortal | undefined;
  /** Language of the words; put it on the element that holds them. */
  language = 'sv';
  readonly #host: ReactiveControllerHost & Element;
  readonly #source: WordSource<W>;
  #words: W | undefined;
  #wanted = '';
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, portal: WordsPortal | undefined, source: WordSource<W>) {
    this.#host = host;
    this.portal = portal;
    this.#source = source;
    host.addController(this);
  }

  /** False only while the first language is on its way. */
  get ready(): boolean {
    return this.#words !== undefined;
  }

  /** The text of `key`, its places filled with `values`. */
  say = (key: keyof W & string, values?: Readonly<Record<string, string | number>>): string => {
    const own = this.portal?.texts[this.language]?.[`${this.#source.name}.${key}`];
    return fill(own ?? (this.#words ?? this.#source.sv)[key] ?? '', values);
  };

  hostConnected(): void {
    this.#stop = watchLanguage(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  hostUpdate(): void {
    const { other } = this.#source;
    const spoken = (language: string | undefined) => language !== undefined && (language === 'sv' || language in other);
    const nearest = nearestLanguage(this.#host);
    const own = this.#host.getAttribute('lang');
    if (own && !spoken(nearest)) warnAttribute(this.#host, 'lang', own, ['sv', ...Object.keys(other)].join(', '));
    this.#use([nearest, ...(this.portal?.languages ?? [onPage()?.language])].find(spoken) ?? 'sv');
  }

  #use(language: string): void {
    if (language === this.#wanted) return;
    this.#wanted = language;
    const load = this.#source.other[language];
    if (!load) return this.#show(language, this.#source.sv);
    load().then(
      (words) => this.#show(language, words),
      () => this.#show(language, this.#source.sv),
    );
  }

  #show(language: string, words: W): void {
    if (language !== this.#wanted) return;
    this.language = words === this.#source.sv ? 'sv' : language;
    this.#words = words;
    this.#host.requestUpdate();
  }
}
