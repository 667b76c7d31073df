import type { HTMLAttributes, PublicProps } from 'vue';
import type { AttributesOf, ElementOf, EventsOf, PropertiesOf, Tag } from './settings.ts';

/** What Vue 3 knows of each tag in a template. `@kommun-faq-toggled` listens by that name. */
export type VueElements = { [T in Tag]: new () => ElementOf<T> & { $props: Settings<T> & Omit<HTMLAttributes & PublicProps, keyof Settings<T>> } };

// Vue would write "false" into an attribute that is off, which HTML reads as on: the property (`:json-ld.prop`) takes yes and no.
type Settings<T extends Tag> = PropertiesOf<T> & AttributesOf<T, ''> & Handlers<EventsOf<T>>;
type Handlers<Events> = { [Name in keyof Events & string as `on${Pascal<Name>}`]?: ((event: Events[Name]) => void) | undefined };
type Pascal<Name extends string> = Name extends `${infer Word}-${infer Rest}` ? `${Capitalize<Word>}${Pascal<Rest>}` : Capitalize<Name>;

/** For `compilerOptions` of the Vue plugin: whether a tag is a widget, which Vue then leaves to the browser. */
export const isCustomElement = (tag: string): boolean => tag.startsWith('kommun-');

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
  // Vue knows slots of its own alone, and a widget's are filled by the attribute.
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
