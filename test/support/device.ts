/** Makes the browser take itself for another device until the test ends. */
export function pretend(facts: { userAgent: string; maxTouchPoints?: number }): void {
  for (const [name, value] of Object.entries(facts)) Object.defineProperty(navigator, name, { value, configurable: true });
}

afterEach(() => {
  for (const name of ['userAgent', 'maxTouchPoints']) Reflect.deleteProperty(navigator, name);
});

export const iPhone = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1', maxTouchPoints: 5 };
export const insideFacebook = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]' };
