import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { answer, question, readsAnAnswer, startsALogin } from './support/host-widgets.ts';
import { visitHost } from './support/hosts.ts';
import { logIn, onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

test('a tag that somebody else has taken stays theirs, and the other widgets go on', async () => {
  const page = await visitHost(demo, 'defined-already');
  await startsALogin(page);
  await sees(answer(page));
  expect(await page.locator('kommun-faq').getAttribute('data-other')).toBe('true');
});

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
  await sees(page.getByRole('heading', { name: 'Logga in', level: 3 }));
  const comment = page.locator('.from-visitor');
  expect(await comment.innerHTML()).toBe('<a href="/faq#kommun-faq">Vinn pengar</a> [kommun-faq] <kommun-eid-login>Logga in här</kommun-eid-login>');
  await sees(comment.getByText('Logga in här'));
  await seesNot(comment.getByRole('button'));
});

test.each([
  ['what an editor has open', '<div contenteditable>', '</div>'],
  ['a code example', '<pre>', '</pre>'],
  ['a link from a visitor', '<a rel="nofollow ugc" href="/">', '</a>'],
  ['what the site keeps widgets out of', '<div data-kommun-ignore>', '</div>'],
])('a tag in %s does nothing until it is moved out', async (_, begins, ends) => {
  const page = await visitHost(demo, 'plain');
  await sees(onAnotherDevice(page).first());
  await page.evaluate((code) => document.body.insertAdjacentHTML('afterbegin', code), `${begins}<kommun-eid-login id="there">Logga in här</kommun-eid-login>${ends}`);
  const there = page.locator('#there');
  await sees(there.getByText('Logga in här'));
  await seesNot(onAnotherDevice(there));
  await there.evaluate((login) => document.body.prepend(login));
  await sees(onAnotherDevice(there));
});

test('an inbox keeps its own way to log out, whatever a visitor has written', async () => {
  const visitor = await demo.visitor();
  const loginPage = await visitor.newPage();
  await loginPage.goto('/logga-in/');
  await logIn(loginPage);
  // The site's own login is not there.
  await visitor.addInitScript(() => addEventListener('DOMContentLoaded', () => document.querySelector('blockquote')?.remove()));
  const page = await visitHost(demo, 'anchors', {}, visitor);
  await sees(page.locator('kommun-case-inbox').getByRole('button', { name: 'Logga ut' }));
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

test.each(['sv-edit-mode', 'sv-editing-mode', 'sv-classic-edit-mode', 'wp-admin'])('in the editor of a CMS (%s) each widget\'s place has a label, nothing is asked for and nothing is changed', async (hash) => {
  const visitor = await demo.visitor();
  const asked: string[] = [];
  visitor.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await visitHost(demo, 'edit-mode', { hash: `#${hash}` }, visitor);
  const label = (selector: string, part: string) => page.locator(selector).first().evaluate((place, pseudo) => getComputedStyle(place, pseudo).content, part);
  await expect.poll(() => label('kommun-eid-login', '::before')).toBe('"Här visas Inloggning på den publicerade sidan."');
  expect(await label('p > a', '::after')).toBe('"Här visas Frågor och svar på den publicerade sidan."');
  expect(await markedIn(page)).toEqual(['[kommun-case-inbox compact]']);
  await page.locator('.code').evaluate((written) => written.append(' och [kommun-eid-test]'));
  await expect.poll(() => markedIn(page)).toEqual(['[kommun-case-inbox compact]', '[kommun-eid-test]']);
  await sees(answer(page));
  expect(await page.evaluate(async () => new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html').body.innerHTML.trim() === document.body.innerHTML.trim().replace(' och [kommun-eid-test]', ''))).toBe(true);
  expect(await page.locator('kommun-faq').evaluate((widget) => widget.shadowRoot)).toBe(null);
  expect(asked.filter((path) => path.startsWith('/api/') || path.includes('.element'))).toEqual([]);
});

test('in the frame in which Optimizely edits a page each widget\'s place has a label', async () => {
  const page = await visitHost(demo, 'plain');
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: '/hosts/plain.html?epieditmode=True' })));
  const login = page.frameLocator('iframe').locator('kommun-eid-login');
  await expect.poll(() => login.evaluate((place) => getComputedStyle(place, '::before').content)).toBe('"Här visas Inloggning på den publicerade sidan."');
  expect(await login.evaluate((widget) => widget.shadowRoot)).toBe(null);
});

/** The text codes that the editor shows as places. */
const markedIn = (page: Page) => page.evaluate(() => [...(CSS.highlights.get('kommun-codes') ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.textContent!.slice(startOffset, endOffset)));
