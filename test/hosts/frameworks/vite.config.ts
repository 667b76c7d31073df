import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { isCustomElement } from 'kommun-widgets/vue';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const hosts = ['react', 'vue', 'svelte', 'angular'];

/** Each framework's host as its own developers would build it, from the package and not from its source. */
export default defineConfig({
  root: here,
  base: '/hosts/frameworks/',
  publicDir: false,
  plugins: [svelte(), vue({ template: { compilerOptions: { isCustomElement } } })],
  build: {
    outDir: fileURLToPath(new URL('../../../dist/hosts', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: { input: hosts.map((host) => `${here}/${host}/index.html`) },
  },
});
