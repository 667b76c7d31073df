import DOMPurify from 'dompurify';
import type { Through } from './editors.ts';

export const dompurify: Through = {
  content: (html, settings) => Promise.resolve(DOMPurify.sanitize(html, settings)),
};
