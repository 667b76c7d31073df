import type { Plugin } from 'vite';

/** What to look for in the code of a library, and what stands there instead. */
export type Unused = readonly [found: RegExp, instead: string];

/** What there is in Lit that no page of ours has a use for. */
const inLit: readonly Unused[] = [
  // Polyfills, and a server's rendering.
  [/\b[\w$]+\.(?:lit(?:Html|Element)(?:Polyfill|Hydrate)Support|reactiveElementPolyfillSupport|ShadyCSS)\b/g, '(void 0)'],
  // Its version, for whoever asks.
  [/\([\w$]+\.(?:litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '(void 0)'],
  // Decorators, and what they leave behind.
  [/Symbol\.metadata\?\?=[^;]*;/g, ''],
  [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh)/g, ''],
  [/static addInitializer\(t\)\{.*?\}(?=static)/g, ''],
  [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/g, ''],
  [/void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/g, ''],
  // Words for developers, who read them in the library form.
  [/\bError\((?:"[^"]*"(?:\+\w+\+)?)+\)/g, 'Error()'],
];

/** Leaves out of Lit what is unused; stops the build where that is not found, since another version may have written it otherwise. */
export function withoutUnused(unused: readonly Unused[] = inLit): Plugin {
  const left = new Set(unused);
  return {
    name: 'without-unused',
    transform: {
      filter: { id: /node_modules\/(@lit\/reactive-element|lit-html|lit-element)\// },
      handler: (code) =>
        unused.reduce((before, one) => {
          const after = before.replace(...one);
          if (after !== before) left.delete(one);
          return after;
        }, code),
    },
    buildEnd(error) {
      const [missed] = left;
      if (missed && !error) this.error(`Nothing in Lit looks like ${missed[0]} any more: look at what stands there now in scripts/without-unused.ts.`);
    },
  };
}
