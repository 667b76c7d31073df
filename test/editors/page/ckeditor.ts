import { Autoformat, BlockQuote, Bold, ClassicEditor, Essentials, GeneralHtmlSupport, Heading, Italic, Link, List, Paragraph } from 'ckeditor5';
import type { Settings, Through } from './editors.ts';
import { field } from './field.ts';

const plugins = [Essentials, Paragraph, Heading, Bold, Italic, Link, List, BlockQuote, Autoformat];

/** With the plugin for other HTML only where there are settings for it. */
const opened = (settings: Settings) =>
  ClassicEditor.create(field('div'), { licenseKey: 'GPL', plugins: 'htmlSupport' in settings ? [...plugins, GeneralHtmlSupport] : plugins, ...settings });

export const ckeditor: Through = {
  async content(html, settings) {
    const open = await opened(settings);
    open.setData(html);
    const saved = open.getData();
    await open.destroy();
    return saved;
  },
  async link({ href, text }, settings) {
    const open = await opened(settings);
    open.setData(`<p>${text}</p>`);
    open.execute('selectAll');
    open.execute('link', href);
    const saved = open.getData();
    await open.destroy();
    return saved;
  },
};
