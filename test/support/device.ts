/** Makes the browser take itself for another device until the test ends. */
export function pretend(facts: { userAgent: string; maxTouchPoints?: number }): void {
  for (const [name, value] of Object.entries(facts)) Object.defineProperty(navigator, name, { value, configurable: true });
}

afterEach(() => {
  for (const name of ['userAgent', 'maxTouchPoints']) Reflect.deleteProperty(navigator, name);
});

const onIPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const onAndroid = 'Mozilla/5.0 (Linux; Android 14; Pixel 8';
const likeChrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36';

export const iPhone = { userAgent: `${onIPhone} Version/17.5 Mobile/15E148 Safari/604.1`, maxTouchPoints: 5 };

/** How pages that are open inside another app name the browser. */
export const insideApps: Record<string, string> = {
  'Facebook on an iPhone': `${onIPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]`,
  'an app on an iPhone that does not say which': `${onIPhone} Mobile/15E148`,
  'an app on an iPad that says that it is a Mac': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
  'Google on an iPhone': `${onIPhone} GSA/320.0 Mobile/15E148 Safari/604.1`,
  'TikTok on an iPhone': `${onIPhone} Mobile/15E148 musical_ly_34.5.0 BytedanceWebview/d8a21c6`,
  'Line on an iPhone': `${onIPhone} Mobile/15E148 Safari Line/14.5.0`,
  'LinkedIn on Android': `${onAndroid}; wv) ${likeChrome} [LinkedInApp]/4.1`,
  'an app on Android that does not say which': `${onAndroid}; wv) ${likeChrome}`,
};
/** How browsers of their own name themselves. */
export const browsers: Record<string, string> = {
  'Safari on an iPhone': iPhone.userAgent,
  'Chrome on an iPhone': `${onIPhone} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`,
  'Firefox on an iPhone': `${onIPhone} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`,
  'DuckDuckGo on an iPhone': `${onIPhone} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`,
  'Chrome on Android': `${onAndroid}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36`,
  'Firefox on Android': 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0',
  'Firefox on a computer': 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
};
