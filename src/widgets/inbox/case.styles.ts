import { css } from 'lit';

export const caseStyles = css`
  section.case section { margin-block-start: 1.75em; }
  section.case section > :first-child { font-size: 1.2em; }
  .written { white-space: pre-wrap; overflow-wrap: anywhere; }
  .tools { display: flex; flex-wrap: wrap; gap: 0.75em; margin-block-start: 1.5em; }
  a.back { display: inline-block; padding-block: 0.6em; }
  .case .bar { grid-template-columns: auto; margin-block: 0 0.5em; }
  .case .bar > * { grid-area: auto; }
  .case .since { min-block-size: 3em; align-content: center; }

  .steps, .documents, .timeline, .thread, .files ul { list-style: none; padding: 0; }
  .steps li { padding: 0.375em 0 0.375em 1em; border-inline-start: 0.25em solid var(--_line); }
  .steps li.done { border-color: var(--_success); }
  .steps li.current { border-color: var(--_accent); }
  .steps li.coming { border-inline-start-style: dashed; }
  .steps b { display: block; }
  .documents li { padding-block: 0.4em; }
  .documents a { display: inline-block; padding-block: 0.3em; }
  .timeline li { padding-block: 0.375em; border-block-end: 0.0625em solid var(--_line); }
  .timeline time { display: inline-block; min-inline-size: 10em; margin-inline-end: 0.5em; color: var(--_muted); }
  .decision > p + :not(p) { margin-block-start: 0.75em; }
  .thread > li { padding: 0.75em 1em; margin-block-start: 0.75em; border: 0.0625em solid var(--_line); border-radius: var(--_radius); }
  .thread > li.own { margin-inline-start: min(2em, 8%); background: var(--_tint); }
  .thread article > :first-child { font-size: 1em; }

  .reply { margin-block-start: 1.25em; }
  .reply > label, .files > label { display: block; font-weight: 600; }
  .files { margin-block-start: 1em; }
  .files small { display: block; }
  .choose { position: relative; display: inline-block; margin-block-start: 0.5em; }
  .choose input { position: absolute; inset: 0; inline-size: 100%; opacity: 0; cursor: pointer; }
  .choose:hover .button { background: var(--_tint); border-color: currentColor; }
  .choose input:focus-visible + .button { outline: 0.1875em solid var(--_focus); outline-offset: 0.125em; }
  .files li { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25em 1em; padding-block: 0.5em; overflow-wrap: anywhere; }
  progress { inline-size: 10em; max-inline-size: 100%; accent-color: var(--_accent); }
  .wrong { color: var(--_danger); }
  .send { margin-block-start: 1.25em; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em 1em; }

  @container (min-width: 38em) {
    .case .bar { grid-template-columns: 1fr auto; }
  }
  @media print {
    .reply, .tools, .case .bar, .back { display: none; }
    .thread li, .steps li { break-inside: avoid; }
    .documents a::after { content: none; }
  }
`;
