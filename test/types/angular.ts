import 'kommun-widgets/define';
import type { Elements } from '../../src/frameworks/elements.ts';

// Angular's own check of a template makes each tag by `createElement` and listens by `addEventListener`.
const faq = document.createElement('kommun-faq');
faq.headingLevel = 3;
faq.addEventListener('kommun-faq-toggled', ({ question, open }) => question.at(open ? 0 : 1));
document.createElement('kommun-child-picker').value = '';

faq.headingLevel = 'tre'; // wrong
faq.sarch = true; // wrong
faq.addEventListener('kommun-faq-toggled', ({ answer }) => answer); // wrong
document.createElement('kommun-child-picker').validationMessage = ''; // wrong

/** What the manifest has and the page's own maps do not, or have as something else. */
type StrangeTags = { [T in keyof Elements]: T extends keyof HTMLElementTagNameMap ? (HTMLElementTagNameMap[T] extends Elements[T]['element'] ? never : T) : T }[keyof Elements];
type StrangeEvents<Events> = { [Name in keyof Events]: Name extends keyof HTMLElementEventMap ? (HTMLElementEventMap[Name] extends Events[Name] ? never : Name) : Name }[keyof Events];
export const strange: (StrangeTags | { [T in keyof Elements]: StrangeEvents<Elements[T]['events']> }[keyof Elements])[] = [];
export const none: never[] = strange;
