import { transform } from 'lightningcss';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';

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

/** Puts the bundler's few lines of runtime into the files that use them: a file of its own would be one more request. */
const inlineRuntime: Plugin = {
  name: 'inline-runtime',
  generateBundle(_, bundle) {
    const runtime = Object.values(bundle).find(({ fileName }) => fileName.startsWith('rolldown-runtime'));
    if (runtime?.type !== 'chunk') return;
    const source = /^([^]*);export\{(\w+)\};?\s*$/.exec(runtime.code);
    if (!source) return this.error('The runtime has another shape than expected.');
    const [, body, name] = source;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk === runtime) continue;
      chunk.code = chunk.code.replace(/import\{\w+ as (\w+)\}from"\.\/rolldown-runtime-[^"]+";/, (_all, local: string) => `const ${local}=(()=>{${body};return ${name}})();`);
      chunk.imports = chunk.imports.filter((fileName) => fileName !== runtime.fileName);
    }
    delete bundle[runtime.fileName];
  },
};

/** Minifies once more, by another hand: two parts in a hundred, and the notes for other bundlers that the library form keeps. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: false } });
      if (code === undefined) return this.error(`${chunk.fileName} could not be minified.`);
      chunk.code = code;
    }
  },
};

/** The widgets as a site loads them: `v1/kommun.js`, and chunks that it fetches when a page needs them. */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [minifyStyles, inlineRuntime, minifyAgain],
  build: {
    outDir: 'dist/cdn/v1',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // As a library, so that no preloading code comes along: the loader does that by itself.
    lib: { entry: { kommun: 'src/loader.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(lit|lit-html|lit-element|@lit\/reactive-element)\/|src\/(base|kit\/(base\.styles|warn-editor|words)|portal\/(words\.controller|language|page-default))\.[jt]s$/,
            },
            { name: 'portal', test: /node_modules\/@lit\/context\/|src\/portal\/(portal|portal\.controller|page-portal|connection|api-address)\.ts$/ },
          ],
        },
      },
    },
  },
});
