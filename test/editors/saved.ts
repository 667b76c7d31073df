import type { Page } from 'playwright-core';
import sanitize from 'sanitize-html';
import type { Measured } from './measured.ts';
import { settingsOf } from './settings.ts';
import type { OwnLink } from './shapes.ts';

/** What is saved of what was written, by what it went through: in the editors of `page`, or on the server. */
export async function saved(page: Page, { runs, settingsIn, choice }: Measured, written: string | OwnLink): Promise<string> {
  const settings = settingsIn ? settingsOf(settingsIn, choice) : '({})';
  if (runs === 'sanitize-html' && typeof written === 'string') return sanitize(written, onServer(settings));
  const command = typeof written === 'string' ? 'content' : 'link';
  return page.evaluate<string>(`editors[${JSON.stringify(runs)}].${command}(${JSON.stringify(written)}, ${settings})`);
}

/** Settings that name what the library comes with, by the name that its own documentation calls it. */
const onServer = (settings: string): sanitize.Options => new Function('sanitizeHtml', `return ${settings}`)(sanitize) as sanitize.Options;
