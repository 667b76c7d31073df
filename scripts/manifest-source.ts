import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CssCustomProperty, Event } from 'custom-elements-manifest/schema.js';

/** What the files of one element show of its outside, whatever its documentation says. */
export interface ElementSource {
  slots: Set<string>;
  parts: Set<string>;
  events: Event[];
  cssProperties: CssCustomProperty[];
}

/** Reads the element in `file` and everything that it draws with: the files beside it and those of `kit/` and `eid/` that it leads to. */
export function readElementSource(file: string): ElementSource {
  const files = filesOf(file);
  const drawing = [...files].filter(([name]) => !/\.(events?|styles|machine|text\..*)\.ts$/.test(name)).map(([, text]) => text).join('\n');
  const styles = [...files].filter(([name]) => name.endsWith('.styles.ts')).map(([, text]) => text).join('\n');
  const events = [...files].filter(([name]) => /\.events?\.ts$/.test(name)).map(([, text]) => text).join('\n');
  return {
    slots: new Set(matches(drawing, /<slot\b(?:[^>]*?\bname="?([^" >]+))?/g).map(pattern)),
    parts: new Set(matches(drawing, /\bpart="([\w -]+)"/g).flatMap((names) => names.split(' '))),
    events: readEvents(events).filter(({ type }) => drawing.includes(`new ${type.text}(`)),
    cssProperties: readCssProperties(styles),
  };
}

const matches = (text: string, expression: RegExp): string[] => [...text.matchAll(expression)].map((match) => match[1] ?? '');

/** `logo-${provider.id}` names as many slots as there are providers: `logo-*`. */
const pattern = (name: string): string => name.replace(/\$\{.*?\}/g, '*');

/** The element's files and their text, followed from import to import, at once or later. Another element is another's. */
function filesOf(element: string, found = new Map<string, string>()): Map<string, string> {
  const folder = dirname(element);
  const follow = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    found.set(file, text);
    for (const path of matches(text, /(?:from |import\(|import )'(\.{1,2}\/[^']+\.ts)'/g)) {
      const next = resolve(dirname(file), path);
      const near = dirname(next) === folder || /[\\/](kit|eid)$/.test(dirname(next));
      if (near && !next.endsWith('.element.ts')) follow(next);
    }
  };
  follow(element);
  return found;
}

/** An event's sentence is the one above its class. */
function readEvents(text: string): (Event & { type: { text: string } })[] {
  const classes = text.matchAll(/(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?export class (\w+) extends Event[^]*?super\('([\w-]+)'/g);
  return [...classes].map(([, comment = '', type = '', name = '']) => ({
    name,
    type: { text: type },
    description: comment.replace(/\s*\n\s*\*\s?/g, ' ').trim(),
  }));
}

/** A property's sentence is the `@cssprop` line of a comment in the styles that use it. */
function readCssProperties(text: string): CssCustomProperty[] {
  const sentences = new Map([...text.matchAll(/@cssprop (--[\w-]+) - (.+?)(?:\s*\*\/)?$/gm)].map(([, name = '', sentence = '']) => [name, sentence]));
  const used = new Set(matches(text, /var\(\s*(--kommun-[\w-]+)/g));
  return [...used].toSorted().map((name) => ({ name, description: sentences.get(name) ?? '' }));
}
