import type { TemplateResult } from 'lit';
import type { Localized } from '../contract/language.ts';
import type { PortalConfig } from '../contract/portal-config.ts';

/** What is said in every errand with an e-ID, in the errand's own words. */
export type EidWord =
  | 'heading' | 'here' | 'elsewhere' | 'away' | 'noProviders' | 'help' | 'paper' | 'cancel' | 'get'
  | 'lost' | 'lostFix' | 'tryAgain' | 'inApp' | 'stray' | 'starting' | 'RFA19' | 'RFA20';

/** The words in use, and their language. */
export interface EidText {
  say(key: EidWord, values?: Readonly<Record<string, string | number>>): string;
  readonly language: string;
}

/** What every step with an e-ID draws with. */
export interface Frame {
  readonly words: EidText;
  /** The heading of the step, which takes the focus. */
  heading(text: string): TemplateResult;
  /** A text of the municipality's in the language of the words. */
  local(text: Localized): string;
  /** What is known of the municipality so far. */
  readonly config: PortalConfig | undefined;
}
