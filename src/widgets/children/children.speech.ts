import type { Problem } from '../../contract/problem.ts';
import { choosable, type ChildrenState } from './children.machine.ts';
import type { Say } from './picker.text.ts';

export interface ChildrenSpeech {
  say: Say;
  /** A problem in one breath. */
  sentence: (problem: Problem) => string;
  /** Whether the citizen has been told to wait. */
  awaited: boolean;
}

/** What somebody who cannot see the list is told when it goes from `before` to `after`; empty for nothing. */
export function spokenOfChildren(before: ChildrenState, after: ChildrenState, { say, sentence, awaited }: ChildrenSpeech): string {
  if (before.at !== 'loading') return '';
  if (after.at === 'failed') return sentence(after.problem);
  if (after.at !== 'shown') return '';
  const count = choosable(after.list).length;
  if (count) return awaited ? say('loaded', { count }) : '';
  return say(after.list.items.length ? 'refused.none' : 'empty');
}
