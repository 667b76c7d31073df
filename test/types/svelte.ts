import 'kommun-widgets/svelte';
import type { SvelteElements } from 'kommun-widgets/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const right: [SvelteHTMLElements['kommun-portal'], SvelteHTMLElements['kommun-faq'], SvelteHTMLElements['kommun-faq'], SvelteHTMLElements['kommun-child-picker']] = [
  { api: '/api/v1', lang: 'sv' },
  { class: 'wide', search: true, headingLevel: 3, jsonLd: false, 'onkommun-faq-toggled': ({ question, open }) => void question.at(open ? 0 : 1) },
  { 'heading-level': '3', 'json-ld': '', 'contact-href': undefined, hidden: true },
  { required: true, value: '', 'onkommun-child-chosen': ({ childIds }) => void childIds.length },
];

export const wrong: SvelteHTMLElements['kommun-faq'][] = [
  { search: 'ja' }, // wrong
  { headingLevel: 'tre' }, // wrong
  { 'heading-level': 'tre' }, // wrong
  { 'json-ld': false }, // wrong
  { sarch: true }, // wrong
  { 'onkommun-faq-toggled': ({ answer }) => void answer }, // wrong
  { 'onkommun-faq-togled': () => {} }, // wrong
];
export const wrongField: SvelteHTMLElements['kommun-child-picker'] = { validationMessage: '' }; // wrong
export const wrongTag: keyof SvelteElements = 'kommun-faqs'; // wrong
