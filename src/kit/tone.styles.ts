import { css } from 'lit';

/**
 * Colours and aids for what is more than text and questions: buttons, notices, what went well or wrong.
 *
 * @cssprop --kommun-space - the distance that others are made from
 * @cssprop --kommun-tint - ground of notices and of what the pointer is on
 * @cssprop --kommun-muted - colour of what is said in passing
 * @cssprop --kommun-on-accent - text on the accent colour
 * @cssprop --kommun-danger - colour of what went wrong
 * @cssprop --kommun-success - colour of what went well
 */
export const toneStyles = css`
  :host {
    --_space: var(--kommun-space, 1em);
    --_tint: var(--kommun-tint, color-mix(in srgb, currentColor 5%, transparent));
    --_muted: var(--kommun-muted, color-mix(in srgb, currentColor 76%, transparent));
    --_on-accent: var(--kommun-on-accent, #fff);
    --_danger: var(--kommun-danger, #b3261e);
    --_success: var(--kommun-success, #1b6b3a);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_on-accent: var(--kommun-on-accent, light-dark(#fff, #002a45));
      --_danger: var(--kommun-danger, light-dark(#b3261e, #ffb4ab));
      --_success: var(--kommun-success, light-dark(#1b6b3a, #8fdca8));
    }
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
