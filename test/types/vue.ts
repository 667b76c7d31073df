import 'kommun-widgets/vue';
import type { GlobalComponents, ImgHTMLAttributes } from 'vue';

/** What a template may give to each tag. */
type Given<T extends keyof GlobalComponents> = GlobalComponents[T] extends new () => { $props: infer Props } ? Props : never;

export const right: [Given<'kommun-portal'>, Given<'kommun-faq'>, Given<'kommun-faq'>, Given<'kommun-child-picker'>] = [
  { api: '/api/v1', lang: 'sv' },
  { class: ['wide'], search: true, headingLevel: 3, jsonLd: false, onKommunFaqToggled: ({ question, open }) => void question.at(open ? 0 : 1) },
  { 'heading-level': '3', 'json-ld': '', 'contact-href': undefined, key: 'second' },
  { required: true, value: '', onKommunChildChosen: ({ childIds }) => void childIds.length },
];

export const logo: ImgHTMLAttributes = { slot: 'logo-bankid', alt: '' };

export const wrong: Given<'kommun-faq'>[] = [
  { search: 'ja' }, // wrong
  { headingLevel: 'tre' }, // wrong
  { 'heading-level': 'tre' }, // wrong
  { 'json-ld': false }, // wrong
  { sarch: true }, // wrong
  { onKommunFaqToggled: ({ answer }) => void answer }, // wrong
  { onKommunFaqTogled: () => {} }, // wrong
];
export const wrongField: Given<'kommun-child-picker'> = { validationMessage: '' }; // wrong
export const wrongTag: keyof GlobalComponents = 'kommun-faqs'; // wrong
