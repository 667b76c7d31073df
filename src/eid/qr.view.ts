import { html, nothing, type TemplateResult } from 'lit';
import type { QrPath } from './qr-path.ts';

/** The code as a picture with a name. Only the path changes from one second to the next, in place and unannounced. */
export function qrView(path: QrPath | undefined, name: string, waiting: string): TemplateResult {
  if (!path) return html`<div class="qr"><p>${waiting}</p></div>`;
  return html`
    <div class="qr" part="qr" role="img" aria-label=${name}>
      <svg aria-hidden="true" focusable="false" shape-rendering="crispEdges" viewBox="0 0 ${path.size} ${path.size}"><path d=${path.d || nothing}></path></svg>
    </div>`;
}
