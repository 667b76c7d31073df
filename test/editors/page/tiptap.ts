import { Editor } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import type { Through } from './editors.ts';
import { field } from './field.ts';

const opened = (content: string) => new Editor({ element: field('div'), extensions: [StarterKit], content });

export const tiptap: Through = {
  content: (html) => {
    const open = opened(html);
    const saved = open.getHTML();
    open.destroy();
    return Promise.resolve(saved);
  },
  link: ({ href, text }) => {
    const open = opened(`<p>${text}</p>`);
    open.chain().selectAll().setLink({ href }).run();
    const saved = open.getHTML();
    open.destroy();
    return Promise.resolve(saved);
  },
};
