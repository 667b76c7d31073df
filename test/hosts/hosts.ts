/** What is odd about the pages on which both widgets show an answer and a way to log in, in every engine; by the page's name. */
export const hosts: Readonly<Record<string, string>> = {
  'plain': 'has nothing odd about it',
  'resets-everything': 'resets every style',
  'small-root': 'has a root size of 62.5 %',
  'shouting': 'writes everything in wide capitals',
  'dark': 'is dark',
  'right-to-left': 'reads from right to left',
  'base-href': 'has a base address elsewhere',
  'hash-router': 'routes by the fragment of the address',
  'amd': 'has an AMD loader',
  'one-form': 'is one large form',
  'altered-natives': 'has changed arrays and JSON',
  'added-to-objects': 'has added something to every object',
  'jquery': 'is built with jQuery',
  'prototype': 'is built with Prototype',
  'zone': 'is built with zones',
  'hotkeys': 'has hotkeys',
  'linked-block': 'makes whole blocks into links',
  'late-content': 'defines the widgets before it has been read to its end',
  'cookies-blocked': 'may store nothing',
  'redirected': 'is sent elsewhere for the script',
  'twice': 'has the script twice',
  'second-version': 'has two versions of the script',
  'pinned': 'wants one version and not a byte of another',
  'nonce': 'runs only what it has marked',
  'anchors': 'holds anchors instead of tags',
};

/** What the server says with a page, where the hazard is not in its code. */
export const headers: Readonly<Record<string, Record<string, string>>> = {
  nonce: { 'Content-Security-Policy': "default-src 'self'; script-src 'nonce-en-gang'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html" },
};
