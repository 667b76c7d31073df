import { isScreenQuestion, screenChannel } from './screen-messages.ts';
import type { ScreenPicture } from './screen-messages.ts';

const pixelsPerModule = 6;
const quietModules = 4;

/** Lets the pretended phone see the QR code on this page, as a camera would: a picture of what is drawn just then. */
export function letPhonesLook(): void {
  const channel = new BroadcastChannel(screenChannel);
  channel.addEventListener('message', ({ data }) => {
    if (!isScreenQuestion(data)) return;
    for (const drawing of qrDrawings()) {
      const picture = photograph(drawing);
      if (picture) channel.postMessage({ seen: data.look, ...picture } satisfies ScreenPicture);
    }
  });
}

/** The QR codes that the widgets on this page show. */
function qrDrawings(): SVGSVGElement[] {
  return [...document.querySelectorAll('kommun-eid-login, kommun-eid-test, kommun-guardian-signature')].flatMap(({ shadowRoot }) => (shadowRoot ? drawingsIn(shadowRoot) : []));
}

function drawingsIn(root: ShadowRoot): SVGSVGElement[] {
  const here = root.querySelectorAll<SVGSVGElement>('svg[role="img"], [role="img"] svg');
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? drawingsIn(shadowRoot) : []));
  return [...here, ...inner].filter((svg) => svg.checkVisibility());
}

function photograph(svg: SVGSVGElement): { width: number; height: number; data: Uint8ClampedArray } | undefined {
  const path = svg.querySelector('path')?.getAttribute('d');
  const { x, y, width: modules } = svg.viewBox.baseVal;
  const size = (modules + 2 * quietModules) * pixelsPerModule;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const brush = canvas.getContext('2d');
  if (!path || !brush) return undefined;
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, size, size);
  brush.scale(pixelsPerModule, pixelsPerModule);
  brush.translate(quietModules - x, quietModules - y);
  blacken(brush, new Path2D(path));
  const { width, height, data } = brush.getImageData(0, 0, size, size);
  return { width, height, data };
}

function blacken(brush: CanvasRenderingContext2D, shape: Path2D): void {
  brush.fillStyle = 'black';
  brush.fill(shape);
}
