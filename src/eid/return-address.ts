import { isReturn } from './order-mark.ts';

/** What an app, or an e-ID's own page, brought the citizen back with. */
export interface Return {
  /** What the page that began had made up. */
  nonce: string;
  /** The one-time code of a backend on another site. */
  handoff: string | undefined;
}

/** The end of an address to come back to: `#kommun-eid.NONCE`. A backend on another site adds `~CODE`. */
export const returnFragment = (mark: string, nonce: string): string => `${mark}.${nonce}`;

/** What a page's `fragment` says of a return to `mark`, if it says anything. */
export function readReturn(mark: string, fragment: string): Return | undefined {
  if (!isReturn(mark, fragment)) return undefined;
  const [nonce = '', handoff] = fragment.slice(mark.length + 1).split('~');
  return { nonce, handoff: handoff || undefined };
}

/** 128 random bits, in letters that need no encoding in an address. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What tells one device from another. */
export interface DeviceFacts {
  userAgent: string;
  maxTouchPoints: number;
}

/**
 * Whether the citizen finds the way back from an e-ID only by an address. On an iPhone or iPad an app does not know which
 * browser it was started from; on Android it goes back to the very tab, and a computer never left its page.
 */
export function needsReturnAddress(kind: string | undefined, device: 'same' | 'other', { userAgent, maxTouchPoints }: DeviceFacts): boolean {
  if (kind !== 'embedded') return true;
  // An iPad says that it is a Mac, and no Mac has a touch screen.
  return device === 'same' && (/iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1));
}
