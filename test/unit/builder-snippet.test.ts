import { describe, expect, test } from 'vitest';
import { editorWidgets } from '../../cms/editor-widgets.ts';
import { chosenIn, faultsIn } from '../../demo/builder/choices.ts';
import { oncePerSite } from '../../demo/builder/cms-guide.ts';
import { settingFault, webAddressFault } from '../../demo/builder/setting-fault.ts';
import { frame, linkAddress, shapes, snippet, type Chosen } from '../../demo/builder/snippet.ts';

const faq: Chosen = { short: 'faq', settings: [['heading-level', '3'], ['search', '']], page: 'https://widgets.kommun.test/w/faq', words: 'Frågor & svar' };
const picker: Chosen = { short: 'child-picker', settings: [['label', 'Vilket barn?']], page: '/barn/#topp', words: 'Välj barn' };

describe('what an editor pastes', () => {
  test.each([
    ['link', '<p><a href="https://widgets.kommun.test/w/faq#kommun-faq?heading-level=3&amp;search">Frågor &amp; svar</a></p>'],
    ['quote', '<blockquote class="kommun-faq" data-heading-level="3" data-search><p><a href="https://widgets.kommun.test/w/faq">Frågor &amp; svar</a></p></blockquote>'],
    ['paragraph', '<p data-kommun="faq" data-heading-level="3" data-search><a href="https://widgets.kommun.test/w/faq">Frågor &amp; svar</a></p>'],
    ['code', '[kommun-faq heading-level=3 search]'],
    ['tag', '<kommun-faq heading-level="3" search><a href="https://widgets.kommun.test/w/faq">Frågor &amp; svar</a></kommun-faq>'],
  ] as const)('as a %s says the widget and its settings', (shape, written) => {
    expect(snippet(shape, faq)).toBe(written);
  });

  test('is an address with the widget in its fragment, in the place of any other', () => {
    expect(linkAddress(picker)).toBe('/barn/#kommun-child-picker?label=Vilket+barn%3F');
    expect(linkAddress({ ...faq, settings: [] })).toBe('https://widgets.kommun.test/w/faq#kommun-faq');
  });

  test('as a text code has quotation marks only around words', () => {
    expect(snippet('code', picker)).toBe('[kommun-child-picker label="Vilket barn?"]');
  });

  test.each(['Säg "ja"', 'Säg ”ja”', "Lo's barn", 'Barn [1]'])('cannot be a text code with %s in it, and is none', (label) => {
    const chosen: Chosen = { ...picker, settings: [['label', label]] };
    expect(shapes.filter((shape) => snippet(shape, chosen) === undefined)).toEqual(['code']);
  });

  test('lets nothing that is written break out of the markup', () => {
    const chosen: Chosen = { ...picker, settings: [['label', '"><script>']], words: '</a><script>' };
    for (const shape of shapes) expect(snippet(shape, chosen) ?? '').not.toContain('<script');
  });
});

describe('where the link leads', () => {
  const own = new URL('https://demo.test/mapp/api/v1');

  test('is the page that the backend has for the widget, or the one that is written', () => {
    expect(chosenIn(new Map([['widget', 'eid-test']]), own).page).toBe('https://demo.test/mapp/w/eid-test');
    expect(chosenIn(new Map([['widget', 'eid-test'], ['page', '/testa/']]), own).page).toBe('/testa/');
  });

  test('is the file of that page where the demo has no server, but not for somebody else\'s backend', () => {
    expect(chosenIn(new Map([['widget', 'faq']]), own, true).page).toBe('https://demo.test/mapp/w/faq/');
    expect(chosenIn(new Map([['widget', 'faq'], ['backend', 'https://widgets.kommun.test/api/v1']]), own, true).page).toBe('https://widgets.kommun.test/w/faq');
  });

  test('may not tell of a person', () => {
    expect([...faultsIn(new Map([['page', '/barn/20151231-2391'], ['backend', 'https://kommun.test/201512312391']]), own).keys()]).toEqual(['page', 'backend']);
  });
});

test('the line for the whole site has the phone number of those who have written one', () => {
  expect(oncePerSite('/v1/kommun.js', '/api/v1', '0476-550 00')).toBe('<script type="module" src="/v1/kommun.js" data-api="/api/v1" data-phone="0476-550 00"></script>');
  expect(oncePerSite('/v1/kommun.js', '/api/v1')).not.toContain('phone');
});

test('a frame says what is in it, and nothing written breaks out of it', () => {
  expect(frame(new URL('https://widgets.kommun.test/w/faq'), 'Frågor "& svar"')).toBe('<iframe src="https://widgets.kommun.test/w/faq" title="Frågor &quot;&amp; svar&quot;" width="100%" height="600"></iframe>');
});

const settingOf = (tag: string, name: string) => editorWidgets().find((widget) => widget.tag === tag)!.settings.find((setting) => setting.name === name)!;
const sites = ['https://www.kommun.test'];

describe('a setting', () => {
  test.each([
    ['kommun-faq', 'contact-href', '/kontakt/'],
    ['kommun-faq', 'contact-href', 'mailto:info@kommun.test'],
    ['kommun-faq', 'contact-href', 'https://www.kommun.test/kontakt'],
    ['kommun-case-inbox', 'limit', '20'],
    ['kommun-case-inbox', 'reference', '2026-1042'],
    ['kommun-case-inbox', 'limit', ''],
    ['kommun-case-inbox', 'service', '4.1234567890abc'],
    ['kommun-case-inbox', 'service', '9999999999'],
    ['kommun-case-inbox', 'service', '1512912391'],
    ['kommun-case-inbox', 'limit', '200'],
  ])('of %s may have %s be %s', (tag, name, value) => {
    expect(settingFault(settingOf(tag, name), value, sites)).toBeUndefined();
  });

  test.each([
    ['kommun-faq', 'contact-href', 'kontakt', 'snedstreck'],
    ['kommun-faq', 'contact-href', '//annan.test/', 'snedstreck'],
    ['kommun-faq', 'contact-href', 'javascript:alert(1)', 'snedstreck'],
    ['kommun-faq', 'src', 'https://annan.test/faq', 'en annan webbplats'],
    ['kommun-faq', 'src', 'mailto:info@kommun.test', 'snedstreck'],
    ['kommun-case-inbox', 'limit', 'tjugo', 'helt tal'],
    ['kommun-case-inbox', 'limit', '0', 'helt tal'],
    ['kommun-case-inbox', 'child', '20151231-2391', 'aldrig ett personnummer'],
    ['kommun-case-inbox', 'child', '1512912393', 'aldrig ett personnummer'],
    ['kommun-faq', 'contact-href', '/sok?fraga=20151231-2391', 'aldrig ett personnummer'],
    ['kommun-case-inbox', 'limit', '201', 'från 1 till 200'],
    ['kommun-case-inbox', 'reference', '151231 2391', 'aldrig ett personnummer'],
    ['kommun-child-picker', 'service', ' ', 'Till exempel skolskjuts'],
  ])('of %s may not have %s be %s, and says why', (tag, name, value, why) => {
    expect(settingFault(settingOf(tag, name), value, sites)).toContain(why);
  });

  test.each([
    ['', undefined],
    ['/faq', undefined],
    ['https://widgets.kommun.test/api/v1', undefined],
    ['widgets.kommun.test', 'hela adressen'],
    ['ftp://kommun.test/', 'hela adressen'],
    ['https://jag:hemligt@kommun.test/', 'utan användarnamn'],
    ['https://www.kommun.test/?vem=20151231-2391', 'aldrig ett personnummer'],
  ])('is an address to a page or a backend, or is told what to write: %s', (value, why) => {
    const fault = webAddressFault(value);
    if (why === undefined) expect(fault).toBeUndefined();
    else expect(fault).toContain(why);
  });
});
