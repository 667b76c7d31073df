import { readFileSync } from 'node:fs';

const pages = new URL('../../cms/', import.meta.url);

/** The settings that a page of `cms` gives, word for word, as the code of an object; the one in turn where it gives several. */
export function settingsOf(page: string, choice = 0): string {
  const blocks = [...readPage(page).matchAll(/```js\n([^]*?)```/g)];
  const block = blocks[choice]?.[1];
  if (!block) throw new Error(`${page} holds no such settings.`);
  return `({ ${block} })`;
}

/** A page that web managers read. */
export const readPage = (page: string): string => readFileSync(new URL(page, pages), 'utf8');
