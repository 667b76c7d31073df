import { warnAttribute } from '../kit/warn-editor.ts';

const spoken = ['sv', 'en'];

/** What `attribute` of `element` says, as a language that the widgets speak (`en-GB` is `en`). The editor hears of one that they do not. */
export function spokenLanguage(element: Element, attribute: string, written: string | undefined): string | undefined {
  const language = written?.split('-')[0]!.toLowerCase();
  if (!language || spoken.includes(language)) return language || undefined;
  warnAttribute(element, attribute, written!, spoken.join(', '));
  return undefined;
}
