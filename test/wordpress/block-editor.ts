import type { FrameLocator, Locator, Page } from 'playwright-core';
import { sees } from '../e2e/support/sees.ts';

/** The block editor of WordPress, by the words that are on its screen. */
const title = (page: Page): Locator => page.getByRole('textbox', { name: 'Add title' });
export const setting = (page: Page, name: string): Locator => page.getByRole('region', { name: 'Editor settings' }).getByLabel(name);
export const preview = (page: Page, widget: string): FrameLocator => page.frameLocator(`iframe[title="Förhandsvisning: ${widget}"]`);

/** Waits until nothing of the preview of `widget` is cut off. */
export async function seesAllOf(page: Page, widget: string): Promise<void> {
  await page.waitForFunction((name) => {
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="${name}"]`);
    const shown = frame?.contentDocument?.documentElement;
    return shown && shown.scrollHeight <= shown.clientHeight;
  }, `Förhandsvisning: ${widget}`);
}

/** Writes the title, and inserts the block called `name` below it. */
export async function begin(page: Page, name: string): Promise<void> {
  await title(page).fill('En sida med ett block');
  await title(page).press('Enter');
  await page.keyboard.type(`/${name}`);
  await sees(page.getByRole('option', { name }));
  await page.keyboard.press('Enter');
}

/** Writes `text` in the first block called `name` that nothing is written in. */
export async function write(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('document', { name: new RegExp(`^Block: ${name}|^Empty block`) }).and(page.locator(`[data-title="${name}"]`)).first().click();
  await page.keyboard.type(text);
}

/** Chooses the block called `name` around the one that is open, by the path below the page. Its tools show when the mouse moves after what was typed. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('list', { name: 'Block breadcrumb' }).getByRole('button', { name }).click();
  await page.mouse.move(300, 700);
  await page.mouse.move(400, 720, { steps: 5 });
}

/** Publishes what is open and answers where it is read. */
export async function publish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('region', { name: 'Editor publish' }).getByRole('button', { name: 'Publish', exact: true }).click();
  const read = page.getByRole('region', { name: 'Editor publish' }).getByRole('link', { name: 'View Post' });
  await sees(read);
  return (await read.getAttribute('href')) ?? '';
}
