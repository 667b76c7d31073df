// What every widget shares, as one file: the loader fetches it beside the first widget, not after it.
export * from './kit/base.styles.ts';
export * from './portal/words.controller.ts';
export { LitElement, html } from 'lit';
