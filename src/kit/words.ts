/** A widget's words in one language. Values may hold `{name}` places that `fill` fills. */
export type Words = Readonly<Record<string, string>>;

/** A widget's words: Swedish at hand, other languages fetched when somebody reads them. */
export interface WordSource<W extends Words> {
  /** Prefix of the keys by which a municipality overrides a text: `login` in `login.heading`. */
  readonly name: string;
  readonly sv: W;
  readonly other: Readonly<Record<string, () => Promise<W>>>;
}

/** `template` with each `{name}` replaced by the value of that name. */
export function fill(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
