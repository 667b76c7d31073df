import { css } from 'lit';

/**
 * What every widget starts from: a block that no host page can collapse, the page's own font and colour,
 * sizes in em from one token, and the inherited oddities of hosts (capitals, wide letters, centring) undone.
 *
 * @cssprop --kommun-font-size - size of ordinary text; all else follows it
 * @cssprop --kommun-radius - roundness of corners
 * @cssprop --kommun-line - colour of lines between things
 * @cssprop --kommun-edge - colour of edges around what can be pressed or filled in
 * @cssprop --kommun-accent - the municipality's own colour: main buttons and icons
 * @cssprop --kommun-link - colour of links
 * @cssprop --kommun-focus - colour of the ring around what has the focus
 */
export const baseStyles = css`
  :host {
    display: block !important;
    font-size: var(--kommun-font-size, max(1rem, 16px));
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    cursor: auto;
    -webkit-text-size-adjust: 100%;
    --_radius: var(--kommun-radius, 0.25em);
    --_line: var(--kommun-line, color-mix(in srgb, currentColor 22%, transparent));
    --_edge: var(--kommun-edge, color-mix(in srgb, currentColor 62%, transparent));
    --_accent: var(--kommun-accent, #00538a);
    --_link: var(--kommun-link, #00538a);
    --_focus: var(--kommun-focus, currentColor);
  }
  :host([hidden]) { display: none !important; }

  /* The page decides light or dark by its color-scheme; light-dark() reads it. */
  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--kommun-accent, light-dark(#00538a, #8fcbf5));
      --_link: var(--kommun-link, light-dark(#00538a, #9bd0f7));
    }
  }

  *, *::before, *::after { box-sizing: border-box; }

  :focus-visible {
    outline: 0.1875em solid var(--_focus);
    outline-offset: 0.125em;
    border-radius: 0.125em;
  }
`;
