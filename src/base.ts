import { LitElement } from 'lit';

// The way into what every widget shares: the loader asks for it beside the first widget, not after it, and
// vite.config.ts gathers what is shared into the same file.

const draw = LitElement.prototype['performUpdate'];

// A widget that fails while it draws says so in its own place. Lit is the bundle's own here; those who import a class have their own ways.
LitElement.prototype['performUpdate'] = function (this: LitElement) {
  try {
    draw.call(this);
  } catch (error) {
    console.warn(error);
    void import('./failed.ts').then(({ showFailed }) => showFailed(this)).catch(() => {});
  }
};
