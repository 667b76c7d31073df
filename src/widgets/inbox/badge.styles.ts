import { css } from 'lit';

export const badgeStyles = css`
  :host { display: inline-block !important; font-size: inherit; line-height: inherit; }
  [part='figure'] {
    display: inline-block;
    min-inline-size: 1.6em;
    padding-inline: 0.4em;
    font-size: 0.85em;
    font-weight: 600;
    line-height: 1.6;
    text-align: center;
    color: var(--_on-accent);
    background: var(--_accent);
    border: 0.0625em solid transparent;
    border-radius: 1em;
  }
  @media (forced-colors: active) { [part='figure'] { border-color: CanvasText; } }
`;
