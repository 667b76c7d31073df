import { apiAddress } from '../portal/api-address.ts';
import { onPage } from '../portal/page-default.ts';

/** What a framed page of the backend's tells the page around it. */
interface FrameHeight {
  kommunHeight: number;
}

export const heightIn = (body: HTMLElement): FrameHeight => ({ kommunHeight: Math.ceil(body.getBoundingClientRect().height) });

/** A widget's own page within the page, for sites whose editor lets nothing else through. */
export const ownFrames = 'iframe[src*="/w/"]';

/** No list of questions is taller; whatever says so is something else. */
const tallest = 20_000;
let listening = false;

/** Makes every frame with a page of the backend's as tall as what is in it, from now on. */
export function growFrames(): void {
  const backend = apiAddress(onPage()?.api)?.origin;
  if (listening || !backend) return;
  listening = true;
  addEventListener('message', ({ origin, source, data }: MessageEvent<Partial<FrameHeight> | null>) => {
    const height = data?.kommunHeight;
    if (origin !== backend || typeof height !== 'number' || !(height > 0 && height < tallest)) return;
    for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.style.blockSize = `${height}px`;
  });
  for (const { contentWindow } of document.querySelectorAll<HTMLIFrameElement>(ownFrames)) contentWindow?.postMessage('height', '*');
}
