declare module 'sanitize-html' {
  function sanitize(html: string, options?: sanitize.Options): string;
  namespace sanitize {
    interface Options {
      allowedTags?: readonly string[];
      allowedAttributes?: Readonly<Record<string, readonly string[]>>;
      allowedClasses?: Readonly<Record<string, readonly string[]>>;
    }
  }
  export default sanitize;
}
