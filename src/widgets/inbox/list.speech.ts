import { counted, type Say } from './inbox.text.ts';
import type { InboxView } from './inbox.view.machine.ts';
import type { ListState } from './list.machine.ts';
import { countText } from './list.view.ts';
import { emptyKind } from './notices.view.ts';

export interface SpeechParts {
  say: Say;
  view: InboxView;
  usual: InboxView;
  /** Whether it was said that the list is on its way, so that its coming must be said as well. */
  awaited: boolean;
}

/** What somebody who cannot see the list is told when it goes from `before` to `after`; empty for nothing. */
export function spokenOfList(before: ListState, after: ListState, { say, view, usual, awaited }: SpeechParts): string {
  if (after.at !== 'shown') return '';
  const { list, changes } = after;
  if (before.at === 'loading') {
    if (!before.last && !awaited) return '';
    return list.items.length ? countText(list, say) : say(`empty.${emptyKind(view, usual, list.sources)}`);
  }
  if (before.at !== 'shown' || !changes || changes.count === before.changes?.count) return '';
  return counted(say, 'changed', changes.count);
}
