import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { answer, question, readsAnAnswer, startsALogin } from './support/host-widgets.ts';
import { visitHost } from './support/hosts.ts';
import { onAnotherDevice } from './support/login.ts';
import { sees, seesNot } from './support/sees.ts';

const demo = serveDemo();

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

test.each([
  { language: 'Soomaali', count: '1 av 4 frågor', status: 'Väntar på att du läser av koden.' },
  { language: 'English', count: '1 of 4 questions', status: 'Waiting for you to scan the code.' },
])('a translator that has rewritten every text in $language does not freeze what the widgets say', async ({ language, count, status }) => {
  const page = await visitHost(demo, 'translated');
  await sees(onAnotherDevice(page));
  await sees(page.getByText('4 frågor', { exact: true }));
  await page.getByRole('button', { name: language }).click();
  await sees(page.getByText('HUR LOGGAR JAG UT?', { exact: true }));
  await page.getByRole('searchbox').fill('blankett');
  await sees(page.locator('kommun-faq').getByText(count));
  await page.locator('button[data-choice="bankid/other"]').click();
  await sees(page.locator('kommun-eid-login').getByText(status));
});

test('a script in the head that does not wait for the page makes questions of what is read later too', async () => {
  const visitor = await demo.visitor();
  let early = 0;
  await visitor.route('**/hosts/slow.js', async (route) => {
    const page = route.request().frame();
    await page.waitForFunction(() => document.querySelector('kommun-faq:defined h2')?.shadowRoot);
    early = await page.locator('kommun-faq h2').count();
    await route.fulfill({ contentType: 'text/javascript', body: '' });
  });
  const page = await visitHost(demo, 'script-without-defer', {}, visitor);
  expect(early).toBe(1);
  await readsAnAnswer(page);
  await startsALogin(page);
});
