import type { TemplateResult } from 'lit';
import type { Problem } from '../../contract/problem.ts';
import type { PortalController } from '../../portal/portal.controller.ts';
import type { WordsController } from '../../portal/words.controller.ts';
import type { AddressController } from './address.controller.ts';
import type { CaseDoor } from './case-door.controller.ts';
import type { InboxWords } from './inbox.text.ts';
import type { InboxView } from './inbox.view.machine.ts';

/** What every part of the inbox draws within. */
export interface Frame {
  readonly words: WordsController<InboxWords>;
  readonly door: CaseDoor;
  readonly address: AddressController;
  readonly portal: PortalController;
  /** What shows when the citizen has chosen nothing: the editor's own choice. */
  readonly usual: InboxView;
  /** Whether somebody is logged in, so that there are cases to ask for. */
  readonly open: boolean;
  /** Level of the widget's own heading. */
  readonly level: number;
  /** The widget's heading, which can be given the focus. */
  heading: (text: string) => TemplateResult;
  /** `also` knows words for more codes. */
  problem: (problem: Problem, onRetry?: () => void, also?: (key: string) => string) => TemplateResult;
  /** What is the matter, in one line. */
  headline: (problem: Problem) => string;
  /** A problem in one breath. */
  sentence: (problem: Problem, also?: (key: string) => string) => string;
  /** Says to screen readers what also stands in text. */
  announce: (text: string) => void;
}
