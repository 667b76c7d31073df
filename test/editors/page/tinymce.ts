import type { TinyMCE } from 'tinymce';
import 'tinymce';
import 'tinymce/models/dom/index.js';
import 'tinymce/themes/silver/index.js';
import 'tinymce/icons/default/index.js';
import 'tinymce/plugins/link/index.js';
import type { Settings, Through } from './editors.ts';
import { field } from './field.ts';

/** It is no module: it says what it is to the whole page. */
const { tinymce: editor } = globalThis as unknown as { tinymce: TinyMCE };

async function opened(settings: Settings) {
  const [opening] = await editor.init({ target: field('textarea'), license_key: 'gpl', skin: false, content_css: false, plugins: 'link', ...settings });
  return opening!;
}

export const tinymce: Through = {
  async content(html, settings) {
    const open = await opened(settings);
    open.setContent(html);
    const saved = open.getContent();
    open.remove();
    return saved;
  },
  async link({ href, text }, settings) {
    const open = await opened(settings);
    open.setContent(`<p>${text}</p>`);
    open.selection.select(open.getBody().querySelector('p')!.firstChild!);
    open.execCommand('mceInsertLink', false, { href });
    const saved = open.getContent();
    open.remove();
    return saved;
  },
};
