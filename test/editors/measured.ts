/** What a visitor meets where a widget was written: the widget as it was asked for, the words alone, code, or nothing. A cleaner of HTML has no button for links. */
export type Outcome = '✔' | 'text' | 'kod' | '–' | 'finns inte';

/** Something that content goes through. */
export interface Measured {
  name: string;
  /** What runs: its key among the editors of the page, or the library that runs on a server. */
  runs: 'tinymce' | 'ckeditor' | 'quill' | 'tiptap' | 'dompurify' | 'sanitize-html';
  /** The page of `cms` whose settings it is given; as it comes where there is none. */
  settingsIn?: string;
  /** Which of the page's settings, where it gives several: 0 is the first. */
  choice?: number;
  /** Whatever stands inside a tag comes along, code too: the page must say so. */
  letsCodeIn?: true;
  /** In the order of the shapes. */
  outcomes: readonly Outcome[];
}

/** What comes through what. It is what was measured, good or bad, so that a change in an editor is noticed. */
export const measured: readonly Measured[] = [
  //                                                                                              link  own button    bold  code  "code" ”code” quote   marked  tag     empty tag
  { name: 'TinyMCE', runs: 'tinymce', outcomes:                                                   ['✔', '✔',          '✔', '✔', '✔',   '✔',   '✔',    '✔',    'text', '–'] },
  { name: 'TinyMCE, inställd', runs: 'tinymce', settingsIn: 'tinymce.md', outcomes:               ['✔', '✔',          '✔', '✔', '✔',   '✔',   '✔',    '✔',    '✔',    '✔'] },
  { name: 'CKEditor 5', runs: 'ckeditor', outcomes:                                               ['✔', '✔',          '✔', '✔', '✔',   '✔',   'text', 'text', 'text', '–'] },
  { name: 'CKEditor 5, inställd', runs: 'ckeditor', settingsIn: 'ckeditor.md', outcomes:          ['✔', '✔',          '✔', '✔', '✔',   '✔',   '✔',    '✔',    'text', '–'] },
  { name: 'CKEditor 5, med taggen', runs: 'ckeditor', settingsIn: 'ckeditor.md', choice: 1, letsCodeIn: true, outcomes:
                                                                                                  ['✔', '✔',          '✔', '✔', '✔',   '✔',   '✔',    '✔',    '✔',    '✔'] },
  { name: 'Quill', runs: 'quill', outcomes:                                                       ['✔', '✔',          '✔', '✔', '✔',   '✔',   'text', 'text', 'text', '–'] },
  { name: 'Tiptap', runs: 'tiptap', outcomes:                                                     ['✔', '✔',          '✔', '✔', '✔',   '✔',   'text', 'text', 'text', '–'] },
  { name: 'DOMPurify', runs: 'dompurify', outcomes:                                               ['✔', 'finns inte', '✔', '✔', '✔',   '✔',   '✔',    '✔',    'text', '–'] },
  { name: 'DOMPurify, inställd', runs: 'dompurify', settingsIn: 'dompurify.md', outcomes:         ['✔', 'finns inte', '✔', '✔', '✔',   '✔',   '✔',    '✔',    '✔',    '✔'] },
  { name: 'sanitize-html', runs: 'sanitize-html', outcomes:                                       ['✔', 'finns inte', '✔', '✔', '✔',   '✔',   'text', 'text', 'text', '–'] },
  { name: 'sanitize-html, inställd', runs: 'sanitize-html', settingsIn: 'sanitize-html.md', outcomes:
                                                                                                  ['✔', 'finns inte', '✔', '✔', '✔',   '✔',   '✔',    '✔',    '✔',    '✔'] },
];
