import type { WordSource } from '../../kit/words.ts';
import { sv, type InboxWords } from './inbox.text.sv.ts';

export type { InboxWords };

/** Says a text of the inbox in the language that applies. */
export type Say = (key: keyof InboxWords, values?: Readonly<Record<string, string | number>>) => string;

export const inboxText: WordSource<InboxWords> = {
  name: 'inbox',
  sv,
  other: { en: () => import('./inbox.text.en.ts').then(({ en }) => en) },
};

/** `1 ärende`, `3 ärenden`: the text of `key`, or of `key.one` for one. */
export function counted(say: Say, key: 'count' | 'changes' | 'changed' | 'unread' | 'badge', count: number): string {
  if (count === 0 && (key === 'changes' || key === 'changed')) return say(`${key}.none`);
  return count === 1 ? say(`${key}.one`) : say(key, { count });
}
