import type { Package } from 'custom-elements-manifest/schema.js';
import { cssPropertiesOf, elementsOf, settable, type ManifestElement } from './manifest-elements.ts';

interface Described {
  name: string;
  description: string;
}

interface Typed extends Described {
  type: string;
}

interface Slot extends Described {
  pattern?: string;
}

interface Element extends Described {
  attributes: (Described & { value: { type: string } })[];
  slots: Slot[];
  js: { properties: Typed[]; events: Typed[] };
  css: { parts: Described[] };
}

/** The form of JetBrains, as far as custom elements need it. */
export interface WebTypes {
  $schema: string;
  name: string;
  version: string;
  'description-markup': 'markdown';
  'js-types-syntax': 'typescript';
  contributions: { html: { elements: Element[] }; css: { properties: Described[] } };
}

/** What the editors of JetBrains read, by way of the field `web-types` in the package. */
export const webTypes = (manifest: Package, name: string, version: string): WebTypes => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name,
  version,
  'description-markup': 'markdown',
  'js-types-syntax': 'typescript',
  contributions: {
    html: { elements: elementsOf(manifest).map(elementOf) },
    css: { properties: cssPropertiesOf(manifest).map(described) },
  },
});

const elementOf = ({ tagName, description = '', ...widget }: ManifestElement): Element => ({
  name: tagName,
  description,
  attributes: (widget.attributes ?? []).map((attribute) => ({ ...described(attribute), value: { type: attribute.type?.text ?? 'string' } })),
  slots: (widget.slots ?? []).map(slotOf),
  js: { properties: settable(widget).map(typed), events: (widget.events ?? []).map(typed) },
  css: { parts: (widget.cssParts ?? []).map(described) },
});

const described = ({ name, description = '' }: { name: string; description?: string }): Described => ({ name, description });

const typed = (one: { name: string; description?: string; type?: { text: string } }): Typed => ({ ...described(one), type: one.type?.text ?? 'unknown' });

/** `logo-{provider}` is as many slots as there are e-IDs, which the format says by a pattern. */
const slotOf = (one: { name: string; description?: string }): Slot =>
  ({ ...described(one), ...(one.name.includes('{') && { pattern: one.name.replace(/\{.*?\}/g, '.+') }) });
