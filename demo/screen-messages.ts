/** The pretended phone asks `screenChannel` what is on the screens around it; each page with a QR code answers with a picture. */
export const screenChannel = 'kommun-demo-screen';

export interface ScreenQuestion {
  look: string;
}

/** A picture of a QR code: four bytes a pixel, red, green, blue and opacity, row by row. */
export interface ScreenPicture {
  seen: string;
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

export const isScreenQuestion = (message: unknown): message is ScreenQuestion =>
  typeof message === 'object' && message !== null && 'look' in message && typeof message.look === 'string';

export const isScreenPicture = (message: unknown): message is ScreenPicture =>
  typeof message === 'object' && message !== null && 'seen' in message && 'data' in message;
