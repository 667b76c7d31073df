import type { Elements } from './elements.ts';

export type Tag = keyof Elements;

/** The element's class, which a reference to the tag holds. */
export type ElementOf<T extends Tag> = Elements[T]['element'];

/** What can be set by the names of properties, which hold once the tag is registered. */
export type PropertiesOf<T extends Tag> = Optional<Elements[T]['properties']>;

/** What can be written by the names of attributes alone, as HTML is: a number also as text, and `YesOrNo` for what is on or off. */
export type AttributesOf<T extends Tag, YesOrNo> = Written<Omit<Elements[T]['attributes'], keyof Elements[T]['properties']>, YesOrNo>;

export type EventsOf<T extends Tag> = Elements[T]['events'];

type Optional<Settings> = { [Name in keyof Settings]?: Settings[Name] | undefined };
type Written<Settings, YesOrNo> = { [Name in keyof Settings]?: InText<Settings[Name], YesOrNo> | undefined };
type InText<Value, YesOrNo> = Value extends boolean ? YesOrNo : Value extends number ? Value | `${number}` : Value;
