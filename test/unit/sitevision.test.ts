import { beforeAll, describe, expect, test } from 'vitest';
import { editorWidgets } from '../../cms/editor-widgets.ts';
import { webAppFiles } from '../../cms/sitevision/package.ts';
import { answerOf, type Saved } from './sitevision-server.ts';

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  files = await webAppFiles('1.2.3');
});

const site: Saved = { host: 'https://widgets.kommunen.se' };
const shown = (module: Saved, ofSite?: Saved) => answerOf(files.get('index.js')!, { module, site: ofSite ?? site });
const inHead = (ofSite: Saved, context?: object) => answerOf(files.get('hooks.js')!, { site: ofSite, ...(context && { context }) });

describe('a module in Sitevision', () => {
  test('shows the chosen widget with its settings, around a link for those without it', () => {
    expect(shown({ 'widget': 'kommun-case-inbox', 'case-inbox-heading-level': '3', 'case-inbox-compact': true, 'case-inbox-limit': 20, 'case-inbox-href': '/mina-sidor/', 'text': 'Dina ärenden', 'page': '/arenden/' }))
      .toBe('<kommun-case-inbox heading-level="3" compact href="/mina-sidor/" limit="20"><p slot="kommun-anchor"><a href="/arenden/">Dina ärenden</a></p></kommun-case-inbox>');
  });

  test('has words for those without the widget, also where the editor wrote none', () => {
    expect(shown({ widget: 'kommun-eid-login' })).toBe('<kommun-eid-login><p slot="kommun-anchor">Logga in</p></kommun-eid-login>');
  });

  test('shows the municipality\'s own questions, since it holds no headings', () => {
    expect(shown({ widget: 'kommun-faq' })).toContain(' src="https://widgets.kommunen.se/api/v1/faq"');
    expect(shown({ 'widget': 'kommun-faq', 'faq-src': '/fragor.json' })).toContain(' src="/fragor.json"');
  });

  test('leaves out what is off, empty or no number, and the settings of other widgets', () => {
    expect(shown({ 'widget': 'kommun-case-inbox', 'case-inbox-compact': false, 'case-inbox-service': ' ', 'case-inbox-limit': 'många', 'eid-login-next': '/x/', 'case-inbox-onclick': 'alert(1)', 'onclick': 'alert(1)', 'api': '/x' })).toMatch(/^<kommun-case-inbox><p/);
  });

  test.each([['200', true], ['201', false], ['0', false]])('takes %s cases at a time: %s', (limit, isTaken) => {
    expect(shown({ 'widget': 'kommun-case-inbox', 'case-inbox-limit': limit }).includes('limit=')).toBe(isTaken);
  });

  test.each(['kommun-portal', 'kommun-unread-badge', 'script', 'toString', '__proto__', '', undefined])('shows nothing for %s, which no editor can choose', (widget) => {
    expect(shown({ widget })).toBe('');
  });

  test('shows as words whatever an editor writes', () => {
    const html = shown({ 'widget': 'kommun-child-picker', 'child-picker-label': '"><script>alert(1)</script>', 'text': '<img src=x onerror=alert(1)>', 'page': '/"><b>' });
    expect(html).toContain('label="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(html).toContain('<a href="/&quot;&gt;&lt;b&gt;">&lt;img src=x onerror=alert(1)&gt;</a>');
  });

  const elsewhere = ['https://ond.example/faq', '//ond.example/faq', '/\\ond.example', '/\t/ond.example', '\\\\ond.example', 'javascript:alert(1)', 'https://widgets.kommunen.se.ond.example/', 'https://widgets.kommunen.se@ond.example/'];

  test.each(elsewhere)('gets nothing from %j, whatever the editor writes, and then has the municipality\'s own questions', (address) => {
    expect(shown({ 'widget': 'kommun-faq', 'faq-src': address, 'faq-contact-href': address, 'page': address })).toMatch(/^<kommun-faq src="https:\/\/widgets\.kommunen\.se\/api\/v1\/faq"><p slot="kommun-anchor">Frågor och svar<\/p>/);
  });

  test('can lead to a telephone and to the host of the widgets', () => {
    expect(shown({ 'widget': 'kommun-faq', 'faq-src': 'https://widgets.kommunen.se/api/v1/faq', 'faq-contact-href': 'tel:0476-55000' })).toContain(' src="https://widgets.kommunen.se/api/v1/faq" contact-href="tel:0476-55000"');
  });
});

describe('the script in the head of a Sitevision page', () => {
  test('comes from the host that the site has named, with the page\'s own nonce', () => {
    expect(inHead({ host: 'https://Widgets.kommunen.se/' }, { getNonce: () => 'abc"' })).toBe('<script type="module" nonce="abc&quot;" src="https://widgets.kommunen.se/v1/kommun.js" data-api="https://widgets.kommunen.se/api/v1"></script>');
  });

  test('has the phone number that the site has named', () => {
    expect(inHead({ ...site, phone: '0476-550 00"' })).toMatch(/ data-phone="0476-550 00&quot;"><\/script>$/);
    expect(inHead(site)).not.toContain('phone');
  });

  test('goes without a nonce on a Sitevision that has none', () => {
    expect(inHead(site)).toMatch(/^<script type="module" src=/);
  });

  test.each(['', 'http://widgets.kommunen.se', 'https://a.se/"><script>', 'javascript:alert(1)', undefined])('is not there for the host %j', (host) => {
    expect(inHead({ host })).toBe('');
  });
});

describe('the dialogue of a module in Sitevision', () => {
  test('asks for every setting of every widget by a label, with help', () => {
    const dialogue = files.get('config/index.html')!;
    for (const { tag, short, settings } of editorWidgets()) {
      expect(dialogue).toContain(`<option value="${tag}">`);
      for (const { name, label } of settings) {
        expect(dialogue).toContain(` name="${short}-${name}"`);
        expect(dialogue).toContain(label);
        expect(dialogue).toContain(`id="${short}-${name}-help"`);
      }
    }
  });

  test('leaves the host of the widgets to the one who manages the site', () => {
    expect(files.get('config/index.html')).not.toContain('name="host"');
    expect(files.get('config/global/index.html')).toContain('name="host"');
    expect(files.get('config/global/index.html')).toContain('<label for="phone">Telefon</label>');
  });
});

describe('the package for Sitevision', () => {
  test('says what it is, in both languages that a list of modules may have', () => {
    expect(JSON.parse(files.get('manifest.json')!)).toMatchObject({ id: 'kommun-widgets', version: '1.2.3', type: 'WebApp', bundled: true, name: { sv: 'Kommunens widgetar', en: 'Municipal widgets' } });
  });
});
