import { expect, test } from 'vitest';
import { serveDemo } from './support/demo.ts';
import { answer, question, readsAnAnswer } from './support/host-widgets.ts';
import { visitHost, type HostVisit } from './support/hosts.ts';
import { onAnotherDevice, qrCode } from './support/login.ts';
import { sees } from './support/sees.ts';

const demo = serveDemo();

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
  ['with forced colours', 'forced-colours', { forcedColors: 'active', colorScheme: 'dark' }],
])('%s the QR code is black on white all the same', async (_what, host, options) => {
  const page = await visitHost(demo, host, options);
  await onAnotherDevice(page).click();
  const code = qrCode(page);
  await sees(code);
  const colours = await code.evaluate((picture) => [getComputedStyle(picture).backgroundColor, getComputedStyle(picture.querySelector('path')!).fill]);
  expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});

test('with forced colours the focus still shows', async () => {
  const page = await visitHost(demo, 'forced-colours', { forcedColors: 'active' });
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
  const page = await visitHost(demo, 'forced-colours', { forcedColors: 'active' });
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

test('on paper every answer is there', async () => {
  const page = await visitHost(demo, 'plain');
  await sees(question(page));
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await sees(answer(page));
  await sees(page.getByText('Båda vårdnadshavarna.'));
});
