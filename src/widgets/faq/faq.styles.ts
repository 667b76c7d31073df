import { css } from 'lit';

/** What shows at first; what comes late brings its own. Sizes agree with kommun.css, the file that keeps the room until then. */
export const faqStyles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: center;
    justify-content: space-between;
    min-block-size: calc(2.5em + 2 * max(2.75em, 44px));
  }
  label { inline-size: 100%; font-weight: 600; }
  span { padding-block: 0.6em; }
  input {
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    margin-block: 0.25em;
    padding: 0.25em 0.5em;
    font: inherit;
    color: inherit;
    background: none;
    border: 0.0625em solid var(--_edge);
    border-radius: var(--_radius);
  }
  button {
    min-block-size: max(2.75em, 44px);
    padding: 0.25em 0;
    font: inherit;
    color: var(--_link);
    background: none;
    border: 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .item { border-block: 1px solid var(--_line); }
  .item + .item { border-block-start: 0; }
  .answer { display: flow-root; max-inline-size: 44em; padding-block-end: 0.75em; padding-inline-start: 2.08em; overflow-wrap: break-word; }
  .tools { min-block-size: max(2.75em, 44px); padding-block-start: 0.5em; box-sizing: content-box; }
  @media print {
    .bar, .tools { display: none; }
    .panel { display: block !important; content-visibility: visible !important; }
  }
`;

/** The button inside a question. It stands in the shadow of the editor's own heading. */
export const questionStyles = css`
  :host {
    display: block !important;
    margin: 0 !important;
    padding: 0 !important;
    font-size: var(--kommun-question-size, 1.125em) !important;
    line-height: 1.35 !important;
    scroll-margin-block: var(--kommun-scroll-margin, 5em);
  }
  button {
    all: unset;
    box-sizing: border-box;
    display: flex;
    gap: 0.75em;
    inline-size: 100%;
    padding-block: 0.8em;
    cursor: pointer;
  }
  button:hover { text-decoration: underline; text-underline-offset: 0.15em; }
  button:focus-visible { outline: 0.1875em solid var(--_focus); border-radius: 0.125em; }
  span { overflow-wrap: anywhere; }
  svg { flex: none; inline-size: 1.1em; block-size: 1.35em; color: var(--_accent); stroke: currentColor; stroke-width: 2; forced-color-adjust: auto; }
  [aria-expanded='true'] path + path { display: none; }
`;
