import { describe, expect, it } from 'vitest';
import { bankIdReturn } from '../../../src/eid/bankid/bankid-return.ts';
import { iPhoneSafari } from './user-agents.ts';

const page = 'https://kommun.test/logga-in#kommun-eid.bm9uY2U';
const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webKit}`;
const iPad = `Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) ${webKit}`;
const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit}`;

describe('the way back from the BankID app', () => {
  it.each([
    ['Safari on an iPhone', iPhoneSafari],
    ['Safari on an iPad', `${iPad} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['Safari on an iPad that says it is a Mac', `${mac} Version/17.5 Safari/605.1.15`],
  ])('is the page itself for %s', (_browser, userAgent) => {
    expect(bankIdReturn(page, userAgent)).toBe(page);
  });

  it.each([
    ['Chrome on an iPhone', `${iPhone} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`, 'googlechromes://'],
    ['Chrome on an iPad that asks for computer pages', `${mac} CriOS/126 Version/17.5 Safari/605.1.15`, 'googlechromes://'],
    ['Firefox on an iPhone', `${iPhone} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`, 'firefox://'],
    ['Firefox on an iPad', `${iPad} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`, 'firefox://'],
  ])('is the browser as it was left for %s', (_browser, userAgent, told) => {
    expect(bankIdReturn(page, userAgent)).toBe(told);
  });

  it.each([
    ['Edge on an iPhone', `${iPhone} Version/17.0 EdgiOS/126.0.2592.56 Mobile/15E148 Safari/605.1.15`],
    ['Opera on an iPhone', `${iPhone} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.0`],
    ['DuckDuckGo on an iPhone', `${iPhone} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
    ['a page inside Facebook on an iPhone', `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/470.0]`],
    ['a page saved on the home screen of an iPhone', `${iPhone} Mobile/15E148`],
  ])('is left to the citizen for %s, which nobody knows how to open', (_browser, userAgent) => {
    expect(bankIdReturn(page, userAgent)).toBeUndefined();
  });

  it.each([
    ['Chrome on Android', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36'],
    ['Samsung Internet', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36'],
    ['Firefox on Android', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
    ['Chrome on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'],
    ['Chrome on a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'],
    ['a browser that does not say what it is', undefined],
  ])('needs no address for %s', (_browser, userAgent) => {
    expect(bankIdReturn(page, userAgent)).toBeUndefined();
  });

  it('is none where the page gave no address', () => {
    expect(bankIdReturn(undefined, iPhoneSafari)).toBeUndefined();
  });
});
