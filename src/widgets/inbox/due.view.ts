import { html, nothing } from 'lit';
import { dueOf } from './due.machine.ts';
import { weekdayOf } from './inbox.dates.ts';
import type { Say } from './inbox.text.ts';

/** The day by which the citizen must have acted, in words that say how near it is. */
export function dueView(dueAt: string | undefined, now: number, say: Say, language: string): unknown {
  if (dueAt === undefined) return nothing;
  const { tone, days } = dueOf(dueAt, now);
  const date = weekdayOf(dueAt, language);
  return html`<p class="due ${tone}"><time datetime=${dueAt}>${say(key(tone, days), { date, days })}</time></p>`;
}

function key(tone: string, days: number): 'due' | 'due.late' | 'due.today' | 'due.tomorrow' | 'due.soon' {
  if (tone === 'late') return 'due.late';
  if (days < 1) return 'due.today';
  if (days === 1) return 'due.tomorrow';
  return tone === 'warning' ? 'due.soon' : 'due';
}
