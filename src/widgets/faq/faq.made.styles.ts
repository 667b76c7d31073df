import { css } from 'lit';

/** A heading that was no heading before looks like the text around it, since that is what the page had room for. */
export const madeStyles = css`
  :host {
    font-family: inherit !important;
    font-weight: 600 !important;
    color: inherit !important;
    letter-spacing: inherit !important;
    text-transform: inherit !important;
  }
`;
