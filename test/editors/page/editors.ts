import { ckeditor } from './ckeditor.ts';
import { quill } from './quill.ts';
import { tinymce } from './tinymce.ts';
import { tiptap } from './tiptap.ts';
import { dompurify } from './dompurify.ts';

/** A text as an editor's settings say it, word for word. */
export type Settings = Readonly<Record<string, unknown>>;

/** Something that content goes through on its way to a page. */
export interface Through {
  /** Puts `html` in, as when a page is opened for editing, and takes out what would be saved. */
  content(html: string, settings: Settings): Promise<string>;
  /** Makes a link by the editor's own command, and takes out what would be saved. Cleaners of HTML have none. */
  link?(link: { href: string; text: string }, settings: Settings): Promise<string>;
}

/** What runs in a browser. */
const editors: Readonly<Record<string, Through>> = { tinymce, ckeditor, quill, tiptap, dompurify };

export type Editors = typeof editors;

Object.assign(globalThis, { editors });
