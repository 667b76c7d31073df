/** What an editor has chosen to put on a page. */
export interface Chosen {
  /** The widget's tag without `kommun-`. */
  short: string;
  /** By attribute. An empty value is a switch that is on. */
  settings: readonly (readonly [name: string, value: string])[];
  /** Where the link leads for whoever has no JavaScript. */
  page: string;
  /** What the link says. */
  words: string;
}

/** The ways to write a widget, the one that most editors of text keep first. */
export const shapes = ['link', 'quote', 'paragraph', 'code', 'tag'] as const;
export type Shape = (typeof shapes)[number];

/** The address that makes a link into the widget: the page it leads to, with the widget and its settings as the fragment. */
export function linkAddress({ short, settings, page }: Chosen): string {
  const query = new URLSearchParams(settings.map(([name, value]) => [name, value])).toString().replaceAll(/=(?=&|$)/g, '');
  return `${page.replace(/#.*$/s, '')}#kommun-${short}${query && `?${query}`}`;
}

/** The widget as HTML, or as the text of a text code; undefined where that shape cannot say a setting. */
export function snippet(shape: Shape, chosen: Chosen): string | undefined {
  return writers[shape](chosen);
}

const writers: Record<Shape, (chosen: Chosen) => string | undefined> = {
  link: (chosen) => `<p>${linkTo(linkAddress(chosen), chosen)}</p>`,
  quote: (chosen) => `<blockquote class="kommun-${chosen.short}"${attributes(chosen, 'data-')}><p>${linkTo(chosen.page, chosen)}</p></blockquote>`,
  paragraph: (chosen) => `<p data-kommun="${chosen.short}"${attributes(chosen, 'data-')}>${linkTo(chosen.page, chosen)}</p>`,
  code: textCode,
  tag: (chosen) => `<kommun-${chosen.short}${attributes(chosen)}>${linkTo(chosen.page, chosen)}</kommun-${chosen.short}>`,
};

/** A widget's own page in a frame. What is on or off comes along in its address; addresses and words do not, since anybody can make one. */
export const frame = (page: URL, title: string): string => `<iframe src="${escaped(page.href)}" title="${escaped(title)}" width="100%" height="600"></iframe>`;

const linkTo = (address: string, { words }: Chosen): string => `<a href="${escaped(address)}">${escaped(words)}</a>`;

const attributes = ({ settings }: Chosen, prefix = ''): string =>
  settings.map(([name, value]) => ` ${prefix}${name}${value && `="${escaped(value)}"`}`).join('');

/** What a text code's reader takes for a quotation mark, in any language, or for the end of the code. */
const unsayable = /["'“”„’‘»″\]]/;

function textCode({ short, settings }: Chosen): string | undefined {
  if (settings.some(([, value]) => unsayable.test(value))) return undefined;
  const written = settings.map(([name, value]) => (value === '' ? name : `${name}=${/\s/.test(value) ? `"${value}"` : value}`));
  return `[${[`kommun-${short}`, ...written].join(' ')}]`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it is written in HTML, also between quotation marks. */
export const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
