import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeManifest } from '../../scripts/manifest.ts';

const documented = `
import { KommunGreetedEvent } from './greeting.events.ts';
import { KommunAnsweredEvent } from './greeting.answered.event.ts';
import { styles } from './greeting.styles.ts';
/**
 * Says good morning.
 *
 * @slot - Whom to greet.
 * @csspart greeting - The words themselves.
 * @fires kommun-greeted - Somebody was greeted.
 * @fires kommun-answered - Somebody answered.
 */
export class KommunGreeting extends LitElement {
  static override properties = { loud: { type: Boolean }, shown: { state: true } };
  /** In capitals. */
  declare loud: boolean;
  protected declare shown: boolean;
  #secret = 1;
  #greet() { this.dispatchEvent(new KommunGreetedEvent()); }
  #answer() { this.dispatchEvent(new KommunAnsweredEvent()); }
  protected override render() { return html\`<p part="greeting"><slot></slot></p>\`; }
}`;
const styles = `
/** @cssprop --kommun-greeting-size - Size of the words. */
export const styles = css\`p { font-size: var(--kommun-greeting-size, 1em); }\`;`;
const events = `
/** Somebody was greeted. */
export class KommunGreetedEvent extends Event { constructor() { super('kommun-greeted'); } }`;
const answered = `
/** Somebody answered. */
export class KommunAnsweredEvent extends Event { constructor() { super('kommun-answered'); } }`;

interface Files {
  element?: string;
  styles?: string;
  events?: string;
  answered?: string;
}

/** A project whose elements are made of the files above, or of what stands in their place. */
function manifestOf(...elements: Files[]): ReturnType<typeof makeManifest> {
  const root = mkdtempSync(join(tmpdir(), 'greeting-'));
  // Without one the analyzer looks for it for ever.
  writeFileSync(join(root, 'package.json'), '{}');
  for (const [index, files] of elements.entries()) {
    const folder = join(root, 'src', `greeting-${index}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'greeting.element.ts'), (files.element ?? documented).replace('KommunGreeting', `KommunGreeting${letter(index)}`));
    writeFileSync(join(folder, 'greeting.styles.ts'), files.styles ?? styles);
    writeFileSync(join(folder, 'greeting.events.ts'), files.events ?? events);
    writeFileSync(join(folder, 'greeting.answered.event.ts'), files.answered ?? answered);
  }
  const manifest = makeManifest(root);
  rmSync(root, { recursive: true });
  return manifest;
}

const letter = (index: number): string => String.fromCharCode(65 + index);

test('the manifest in the package is the one that the source makes', () => {
  expect(readFileSync('custom-elements.json', 'utf8'), 'run npm run manifest').toBe(makeManifest().content);
});

test('everything that a page can use has a sentence', () => {
  expect(makeManifest().faults).toEqual([]);
});

test('the manifest holds what a page can use, and nothing private', () => {
  const { content, faults } = manifestOf({});
  expect(faults).toEqual([]);
  expect(JSON.parse(content).modules[0].declarations[0]).toMatchObject({
    tagName: 'kommun-greeting-a',
    attributes: [{ name: 'loud', description: 'In capitals.' }],
    members: [{ name: 'loud' }],
    events: [{ name: 'kommun-greeted', description: 'Somebody was greeted.' }, { name: 'kommun-answered', description: 'Somebody answered.' }],
    slots: [{ name: '', description: 'Whom to greet.' }],
    cssParts: [{ name: 'greeting', description: 'The words themselves.' }],
    cssProperties: [{ name: '--kommun-greeting-size', description: 'Size of the words.' }],
  });
  expect(content).not.toMatch(/secret|shown|render|styles"/);
});

const faulty: [what: string, files: Files, complaint: string][] = [
  ['the element has no sentence', { element: documented.replace('Says good morning.', '') }, 'has no sentence of its own'],
  ['an attribute has no sentence', { element: documented.replace('/** In capitals. */', '') }, 'no sentence on the attribute "loud"'],
  ['a property has no sentence', { element: documented.replace('/** In capitals. */', '') }, 'no sentence on the property or method "loud"'],
  ['an event has no sentence', { events: events.replace('/** Somebody was greeted. */', '') }, 'no sentence on the event "kommun-greeted"'],
  ['an event is described that has no class', { answered: '' }, 'names the event "kommun-answered"'],
  ['an event is described that is never sent', { element: documented.replace('new KommunAnsweredEvent()', 'event') }, 'names the event "kommun-answered"'],
  ['a CSS property has no sentence', { styles: styles.replace('@cssprop', '') }, 'no sentence on the CSS property "--kommun-greeting-size"'],
  ['a slot has no sentence', { element: documented.replace('@slot -', '') }, 'draws the slot ""'],
  ['a part has no sentence', { element: documented.replace('@csspart', '') }, 'draws the part "greeting"'],
  ['a part is described that is not there', { element: documented.replace('part="greeting"', '') }, 'names the part "greeting", which it does not draw'],
];
let faults: string[] = [];

beforeAll(() => {
  ({ faults } = manifestOf(...faulty.map(([, files]) => files)));
});

test.each(faulty.map(([what, , complaint], index) => ({ what, complaint, tag: `<kommun-greeting-${letter(index).toLowerCase()}>` })))('says so when $what', ({ complaint, tag }) => {
  expect(faults.filter((fault) => fault.startsWith(tag)).join('\n')).toContain(complaint);
});
