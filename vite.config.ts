import { transform } from 'lightningcss';
import { readFileSync } from 'node:fs';
import { minify } from 'terser';
import terser from 'terser/package.json' with { type: 'json' };
import { defineConfig, type Plugin } from 'vite';
import { withoutUnused } from './scripts/without-unused.ts';

/** Minifies what stands in the css`` of a `*.styles.ts`, which script minifiers leave alone. */
const minifyStyles: Plugin = {
  name: 'minify-styles',
  transform: {
    filter: { id: /\.styles\.ts$/ },
    handler: (code) =>
      code.replace(/css`([^`$]*)`/g, (_, styles: string) => {
        const { code: minified } = transform({ filename: 'styles.css', code: Buffer.from(styles), minify: true });
        return `css\`${String(minified).replaceAll('\\', '\\\\')}\``;
      }),
  },
};

/** Takes the margins out of templates that have several lines; script minifiers take them out of the script alone. */
const withoutMargins: Plugin = {
  name: 'without-margins',
  transform: { filter: { id: /src\/.*\.ts$/ }, handler: (code) => code.replace(/\n +/g, '\n') },
};

/** Puts the bundler's few lines of runtime into the files that use them: a file of its own would be one more request. */
const inlineRuntime: Plugin = {
  name: 'inline-runtime',
  generateBundle(_, bundle) {
    const runtime = Object.values(bundle).find(({ fileName }) => fileName.startsWith('rolldown-runtime'));
    if (runtime?.type !== 'chunk') return;
    const [, body, exported] = /^([^]*);export\{([^}]+)\};?\s*$/.exec(runtime.code) ?? [];
    if (!exported) return this.error('The runtime has another shape than expected.');
    const insideName = new Map(pairsOf(exported).map(([inside, outside = inside]) => [outside, inside]));
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk === runtime) continue;
      chunk.code = withoutEmptyModules(chunk.code).replace(/import\{([^}]+)\}from"\.\/rolldown-runtime-[^"]+";/, (_all, imported: string) =>
        pairsOf(imported).map(([outside = '', local = outside]) => `const ${local}=(()=>{${body};return ${insideName.get(outside)}})();`).join(''));
      chunk.imports = chunk.imports.filter((fileName) => fileName !== runtime.fileName);
    }
    delete bundle[runtime.fileName];
  },
};

/** The loader fetches a module that exports nothing for what else is in its file: it takes no runtime to say that there is nothing. */
const withoutEmptyModules = (code: string): string =>
  code.replace(/^import\{\w+ as (\w+)\}from"\.\/rolldown-runtime-[^"]+";([^]*?)\/\* @__PURE__ \*\/ \1\(\{\}\)(?![^]*@__PURE__ \*\/ \1\()/, '$2{}');

/** `a as b,c` as pairs of names. */
const pairsOf = (names: string): string[][] => names.split(',').map((pair) => pair.split(' as '));

const itself = readFileSync(import.meta.filename, 'utf8');

/** Minifies once more, by another hand: two parts in a hundred, and the notes for other bundlers that the library form keeps. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  // Names are given before this, and a browser keeps a file by its name for good: with another minifier, or other settings, it must have another.
  augmentChunkHash: () => terser.version + itself,
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 6, hoist_funs: true, keep_fargs: false }, format: { comments: false } });
      if (code === undefined) return this.error(`${chunk.fileName} could not be minified.`);
      chunk.code = code;
    }
  },
};

/** The widgets as a site loads them: `v1/kommun.js`, and chunks that it fetches when a page needs them. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [withoutMargins, minifyStyles, withoutUnused(), inlineRuntime, minifyAgain],
  // A library is built without it, and @tanstack/virtual-core asks.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/cdn/v1',
    // Pages that are open already may yet fetch chunks of an earlier build.
    emptyOutDir: false,
    target: 'es2022',
    manifest: true,
    // As a library, so that no preloading code comes along: the loader does that by itself.
    lib: { entry: { kommun: 'src/loader.ts', page: 'src/page.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(lit|lit-html|lit-element|@lit\/reactive-element)\/(?!.*directive)|src\/(base|kit\/(base\.styles|warn-editor|words)|portal\/(words\.controller|language|page-default))\.[jt]s$/,
            },
            // What every widget that talks to the backend needs besides, and the way there.
            { name: 'portal', test: /node_modules\/@lit\/context\/|src\/(portal\/(?!door|portal\.element|session-name)|eid\/(choice\.view|device|eid\.styles|help\.view|late|order-mark)|kit\/(announce|control\.styles|focus\.controller|framed|heading|modal|telephone|tick\.controller|tone\.styles))/ },
            // Words that the signature takes over would else be a file of their own, and one more request.
            { name: 'order.part', test: /src\/eid\/order\.(part|text\.sv)/ },
            { name: 'trouble.part', test: /src\/eid\/(trouble\.part|failure\.text\.sv)/ },
            { name: 'client', test: /node_modules\/(ky|zod)\/|src\/(client\/(http-backend|http-calls|problem-of)|contract\/(?!case|child|application|faq|signing))/ },
          ],
        },
      },
    },
  },
});
