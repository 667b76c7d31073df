import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AttributesOf, ElementOf, EventsOf, PropertiesOf, Tag } from './settings.ts';

/** What React 19 knows of each tag. It sets a property where there is one, and listens to `onkommun-faq-toggled` by exactly that name. */
export type ReactElements = { [T in Tag]: Settings<T> & Omit<DetailedHTMLProps<HTMLAttributes<ElementOf<T>>, ElementOf<T>>, keyof Settings<T>> };

type Settings<T extends Tag> = PropertiesOf<T> & AttributesOf<T, boolean> & Handlers<EventsOf<T>>;
type Handlers<Events> = { [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
