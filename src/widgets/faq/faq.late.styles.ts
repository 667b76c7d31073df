import { css } from 'lit';

/** Looks of what comes late. Its room is kept by `faqStyles`. */
export const lateStyles = css`
  p { margin: 0; }
  /* Between two that the search found there is one line, also where a title between them is hidden. */
  [hidden] + .item { border-block-start: 0; }
  .tools, .tools > div { display: flex; flex-wrap: wrap; align-items: center; column-gap: 1em; }
  .tools { justify-content: space-between; color: var(--_muted); }
  .tools > div { column-gap: 1em; }
  [role=group] { display: flex; flex-wrap: wrap; align-items: center; column-gap: 1em; }
  [role=group] button { min-inline-size: 44px; }
  .tools p { padding-block: 0.5em; }
  .by-hand { flex-basis: 100%; }
  .by-hand input { display: block; max-inline-size: 100%; }
  .way-on, .feed { padding: 1em 1.25em; margin-block: 1em; background: var(--_tint); border-radius: var(--_radius); border: 1px solid transparent; }
  .way-on p + p { margin-block-start: 0.25em; }
  .way-on a { display: inline-flex; align-items: center; min-block-size: 44px; margin-inline-end: 1.5em; color: var(--_link); text-underline-offset: 0.15em; }
  .failed { color: var(--_danger); }
  @media print {
    .way-on { display: none; }
    /* Also what a search has left out. */
    [hidden] { display: block !important; }
  }
`;
