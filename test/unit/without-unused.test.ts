import { build } from 'vite';
import { expect, test } from 'vitest';
import { withoutUnused, type Unused } from '../../scripts/without-unused.ts';

const bundleLit = (unused?: readonly Unused[]) =>
  build({
    configFile: false,
    logLevel: 'silent',
    // Not the form for developers, which a test would get.
    resolve: { conditions: ['module', 'browser'] },
    plugins: [withoutUnused(unused)],
    build: { write: false, lib: { entry: 'node_modules/lit/index.js', formats: ['es'] } },
  });

test('everything that is to be left out of Lit is found there', async () => {
  const [bundle] = [await bundleLit()].flat();
  const code = bundle && 'output' in bundle ? bundle.output[0].code : '';
  expect(code).toContain('requestUpdate');
  expect(code).not.toMatch(/litHtmlVersions|PolyfillSupport|addInitializer|Symbol\.metadata/);
});

test('the build stops when something to leave out is nowhere in Lit', async () => {
  await expect(bundleLit([[/what Lit never wrote/, '']])).rejects.toThrow('Nothing in Lit looks like /what Lit never wrote/ any more');
});
