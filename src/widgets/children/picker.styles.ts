import { css } from 'lit';

export const pickerStyles = css`
  .box { container-type: inline-size; }
  ::slotted([slot='session']), ::slotted([slot='login']) { margin-block: 1em 1.5em; }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0; font-weight: 600; max-inline-size: 100%; overflow-wrap: anywhere; }
  h1, h2, h3, h4, h5, h6 { margin: 0.75em 0 0; font-size: 1.1em; line-height: 1.3; text-wrap: balance; overflow-wrap: anywhere; }
  p, ul { margin-block: 0.5em 0; }
  small { display: block; font-size: 0.925em; color: var(--_muted); }
  small:empty { display: none; }
  .source { margin-block-start: 0.125em; color: var(--_muted); }
  .waiting { min-block-size: 11em; }

  .choices { display: grid; gap: 0.5em; margin-block-start: 0.625em; }
  .choices label {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: max(3.25em, 44px);
    padding: 0.5em 0.875em;
    border: 0.0625em solid var(--_edge);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choices label:hover { background: var(--_tint); }
  .choices label:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 0.0625em var(--_accent); background: var(--_tint); }
  .choices label:has(:disabled) { cursor: not-allowed; border-style: dashed; background: transparent; }
  .choices + .source { margin-block-start: 0.5em; }
  @supports selector(:has(a)) {
    .choices label:has(:focus-visible) { outline: 0.1875em solid var(--_focus); outline-offset: 0.125em; }
    .choices input:focus-visible { outline: none; }
  }
  input { inline-size: 1.375em; block-size: 1.375em; min-inline-size: 24px; min-block-size: 24px; margin: 0; flex: none; accent-color: var(--_accent); }
  .who { min-inline-size: 0; overflow-wrap: anywhere; }
  .who bdi { display: block; }

  .fault { padding-inline-start: 0.75em; border-inline-start: 0.25em solid var(--_danger); color: var(--_danger); font-weight: 600; }
  .refused { margin-block-start: 1.25em; }
  .refused ul { list-style: none; margin: 0; padding: 0; }
  .refused li { padding-block: 0.5em; border-block-end: 0.0625em solid var(--_line); overflow-wrap: anywhere; }
  .missing { margin-block-start: 0.5em; }
  .missing ul { padding-inline-start: 1.25em; }
  summary { min-block-size: max(2.75em, 44px); display: list-item; align-content: center; inline-size: fit-content; cursor: pointer; color: var(--_link); }
  .paper a { display: inline-block; padding-block: 0.5em; }
  [hidden] { display: none !important; }

  @container (min-width: 38em) {
    .choices { grid-template-columns: repeat(auto-fit, minmax(16em, 1fr)); }
  }
  @media (forced-colors: active) {
    .choices label:has(:checked) { border-width: 0.1875em; }
    .choices label:has(:disabled) { color: GrayText; border-color: GrayText; }
  }
  @media print {
    .missing:not([open]), .waiting { display: none; }
  }
`;
