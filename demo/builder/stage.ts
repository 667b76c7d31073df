/** As wide as each kind of screen is, in CSS pixels. */
const widths: Readonly<Record<string, number>> = { phone: 375, desktop: 1024 };

/** Keeps the page in `frame` as wide as the chosen screen, and makes all of it smaller where `stage` has less room. */
export function scaleStage(stage: HTMLElement, frame: HTMLElement): void {
  const fit = () => {
    const width = widths[stage.dataset['stage'] ?? ''] ?? stage.clientWidth;
    const scale = Math.min(1, stage.clientWidth / width);
    frame.style.inlineSize = `${width}px`;
    frame.style.blockSize = `${stage.clientHeight / scale}px`;
    frame.style.scale = String(scale);
  };
  new ResizeObserver(fit).observe(stage);
  new MutationObserver(fit).observe(stage, { attributeFilter: ['data-stage'] });
}
