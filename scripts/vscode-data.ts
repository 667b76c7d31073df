import type { Package } from 'custom-elements-manifest/schema.js';
import { cssPropertiesOf, elementsOf } from './manifest-elements.ts';

interface HtmlData {
  version: 1.1;
  tags: { name: string; description: string; attributes: { name: string; description: string; valueSet?: 'v' }[] }[];
}

interface CssData {
  version: 1.1;
  properties: { name: string; description: string }[];
}

/** The tags and their attributes, in the form that the setting `html.customData` of VS Code reads. */
export const htmlData = (manifest: Package): HtmlData => ({
  version: 1.1,
  tags: elementsOf(manifest).map(({ tagName, description = '', attributes = [] }) => ({
    name: tagName,
    description,
    // "v" is what the editor calls an attribute without a value.
    attributes: attributes.map(({ name, type, description: said = '' }) => ({ name, description: said, ...(type?.text === 'boolean' && { valueSet: 'v' as const }) })),
  })),
});

/** The CSS properties, in the form that `css.customData` reads. */
export const cssData = (manifest: Package): CssData => ({
  version: 1.1,
  properties: cssPropertiesOf(manifest).map(({ name, description = '' }) => ({ name, description })),
});
