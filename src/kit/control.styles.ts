import { css, type CSSResultGroup } from 'lit';
import { toneStyles } from './tone.styles.ts';

/** Buttons and links that look alike in every widget; `class="primary"` and `class="plain"` are the variants. */
export const controlStyles: CSSResultGroup = [toneStyles, css`
  button, .button {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    background: transparent;
    border: 0.0625em solid var(--_edge);
    border-radius: var(--_radius);
    min-block-size: max(2.75em, 44px);
    min-inline-size: max(2.75em, 44px);
    padding: 0.5em 1.1em;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  button:hover, a.button:hover { background: var(--_tint); border-color: currentColor; }
  .primary, button.primary, a.button.primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
    font-weight: 600;
  }
  button.primary:hover, a.button.primary:hover {
    color: var(--_on-accent);
    background: color-mix(in srgb, var(--_accent) 86%, CanvasText);
    border-color: transparent;
  }
  button.plain {
    border-color: transparent;
    padding-inline: 0.5em;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  a:not(.button) { color: var(--_link); text-underline-offset: 0.15em; text-decoration-thickness: 0.0625em; }
  a:not(.button):hover { text-decoration-thickness: 0.125em; }
  @media (forced-colors: active) {
    .primary, button.primary, a.button.primary { border: 0.125em solid ButtonText; }
  }
  [tabindex='-1']:focus-visible { outline-offset: 0.25em; }
  :where(button, a, input, [tabindex]) { scroll-margin-block: 6em; }
  @media print { button { display: none; } }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`];
