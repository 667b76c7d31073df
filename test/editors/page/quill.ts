import Quill from 'quill';
import type { Through } from './editors.ts';
import { field } from './field.ts';

export const quill: Through = {
  content: (html) => {
    const open = new Quill(field('div'));
    open.clipboard.dangerouslyPasteHTML(html);
    return Promise.resolve(open.getSemanticHTML());
  },
  link: ({ href, text }) => {
    const open = new Quill(field('div'));
    open.setText(text);
    open.formatText(0, text.length, 'link', href, 'user');
    return Promise.resolve(open.getSemanticHTML());
  },
};
