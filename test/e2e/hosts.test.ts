import type { FrameLocator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { visitHost, watchViolations, type HostVisit } from './support/hosts.ts';
import { growOld } from './support/old-browser.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

const question = (page: Page | FrameLocator) => page.getByRole('button', { name: 'Hur loggar jag ut?', exact: true });
const answer = (page: Page | FrameLocator) => page.getByText('Stäng sedan webbläsaren');
const onAnotherDevice = (page: Page | FrameLocator) => page.getByRole('button', { name: 'Använd BankID på en annan enhet' });

async function readsAnAnswer(page: Page | FrameLocator): Promise<void> {
  await sees(question(page));
  await seesNot(answer(page));
  await question(page).click();
  await sees(answer(page));
}

async function startsALogin(page: Page): Promise<void> {
  await onAnotherDevice(page).click();
  await sees(page.getByRole('img', { name: /^QR-kod/ }));
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await sees(onAnotherDevice(page));
}

const hosts: [what: string, page: string][] = [
  ['has nothing odd about it', 'plain'],
  ['resets every style', 'resets-everything'],
  ['has a root size of 62.5 %', 'small-root'],
  ['writes everything in wide capitals', 'shouting'],
  ['is dark', 'dark'],
  ['reads from right to left', 'right-to-left'],
  ['has a base address elsewhere', 'base-href'],
  ['routes by the fragment of the address', 'hash-router'],
  ['has an AMD loader', 'amd'],
  ['is one large form', 'one-form'],
  ['has changed arrays and JSON', 'altered-natives'],
  ['has added something to every object', 'added-to-objects'],
  ['is built with jQuery', 'jquery'],
  ['is built with Prototype', 'prototype'],
  ['is built with zones', 'zone'],
  ['has hotkeys', 'hotkeys'],
  ['makes whole blocks into links', 'linked-block'],
  ['defines the widgets before it has been read to its end', 'late-content'],
  ['is sent elsewhere for the script', 'redirected'],
  ['has the script twice', 'twice'],
  ['has two versions of the script', 'second-version'],
];

test.each(hosts)('a page that %s shows an answer and a QR code', async (_what, host) => {
  const page = await visitHost(demo, host);
  await readsAnAnswer(page);
  await startsALogin(page);
  expect(new URL(page.url()).pathname).toBe(`/hosts/${host}.html`);
});

test('a page that resets every style cannot make a widget collapse or its buttons too small to hit', async () => {
  const page = await visitHost(demo, 'resets-everything');
  await sees(onAnotherDevice(page));
  const button = (await onAnotherDevice(page).boundingBox())!;
  expect(button.height).toBeGreaterThanOrEqual(44);
  for (const tag of ['kommun-faq', 'kommun-eid-login']) {
    expect(await page.locator(tag).evaluate((widget) => getComputedStyle(widget).display)).toBe('block');
    expect((await page.locator(tag).boundingBox())!.width).toBeGreaterThan(600);
  }
});

test('a root size of 62.5 % leaves the text of the widgets at 16 pixels', async () => {
  const page = await visitHost(demo, 'small-root');
  await sees(onAnotherDevice(page));
  expect(await onAnotherDevice(page).evaluate((button) => getComputedStyle(button).fontSize)).toBe('16px');
});

test('what a page does to letters and lines stays outside the widgets', async () => {
  const page = await visitHost(demo, 'shouting');
  await sees(onAnotherDevice(page));
  const style = await page.getByRole('heading', { name: 'Logga in' }).evaluate((heading) => {
    const { textTransform, letterSpacing, textAlign, textIndent, whiteSpace } = getComputedStyle(heading);
    return { textTransform, letterSpacing, textAlign, textIndent, whiteSpace };
  });
  expect(style).toEqual({ textTransform: 'none', letterSpacing: 'normal', textAlign: 'start', textIndent: '0px', whiteSpace: 'normal' });
});

test.each<[what: string, host: string, options: HostVisit]>([
  ['on a dark page', 'dark', {}],
  ['with forced colours', 'plain', { forcedColors: 'active', colorScheme: 'dark' }],
])('%s the QR code is black on white all the same', async (_what, host, options) => {
  const page = await visitHost(demo, host, options);
  await onAnotherDevice(page).click();
  const code = page.getByRole('img', { name: /^QR-kod/ });
  await sees(code);
  const colours = await code.evaluate((picture) => [getComputedStyle(picture).backgroundColor, getComputedStyle(picture.querySelector('path')!).fill]);
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});

test('with forced colours the focus still shows', async () => {
  const page = await visitHost(demo, 'plain', { forcedColors: 'active' });
  await sees(onAnotherDevice(page));
  for (const button of [question(page), onAnotherDevice(page)]) {
    await button.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const { style, width } = await button.evaluate((focused) => ({ style: getComputedStyle(focused).outlineStyle, width: Number.parseFloat(getComputedStyle(focused).outlineWidth) }));
    expect(style).not.toBe('none');
    expect(width).toBeGreaterThanOrEqual(2);
  }
});

test('with forced colours the mark beside a question has the colour of text', async () => {
  const page = await visitHost(demo, 'plain', { forcedColors: 'active' });
  await sees(question(page));
  const [mark, text] = await question(page).evaluate((button) => [getComputedStyle(button.querySelector('svg')!).color, getComputedStyle(button.querySelector('span')!).color]);
  expect(mark).toBe(text);
});

test('from right to left nothing sticks out of the page', async () => {
  const page = await visitHost(demo, 'right-to-left', { viewport: { width: 320, height: 700 } });
  await readsAnAnswer(page);
  await sees(onAnotherDevice(page));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test('a base address elsewhere receives nothing from the widgets', async () => {
  const visitor = await demo.visitor();
  const elsewhere: string[] = [];
  visitor.on('request', (request) => { if (request.url().startsWith('https://annan.example/')) elsewhere.push(request.url()); });
  const page = await visitHost(demo, 'base-href', {}, visitor);
  await readsAnAnswer(page);
  await startsALogin(page);
  expect(elsewhere).toEqual([]);
});

test('a link to a question works where the page has a base address elsewhere', async () => {
  const page = await visitHost(demo, 'base-href', { hash: '#hur-loggar-jag-ut' });
  await sees(answer(page));
});

test('opening a question leaves the address alone, so that a router stays where it is', async () => {
  const page = await visitHost(demo, 'hash-router');
  await readsAnAnswer(page);
  expect(new URL(page.url()).hash).toBe('');
  await sees(page.getByRole('heading', { name: 'Sidan styrs av adressens fragment' }));
});

test('what a page has added to every object still works beside the widgets', async () => {
  const page = await visitHost(demo, 'added-to-objects');
  await sees(onAnotherDevice(page));
  expect(await page.evaluate('({ first: 1 }).extend({ second: 2 }).second')).toBe(2);
});

test('in a page-wide form neither a press nor Enter sends the form', async () => {
  const page = await visitHost(demo, 'one-form');
  await sees(question(page));
  await question(page).press('Enter');
  await sees(answer(page));
  await page.getByLabel('Sök bland frågorna').fill('blankett');
  await page.getByLabel('Sök bland frågorna').press('Enter');
  await onAnotherDevice(page).press('Enter');
  await sees(page.getByRole('img', { name: /^QR-kod/ }));
  expect(new URL(page.url()).pathname).toBe('/hosts/one-form.html');
});

test('hotkeys of the page do not take what is typed in a search', async () => {
  const page = await visitHost(demo, 'hotkeys');
  const search = page.getByLabel('Sök bland frågorna');
  await search.click();
  await page.keyboard.type('blankett');
  expect(await search.inputValue()).toBe('blankett');
  await sees(page.getByRole('heading', { name: 'Sidan har snabbtangenter' }));
});

const strictPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

test('under a strict policy with Trusted Types everything works and nothing is reported', async () => {
  const visitor = await demo.visitor();
  const violations = await watchViolations(visitor);
  const page = await visitHost(demo, 'plain', { headers: { 'Content-Security-Policy': strictPolicy } }, visitor);
  await readsAnAnswer(page);
  await page.getByLabel('Sök bland frågorna').fill('blankett');
  await sees(page.getByText('1 av 4 frågor'));
  await startsALogin(page);
  await onAnotherDevice(page).click();
  await page.getByRole('button', { name: 'Förstora koden' }).click();
  await sees(page.getByRole('dialog'));
  expect(violations).toEqual([]);
});

test('a browser that keeps no cookies reads the answers, and is told why it cannot log in', async () => {
  const visitor = await demo.visitor();
  await visitor.route('**/api/v1/**', async (route) => {
    const response = await route.fetch();
    const { 'set-cookie': _kept, ...headers } = response.headers();
    await visitor.clearCookies();
    await route.fulfill({ response, headers });
  });
  const page = await visitHost(demo, 'plain', {}, visitor);
  await readsAnAnswer(page);
  await onAnotherDevice(page).click();
  await sees(page.getByRole('heading', { name: 'Webbläsaren sparar inga kakor' }));
});

test('a page that runs only what it has marked lets the widgets fetch the rest of themselves', async () => {
  const policy = "default-src 'self'; script-src 'nonce-en-gang'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
  const visitor = await demo.visitor();
  const violations = await watchViolations(visitor);
  const page = await visitHost(demo, 'nonce', { headers: { 'Content-Security-Policy': policy } }, visitor);
  await readsAnAnswer(page);
  await startsALogin(page);
  expect(violations).toEqual([]);
});

test('a tag that somebody else has taken stays theirs, and the other widgets go on', async () => {
  const page = await visitHost(demo, 'defined-already');
  await startsALogin(page);
  await sees(answer(page));
  expect(await page.locator('kommun-faq').getAttribute('data-other')).toBe('true');
});

test('where a page allows no policy at all, what the editor wrote stays readable', async () => {
  const page = await visitHost(demo, 'plain', { headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" } });
  await page.waitForEvent('console', (message) => message.text().includes('kunde inte hämtas'));
  await sees(answer(page));
  await sees(page.getByText('Ring servicecenter'));
});

test('in a sandbox without an origin the answers can be read, and the login is offered in a tab of its own', async () => {
  const page = await visitHost(demo, 'sandbox');
  const frame = page.frameLocator('iframe');
  await readsAnAnswer(frame);
  await sees(frame.getByRole('heading', { name: 'Öppna sidan i en egen flik' }));
  await sees(frame.getByText('Ring servicecenter'));
});

test('a translator that has wrapped every text does not freeze what the widgets say', async () => {
  const page = await visitHost(demo, 'plain');
  await sees(onAnotherDevice(page));
  await sees(page.getByText('4 frågor', { exact: true }));
  await page.evaluate(wrapEveryText);
  await page.getByLabel('Sök bland frågorna').fill('blankett');
  await sees(page.getByText('1 av 4 frågor'));
  await page.locator('button[data-choice="bankid/other"]').click();
  await sees(page.getByText('Väntar på att du läser av koden.'));
});

/** What machine translation in a browser does to a page, shadow roots included. */
function wrapEveryText(): void {
  const roots: Node[] = [document.body];
  for (let root = roots.pop(); root; root = roots.pop()) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot) roots.push(node.shadowRoot);
      } else if (node.textContent?.trim() && !/^(SCRIPT|STYLE)$/.test(node.parentElement?.tagName ?? '')) texts.push(node);
    }
    for (const text of texts) {
      const font = document.createElement('font');
      text.parentNode!.replaceChild(font, text);
      font.append(text);
    }
  }
}

test('two versions of the script leave the first in charge and tell the web manager', async () => {
  const visitor = await visitHost(demo, 'plain');
  const warned = visitor.waitForEvent('console', (message) => message.text().includes('0.0.9'));
  await visitor.goto('/hosts/second-version.html');
  await warned;
  await readsAnAnswer(visitor);
  expect(await visitor.evaluate('globalThis[Symbol.for("kommun-widgets")].version')).toBe('0.1.0');
});

test('where the script stands twice only the first is in charge', async () => {
  const page = await visitHost(demo, 'plain');
  await page.addInitScript(countObservers);
  const observers = async (host: string) => {
    await page.goto(`/hosts/${host}.html`);
    await readsAnAnswer(page);
    await sees(onAnotherDevice(page));
    return page.evaluate('globalThis.observed');
  };
  expect(await observers('twice')).toBe(await observers('plain'));
});

/** Counts who listens to changes of the whole page, as each loader in charge does. */
function countObservers(): void {
  const seen = globalThis as { observed?: number };
  const observe = MutationObserver.prototype.observe;
  MutationObserver.prototype.observe = function (target, options) {
    if (target === document) seen.observed = (seen.observed ?? 0) + 1;
    return observe.call(this, target, options);
  };
}

test('a list far down the page is fetched when one comes near it', async () => {
  const page = await visitHost(demo, 'far-down');
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/faq.element')));
  await sees(onAnotherDevice(page));
  expect(await fetched()).toBe(false);
  await page.getByRole('heading', { name: 'Längst ner' }).scrollIntoViewIfNeeded();
  await readsAnAnswer(page);
  expect(await fetched()).toBe(true);
});

test('a link to a question far down the page opens and shows it', async () => {
  const page = await visitHost(demo, 'far-down', { hash: '#hur-loggar-jag-ut' });
  await sees(answer(page));
  await page.waitForFunction(() => scrollY > 2000);
});

test('a page whose register of elements fails goes on, and what the editor wrote stays', async () => {
  const page = await visitHost(demo, 'single-page-app');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => { customElements.define = () => { throw new Error('not here'); }; });
  const told = page.waitForEvent('console', (message) => message.text().includes('kunde inte hämtas'));
  await page.reload();
  await told;
  await sees(answer(page));
  expect(errors).toEqual([]);
});

test('an older browser reads what the editor wrote, and logs in by a QR code that is black on white', async () => {
  const page = await visitHost(demo, 'plain');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(growOld);
  await page.reload();
  await page.waitForFunction(() => document.querySelector('kommun-faq:defined'));
  await sees(page.getByRole('heading', { name: 'Hur loggar jag ut?' }));
  await sees(answer(page));
  await onAnotherDevice(page).click();
  const code = page.getByRole('img', { name: /^QR-kod/ });
  await sees(code);
  expect(await code.evaluate((picture) => getComputedStyle(picture).backgroundColor)).toBe('rgb(255, 255, 255)');
  expect(errors).toEqual([]);
});

test('moved to another place on the page, a widget keeps what was open', async () => {
  const page = await visitHost(demo, 'single-page-app');
  await readsAnAnswer(page);
  await page.evaluate(() => document.querySelector('section')!.append(document.querySelector('kommun-faq')!));
  await sees(page.locator('section').getByText('Stäng sedan webbläsaren'));
  await question(page).click();
  await seesNot(answer(page));
});

test('a page that replaces its content without reloading gets working widgets each time', async () => {
  const page = await visitHost(demo, 'single-page-app');
  await readsAnAnswer(page);
  await page.evaluate(() => {
    const main = document.querySelector('main')!;
    const content = main.querySelector('kommun-faq h2')!.parentElement!.outerHTML;
    main.innerHTML = '<p>En annan vy</p>';
    main.innerHTML = `${content}<kommun-eid-login></kommun-eid-login>`;
  });
  await readsAnAnswer(page);
  await startsALogin(page);
});

test('on paper every answer is there', async () => {
  const page = await visitHost(demo, 'plain');
  await sees(question(page));
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await sees(answer(page));
  await sees(page.getByText('Båda vårdnadshavarna.'));
});

test('without JavaScript everything that the editor wrote can be read', async () => {
  const page = await visitHost(demo, 'plain', { javaScriptEnabled: false });
  await sees(page.getByRole('heading', { name: 'Hur loggar jag ut?' }));
  await sees(answer(page));
  await sees(page.getByText('Ring servicecenter'));
});

test('an editor\'s link, quotation and text code become widgets in their places', async () => {
  const page = await visitHost(demo, 'anchors');
  await readsAnAnswer(page);
  await sees(page.getByRole('heading', { name: 'Logga in', level: 3 }));
  await sees(page.locator('kommun-case-inbox').getByText('Mina ärenden').first());
  expect(await page.locator('h1 ~ :not(div)').evaluateAll((all) => all.map(({ localName }) => localName))).toEqual(['kommun-faq', 'kommun-eid-login', 'kommun-case-inbox', 'section']);
  await seesNot(page.getByRole('link', { name: 'Frågor och svar' }));
});

test('what a visitor wrote in a comment becomes no widget', async () => {
  const page = await visitHost(demo, 'anchors');
  await sees(question(page));
  expect(await page.locator('.from-visitor').innerHTML()).toBe('<a href="/faq#kommun-faq">Vinn pengar</a> [kommun-faq]');
});

test('an anchor that is put on the page later becomes a widget too', async () => {
  const page = await visitHost(demo, 'plain');
  await sees(question(page));
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>[kommun-case-inbox]</p>'));
  await sees(page.locator('kommun-case-inbox').getByText('Mina ärenden').first());
});

test('without JavaScript an editor\'s anchors are links, and what is written below is read', async () => {
  const page = await visitHost(demo, 'anchors', { javaScriptEnabled: false });
  await sees(page.getByRole('link', { name: 'Frågor och svar' }));
  await sees(answer(page));
});

test('in the editor of a CMS each widget\'s place has a label, nothing is asked for and nothing is changed', async () => {
  const visitor = await demo.visitor();
  const asked: string[] = [];
  visitor.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await visitHost(demo, 'edit-mode', {}, visitor);
  const label = (selector: string, part: string) => page.locator(selector).first().evaluate((place, pseudo) => getComputedStyle(place, pseudo).content, part);
  await expect.poll(() => label('kommun-eid-login', '::before')).toBe('"Här visas Inloggning på den publicerade sidan."');
  expect(await label('p > a', '::after')).toBe('"Här visas Frågor och svar på den publicerade sidan."');
  await sees(answer(page));
  expect(await page.locator('kommun-faq').evaluate((widget) => widget.shadowRoot)).toBe(null);
  expect(asked.filter((path) => path.startsWith('/api/') || path.includes('.element'))).toEqual([]);
});
