import type { HTMLAttributes } from 'svelte/elements';
import type { AttributesOf, ElementOf, EventsOf, PropertiesOf, Tag } from './settings.ts';

/** What Svelte 5 knows of each tag. `onkommun-faq-toggled` listens by that name. */
export type SvelteElements = { [T in Tag]: Settings<T> & Omit<HTMLAttributes<ElementOf<T>>, keyof Settings<T>> };

// Svelte would write "false" into an attribute that is off, which HTML reads as on: the property takes yes and no.
type Settings<T extends Tag> = PropertiesOf<T> & AttributesOf<T, ''> & Handlers<EventsOf<T>>;
type Handlers<Events> = { [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends SvelteElements {}
}
