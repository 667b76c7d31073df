import { css } from 'lit';

/** Looks of a signing, on top of those of an e-ID. */
export const signatureStyles = css`
  h1, h2, h3, h4, h5, h6 { max-inline-size: 100%; overflow-wrap: anywhere; }
  section section, section form { margin-block-start: 2em; }
  section section > :is(h2, h3, h4, h5, h6) { font-size: 1.2em; }
  dl, blockquote { margin: 0; }
  ::slotted(*) { margin-block-start: 2em; padding-block-start: 1.5em; border-block-start: 0.0625em solid var(--_line); }
  .box { overflow-wrap: anywhere; }
  .lead { max-inline-size: 44em; }
  .small, small { font-size: 0.9em; color: var(--_muted); }
  .written { white-space: pre-wrap; }
  .wrong { color: var(--_danger); }
  .note { margin-block-start: 1em; border-color: var(--_edge); }
  .note.wrong { border-color: var(--_danger); }
  .done { color: var(--_success); font-weight: 600; }
  .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75em; margin-block-start: 1em; }

  .facts { display: flex; flex-wrap: wrap; gap: 0.75em 2.5em; margin-block-start: 1.25em; padding-block: 0.75em; border-block: 0.0625em solid var(--_line); }
  dt { font-size: 0.9em; color: var(--_muted); }
  dd { margin: 0; font-weight: 600; }

  .paper { margin-block-start: 0.75em; padding: clamp(1em, 4cqi, 2em); border: 0.0625em solid var(--_edge); border-radius: var(--_radius); }
  .paper > :first-child { margin-block-start: 0; }
  .paper > .block-title { margin-block-start: 1.25em; font-weight: 700; }
  .paper > .block-title:first-child { margin-block-start: 0; font-size: 1.15em; }
  .paper dl { margin-block-start: 0.5em; }
  .paper dl div { padding-block: 0.5em; border-block-end: 0.0625em solid var(--_line); }
  .statement { margin-block-start: 1.25em; padding: 0.75em 1em; background: var(--_tint); border-inline-start: 0.25em solid var(--_accent); font-weight: 600; }
  summary { min-block-size: max(2.75em, 44px); display: list-item; align-content: center; cursor: pointer; color: var(--_link); }
  details { margin-block-start: 1.5em; }

  .count { font-weight: 600; }
  .parties { margin-block-start: 0.5em; border-block-start: 0.0625em solid var(--_line); }
  .party { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.25em 1em; padding-block: 1em; border-block-end: 0.0625em solid var(--_line); }
  .party p { margin-block: 0.25em 0; }
  .party .who { margin: 0; font-weight: 600; }
  .party > svg { inline-size: 2.5em; block-size: 2.5em; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .party circle { stroke-width: 1.5; stroke-dasharray: 3 2.75; stroke: var(--_edge); }
  .signed circle { fill: var(--_success); stroke: var(--_success); stroke-dasharray: none; }
  .signed > svg { stroke: var(--kommun-surface, Canvas); stroke-width: 2.25; }
  .signed .stands b { color: var(--_success); }
  .declined > svg, .undeliverable > svg { color: var(--_danger); }
  .declined circle, .undeliverable circle { stroke: var(--_danger); stroke-dasharray: none; }
  .declined .stands b, .undeliverable .stands b { color: var(--_danger); }
  .party .contact { margin-block-start: 0.75em; }
  .party .buttons { margin-block-start: 0.75em; }

  .stands time { display: inline-block; }

  form { max-inline-size: 32em; }
  .contact form { margin-block-start: 1em; }
  label { display: block; margin-block-start: 0.75em; font-weight: 600; }
  form small { display: block; margin-block-start: 0.25em; }
  input, select, textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    background: transparent;
    inline-size: 100%;
    min-block-size: max(2.75em, 44px);
    margin-block-start: 0.25em;
    padding: 0.5em 0.75em;
    border: 0.0625em solid var(--_edge);
    border-radius: var(--_radius);
  }
  [aria-invalid='true'] { border: 0.125em solid var(--_danger); }
  select option { color: CanvasText; background: Canvas; }

  .choices { display: grid; gap: 0.75em; }
  .choices button { inline-size: 100%; justify-content: start; padding: 0.75em 1em; }
  .choices span, .choices small { display: block; }
  .ways li { padding-block: 0.25em; }
  .ways a { display: inline-block; padding-block: 0.35em; }
  blockquote { margin-block-start: 0.5em; padding-inline-start: 1em; border-inline-start: 0.25em solid var(--_line); }
  .said { font-weight: 600; }

  @container (min-width: 34em) {
    .paper dl div { display: grid; grid-template-columns: minmax(8em, 1fr) 2fr; gap: 1em; }
  }
  @media (forced-colors: active) {
    .note, .statement { border: 0.0625em solid CanvasText; }
    .signed circle { fill: CanvasText; stroke: CanvasText; }
    .signed > svg { stroke: Canvas; }
  }
  @media print {
    .buttons, form, .sign { display: none; }
    .party, .paper { break-inside: avoid; }
  }
`;
