import { css } from 'lit';

export const inboxStyles = css`
  .box { container-type: inline-size; }
  h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; inline-size: fit-content; max-inline-size: 100%; }
  [part='heading'] { font-size: 1.4em; }
  p, ul, ol, dl { margin-block: 0.5em 0; }
  p:empty { display: none; }
  small, .event, .about, .reference { color: var(--_muted); }
  [hidden] { display: none !important; }

  .note, .empty { margin-block-start: 1em; padding: 0.75em 1em; background: var(--_tint); border-inline-start: 0.25em solid var(--_edge); }
  .note > :first-child, .empty > :first-child { margin-block-start: 0; }

  .controls { margin-block-start: 1em; display: grid; gap: 1em; }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0; font-weight: 600; }
  .boxes, .statuses { display: flex; flex-wrap: wrap; gap: 0.25em 1.25em; }
  .boxes legend, .statuses legend { float: inline-start; inline-size: 100%; }
  fieldset label, .check { display: inline-flex; align-items: center; gap: 0.5em; min-block-size: max(2.75em, 44px); }
  input[type='radio'], input[type='checkbox'] { inline-size: 1.375em; block-size: 1.375em; min-inline-size: 24px; min-block-size: 24px; margin: 0; flex: none; accent-color: var(--_accent); }
  .field { display: grid; gap: 0.25em; }
  .field label { font-weight: 600; }
  .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr)); gap: 1em; margin-block: 0.75em; }
  input[type='search'], input[type='date'], select, textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    background: transparent;
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    padding: 0.5em 0.75em;
    border: 0.0625em solid var(--_edge);
    border-radius: var(--_radius);
  }
  select option { color: CanvasText; background: Canvas; }
  summary { min-block-size: max(2.75em, 44px); display: list-item; align-content: center; cursor: pointer; color: var(--_link); }
  .statuses { margin-block-start: 0.5em; }

  .waiting b:empty::after { content: '\\200b'; }

  .bar { display: grid; align-items: center; min-block-size: max(3.25em, 44px); margin-block-start: 0.75em; }
  .bar > * { grid-area: 1 / 1; justify-self: start; margin: 0; }
  .bar > #count:not(:only-child, :focus) { visibility: hidden; }
  .since { color: var(--_muted); }
  #count { font-weight: 600; }

  .rows { list-style: none; padding: 0; margin-block-start: 0.5em; border-block-start: 0.0625em solid var(--_line); }
  .rows > li { border-block-end: 0.0625em solid var(--_line); padding-block: 1em; }
  .rows.windowed { position: relative; }
  .rows.windowed > li { position: absolute; inset-block-start: 0; inset-inline: 0; contain: layout style; }
  article > p { margin-block: 0.375em 0; }
  article h2, article h3, article h4, article h5, article h6 { font-size: 1.1em; }
  .rows h2 a, .rows h3 a, .rows h4 a, .rows h5 a, .rows h6 a { display: inline-block; padding-block: 0.3em; }
  .new {
    display: inline-block;
    padding: 0 0.5em;
    font-size: 0.85em;
    font-weight: 600;
    color: var(--_on-accent);
    background: var(--_accent);
    border: 0.0625em solid transparent;
    border-radius: 1em;
    text-decoration: none;
  }
  .status, .due { display: flex; gap: 0.5em; align-items: start; }
  .status svg, .copy svg { flex: none; inline-size: 1.25em; block-size: 1.25em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; forced-color-adjust: auto; }
  .status svg { margin-block-start: 0.125em; }
  .decided svg, .closed svg { color: var(--_success); }
  .awaitingSignatures svg, .awaitingPayment svg, .awaitingSupplement svg { color: var(--_danger); }
  .due { inline-size: fit-content; }
  .due.warning, .due.late { padding: 0.125em 0.5em; font-weight: 600; border: 0.0625em solid currentColor; border-radius: var(--_radius); }
  .due.late { color: var(--_danger); }
  .about { display: flex; flex-wrap: wrap; gap: 0.25em 1em; }
  .reference { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.25em; }
  .reference button { padding: 0; }
  .copy svg { stroke-width: 1.5; }
  .facts > p { margin-block: 0.375em 0; }
  .locked { color: var(--_muted); }
  .in-part { color: var(--_muted); }
  .on-paper { display: none; }
  .more { display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: center; margin-block-start: 1em; }

  @container (min-width: 38em) {
    .rows article { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: 2em; align-items: start; }
    .rows article > * { grid-column: 1; }
    .rows article > .action { grid-column: 2; grid-row: 1 / span 6; align-self: center; }
    .rows .facts { display: flex; flex-wrap: wrap; align-items: center; column-gap: 1.5em; }
    .rows .facts > p { margin: 0; }
    .field:has(#q) { max-inline-size: 32em; }
    .bar { grid-template-columns: auto 1fr; column-gap: 1.5em; }
    .bar > * { grid-area: auto; }
    .bar > #count:not(:only-child, :focus) { visibility: visible; }
  }
  @media (forced-colors: active) {
    .note, .empty { border: 0.0625em solid CanvasText; }
    .new { border-color: CanvasText; }
  }
  @media print {
    .controls, .more, .action, .in-part { display: none; }
    .on-paper { display: block; }
    .rows > li { break-inside: avoid; }
  }
`;
