import type { ClassField, CssCustomProperty, CustomElement, Package } from 'custom-elements-manifest/schema.js';

/** The analyzer says which fields can only be read; the schema's types came before that. */
export type Field = ClassField & { readonly?: true };

/** An element of the manifest, and the module that its class is in. */
export interface ManifestElement extends CustomElement {
  kind: 'class';
  tagName: string;
  modulePath: string;
}

/** Every element of the manifest. */
export const elementsOf = ({ modules }: Package): ManifestElement[] =>
  modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter((declaration): declaration is Omit<ManifestElement, 'modulePath'> => 'tagName' in declaration)
      .map((element) => ({ ...element, modulePath: path })));

/** The properties that a page can set. */
export const settable = ({ members = [] }: Pick<ManifestElement, 'members'>): Field[] =>
  members.filter((member): member is Field => member.kind === 'field').filter(({ readonly }) => !readonly);

/** Every CSS property once: the elements share most of them. */
export function cssPropertiesOf(manifest: Package): CssCustomProperty[] {
  const all = elementsOf(manifest).flatMap(({ cssProperties = [] }) => cssProperties);
  return [...new Map(all.map((property) => [property.name, property])).values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
