import { css } from 'lit';

/**
 * Looks of every step with an e-ID, from the choice of one to what came of it.
 *
 * @cssprop --kommun-surface - ground of what lies over the page, such as the warning before a session ends
 * @cssprop --kommun-on-surface - text on that ground
 */
export const eidStyles = css`
  .box { container-type: inline-size; }
  h1, h2, h3, h4, h5, h6, .title { margin: 0; font-size: 1.4em; font-weight: 700; line-height: 1.25; text-wrap: balance; inline-size: fit-content; }
  p, ul, ol { margin-block: 0.75em 0; }
  p:empty { display: none; }
  .message, .name, .person, .title { font-weight: 600; }
  .clock, small { color: var(--_muted); }
  .clock { font-variant-numeric: tabular-nums; }
  .note { padding: 0.5em 0.75em; border-inline-start: 0.25em solid var(--_danger); background: var(--_tint); }
  [hidden] { display: none; }

  ul { list-style: none; padding: 0; }
  .providers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr)); grid-auto-rows: 1fr; gap: var(--_space); }
  .providers li { display: grid; align-content: start; gap: 0.75em; padding: var(--_space); border: 0.0625em solid var(--_line); border-radius: var(--_radius); }
  .providers p { margin: 0; }
  .providers div:not(.plate) { display: contents; }
  .providers a { justify-self: start; padding-block: 0.6em; }
  .plate { justify-self: start; padding: 0.75em; background: #fff; border-radius: var(--_radius); forced-color-adjust: none; }
  ::slotted([slot^='logo-']), img { display: block; max-block-size: 3em; }
  img { block-size: 3em; max-inline-size: 100%; object-fit: contain; }

  .session { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: 0 2em; margin-block-start: 0.5em; }
  .session p { margin-block: 0.25em 0; }
  .session .actions { margin-block-start: 0.75em; }
  .actions { display: flex; flex-wrap: wrap; gap: 0.75em; margin-block-start: 1.25em; }
  .advice { display: grid; justify-items: start; gap: 0.75em; }
  .advice a, .help a { display: inline-block; padding-block: 0.6em; }
  .help { display: flex; flex-wrap: wrap; column-gap: 1.5em; margin-block-start: var(--_space); border-block-start: 0.0625em solid var(--_line); }

  dialog {
    max-inline-size: min(32em, 100vw - 2em);
    padding: 1.5em;
    color: var(--kommun-on-surface, CanvasText);
    background: var(--kommun-surface, Canvas);
    border: 0.0625em solid var(--_edge);
    border-radius: var(--_radius);
  }
  dialog::backdrop { background: rgb(0 0 0 / 0.5); }
  @media print { .actions { display: none; } }
`;
