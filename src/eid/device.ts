/** Whether this seems to be a phone or a tablet: a guess, good for what to offer first and nothing more. */
export function onMobile(): boolean {
  // An iPad says that it is a Mac; a laptop with a touch screen is worked with a mouse.
  return navigator.maxTouchPoints > 1 && matchMedia('(pointer: coarse)').matches && !/Windows|CrOS/.test(navigator.userAgent);
}

/** Whether the page is open inside another app, where an e-ID app often cannot be started. */
export function insideAnotherApp(): boolean {
  // On an iPhone, what is inside an app leaves out that it is like Safari, as every browser says; on Android it says `wv`.
  return /AppleWebKit(?!.*Safari\/)|; wv\)|\bFB[AI][NV]|Instagram|Snapchat|\bGSA\//.test(navigator.userAgent);
}
