import { z } from '../../../src/contract/schema.ts';
import { textKeys } from './text-keys.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A municipality's own wording: language, then `widget.key`. A key that no widget has would be read by nobody. */
export const ownWordingSchema = z.record(z.string(), z.record(z.string(), z.string())).check(
  z.check<Texts>(({ value, issues }) => {
    for (const [language, texts] of Object.entries(value)) {
      for (const [key, text] of Object.entries(texts)) {
        const allowed = allowedIn(key, text);
        if (allowed) issues.push({ code: 'custom', input: value, path: [language, key], message: allowed });
      }
    }
  }),
);

/** What is allowed in place of a text that is wrong; absent for one that is right. */
function allowedIn(key: string, text: string): string | undefined {
  const places = Object.hasOwn(textKeys, key) ? textKeys[key] : undefined;
  if (!places) return `the keys that stand in text-keys.ts${sameWidget(key)}`;
  const unknown = [...text.matchAll(/\{(\w+)\}/g)].some(([, place = '']) => !places.includes(place));
  if (!unknown) return undefined;
  return places.length ? `no other places than ${places.map((place) => `{${place}}`).join(', ')}` : 'a text without places in braces';
}

/** Keys that begin as the misspelt one does, as far as that goes. */
function sameWidget(key: string): string {
  for (let length = key.length; length > key.indexOf('.') + 1; length -= 1) {
    const near = Object.keys(textKeys).filter((known) => known.startsWith(key.slice(0, length)));
    if (near.length) return `, such as ${near.slice(0, 5).join(', ')}`;
  }
  return '';
}
