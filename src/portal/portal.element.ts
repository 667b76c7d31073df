import { ContextProvider } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import { warnAttribute, warnEditor } from '../kit/warn-editor.ts';
import { apiAddress } from './api-address.ts';
import { connectionTo } from './connection.ts';
import { isOfTheSite } from './of-the-site.ts';
import { portalContext } from './portal.ts';
import { spokenLanguage } from './spoken-language.ts';

/**
 * Says once, for every widget inside it, which backend to use and which language to speak. Draws nothing.
 *
 * @slot - the widgets, and anything else
 */
export class KommunPortal extends LitElement {
  static override properties = {
    api: {},
    // Reflected, since the page's own lang would otherwise be nearer.
    lang: { reflect: true },
  };

  /** Address of the backend, for instance `https://e-tjanster.kommunen.se/api/v1`. */
  declare api: string | undefined;
  /** Language of the widgets inside, when no element nearer to them has a `lang`. */
  declare lang: string;

  readonly #provider = new ContextProvider(this, {
    context: portalContext,
    initialValue: { connection: undefined, language: undefined },
  });

  /** The portal takes no room of its own. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.style.display = 'contents';
    this.#provide();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.hasUpdated && (changed.has('api') || changed.has('lang'))) this.#provide();
  }

  #provide(): void {
    const written = apiAddress(this.api ?? this.getAttribute('api'));
    const api = written && isOfTheSite(written) ? written : undefined;
    if (written && !api) warnEditor({ element: this, message: `api leder till ${written.origin}. Webbplatsens skript säger vilken tjänst som gäller, och en sida kan inte välja en annan.` });
    else if (!api) warnAttribute(this, 'api', this.getAttribute('api'), 'adressen till kommunens tjänst, till exempel https://e-tjanster.kommunen.se/api/v1');
    this.#provider.setValue({ connection: api && connectionTo(api), language: spokenLanguage(this, 'lang', this.lang), told: !api });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kommun-portal': KommunPortal;
  }
}
