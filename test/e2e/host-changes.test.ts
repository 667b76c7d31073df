import { test } from 'vitest';
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
