import manifest from '../custom-elements.json' with { type: 'json' };
import { words, type SettingWords, type WidgetWords } from './words.sv.ts';

/** A widget as whatever makes snippets, blocks or dialogues of it sees it. */
export interface EditorWidget extends Omit<WidgetWords, 'settings'> {
  tag: string;
  /** The tag without `kommun-`: what a text code and a widget's own page are called by. */
  short: string;
  settings: readonly Setting[];
}

export interface Setting extends SettingWords {
  /** The attribute. */
  name: string;
  /** `switch` is on or off; `choice` is one of `options` or none. */
  kind: 'switch' | 'choice' | 'number' | 'address' | 'text';
}

interface Element {
  tagName: string;
  attributes?: readonly { name: string; type?: { text: string } }[];
}

const elements = manifest.modules.flatMap(({ declarations }): readonly Element[] => declarations);

const typesOf = (tag: string): ReadonlyMap<string, string> =>
  new Map(elements.find(({ tagName }) => tagName === tag)?.attributes?.map(({ name, type }) => [name, type?.text ?? 'boolean']));

/** Every widget that an editor can put on a page, with each of its settings. @throws where words and manifest differ. */
export function editorWidgets(): EditorWidget[] {
  return Object.entries(words).map(([tag, { settings, ...described }]) => {
    const types = typesOf(tag);
    const silent = [...types.keys()].filter((name) => !(name in settings));
    if (silent.length > 0) throw new Error(`<${tag}> has no Swedish words for ${silent.join(', ')}.`);
    return { tag, short: tag.replace('kommun-', ''), ...described, settings: Object.entries(settings).map(([name, said]) => ({ name, kind: kindOf(tag, name, types, said), ...said })) };
  });
}

function kindOf(tag: string, name: string, types: ReadonlyMap<string, string>, said: SettingWords): Setting['kind'] {
  const type = types.get(name);
  if (type === undefined) throw new Error(`<${tag}> has no attribute ${name}.`);
  if (said.options) return 'choice';
  if (said.isAddress) return 'address';
  if (type.startsWith('boolean')) return 'switch';
  return type.startsWith('number') ? 'number' : 'text';
}
