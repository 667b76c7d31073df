/** Whether this seems to be a phone or a tablet: a guess, good for what to offer first and nothing more. */
export function onMobile(): boolean {
  // An iPad says that it is a Mac; a laptop with a touch screen is worked with a mouse.
  return navigator.maxTouchPoints > 1 && matchMedia('(pointer: coarse)').matches && !/Windows|CrOS/.test(navigator.userAgent);
}

/** Whether the page is open inside another app, where an e-ID app often cannot be started. */
export function insideAnotherApp(): boolean {
  return /\bFB[AI][NV]|Instagram|LinkedInApp|Snapchat|TikTok|musical_ly|\bLine\/|; wv\)|\bGSA\//.test(navigator.userAgent);
}
