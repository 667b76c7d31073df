import type { TemplateResult } from 'lit';
import type { Localized } from '../../contract/language.ts';
import type { PortalConfig } from '../../contract/portal-config.ts';
import type { LoginText } from './login.text.ts';

/** What every part of the login draws with. */
export interface Frame {
  readonly words: LoginText;
  /** The heading of the step, which takes the focus. */
  heading(text: string): TemplateResult;
  /** A text of the municipality's in the language of the words. */
  local(text: Localized): string;
  /** What is known of the municipality so far. */
  readonly config: PortalConfig | undefined;
}
