import { css } from 'lit';

/** Looks of an order under way, on top of `eidStyles`. */
export const orderStyles = css`
  .scan { display: grid; gap: var(--_space); margin-block-start: 1em; }
  .scan ol { margin: 0; padding-inline-start: 1.4em; }
  .scan li + li { margin-block-start: 0.5em; }
  .qr {
    inline-size: max(17em, 272px);
    max-inline-size: 100%;
    min-inline-size: 200px;
    aspect-ratio: 1;
    display: grid;
    place-items: center;
    color: #000;
    background: #fff;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .qr + .note + button { margin-block-start: 0.75em; }
  svg { display: block; inline-size: 100%; fill: #000; }
  @container (min-width: 34em) {
    .scan { grid-template-columns: auto 1fr; gap: 2em; }
  }
  #large { inline-size: 100vw; block-size: 100vh; max-inline-size: none; max-block-size: none; margin: 0; padding: 0 0 1em; border: 0; border-radius: 0; color: #000; background: #fff; overflow: auto; }
  #large .qr { border: 0; border-radius: 0; inline-size: min(100%, 100vh - 7em); max-inline-size: none; margin: 0 auto 1em; }
  #large button { color: #000; border-color: #000; display: flex; margin-inline: auto; }
  @media print { .qr { display: none; } }
`;
