import type { Settings } from './settings.ts';

/** What the end of an address, `#kommun-faq?heading-level=3`, says of a widget. */
export function readFragment(fragment: string): { name: string | undefined; settings: Settings } {
  const [, name, query = ''] = /^#kommun-([a-z-]+)(?:\?(.*))?$/.exec(fragment) ?? [];
  return { name, settings: [...new URLSearchParams(query)] };
}
