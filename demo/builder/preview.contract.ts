/** What the page that shows a widget is told in its own address. */
export interface Shown {
  /** The fragment that makes a link into the widget: `#kommun-faq?search`. */
  fragment: string;
  /** What the link says. */
  words: string;
  /** The backend's whole address. */
  api: string;
  scheme: 'light' | 'dark';
}

export const previewQuery = ({ fragment, words, api, scheme }: Shown): string => String(new URLSearchParams({ fragment, words, api, scheme }));

export function shownIn(search: string): Shown {
  const query = new URLSearchParams(search);
  const said = (name: string): string => query.get(name) ?? '';
  return { fragment: said('fragment'), words: said('words'), api: said('api'), scheme: said('scheme') === 'dark' ? 'dark' : 'light' };
}
