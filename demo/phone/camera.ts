import { decodeQR } from 'qr/decode.js';
import { isScreenPicture, screenChannel } from '../screen-messages.ts';
import type { ScreenQuestion } from '../screen-messages.ts';

const patience = 1500;

/** Reads the QR code on a screen nearby: another tab, or the page around this one. Undefined when none is in sight. */
export function scanScreens(): Promise<string | undefined> {
  const channel = new BroadcastChannel(screenChannel);
  const look = crypto.randomUUID();
  return new Promise<string | undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patience);
    channel.addEventListener('message', ({ data }) => {
      if (!isScreenPicture(data) || data.seen !== look) return;
      const text = textIn(data);
      if (text !== undefined) resolve(text);
    });
    channel.postMessage({ look } satisfies ScreenQuestion);
  }).finally(() => channel.close());
}

function textIn(picture: { width: number; height: number; data: Uint8ClampedArray }): string | undefined {
  try {
    return decodeQR(picture);
  } catch {
    // The decoder throws when it finds no code: a screen may show something else.
    return undefined;
  }
}
