/** Safari says nothing after these words; every other browser on an iPhone or iPad adds or leaves out something. */
const safari = /\((iPhone|iPad|iPod|Macintosh).*\(KHTML, like Gecko\) Version\/[\d.]+ (Mobile\/\w+ )?Safari\/[\d.]+$/;

// These bring the browser forward with the tab that the citizen left. With an address they would open it in a new tab, where
// nobody has begun anything. That `googlechrome://` does the same for Chrome is stated elsewhere; neither was tried on a phone.
const schemes = [
  { browser: /\bCriOS\//, scheme: 'googlechromes://' },
  { browser: /\bFxiOS\//, scheme: 'firefox://' },
];

/**
 * What BankID is told of where to go back to, for a browser that names itself `userAgent`; absent where the citizen finds
 * back without it, or where nobody knows how: an https address opens in Safari whatever browser it came from.
 *
 * On Android the app goes back by itself, and a computer never left its page. An iPad may say that it is a Mac, so a Mac
 * is told too. Brave says that it is Safari, and is taken for it: its citizens go back to their own tab by hand.
 */
export function bankIdReturn(returnUrl: string | undefined, userAgent: string | undefined): string | undefined {
  if (returnUrl === undefined || userAgent === undefined) return undefined;
  if (safari.test(userAgent)) return returnUrl;
  return schemes.find(({ browser }) => browser.test(userAgent))?.scheme;
}
