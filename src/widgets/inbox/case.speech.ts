import { newMessages, type CaseState } from './case.machine.ts';
import type { SayCase } from './case.text.ts';

type Shown = Extract<CaseState, { at: 'shown' }>;

/** What has come since the case was opened, as words on the button that shows it. */
export function newsText(state: Shown, say: SayCase): string {
  const count = newMessages(state);
  return count > 1 ? say('news.messages', { count }) : say(count ? 'news.message' : 'news');
}

/** What somebody who cannot see the case is told when it goes from `before` to `after`; empty for nothing. */
export function spokenOfCase(before: CaseState, after: CaseState, say: SayCase): string {
  if (after.at !== 'shown') return '';
  if (before.at === 'loading') return after.value.title || say('opened');
  return before.at === 'shown' && after.next && !before.next ? newsText(after, say) : '';
}
