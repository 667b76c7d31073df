import { expect } from 'chai';
import { anchorAt, likely, textAnchorsIn } from '../../src/anchors/anchor.ts';
import { shapes, snippet, type Chosen, type Shape } from '../../demo/builder/snippet.ts';
import { writtenWidgets } from '../../demo/builder/written-widgets.ts';
import { readPage } from '../../demo/builder/read-page.ts';

const chosen: readonly [what: string, chosen: Chosen][] = [
  ['no settings', { short: 'eid-test', settings: [], page: '/w/eid-test', words: 'Testa' }],
  ['switches and a choice', { short: 'faq', settings: [['heading-level', '3'], ['exclusive', ''], ['json-ld', '']], page: 'https://widgets.kommun.test/w/faq', words: 'Frågor' }],
  ['addresses', { short: 'faq', settings: [['src', '/api/v1/faq?a=1&b=2'], ['contact-href', 'mailto:info@kommun.test?subject=Hej&body=Du']], page: '/faq/?sida=2&x', words: 'Frågor' }],
  ['words', { short: 'child-picker', settings: [['service', 'skolskjuts'], ['name', 'barn'], ['label', 'Vilket barn gäller det? 100 % + & <nya> åäö']], page: '/barn/#topp', words: 'Välj "barn" & gå' }],
];

const main = (): HTMLElement => document.querySelector('main')!;

/** What the anchors' own reader makes of `written`; a tag is read by the browser. */
function readBack(shape: Shape, written: string): { tag: string; settings: (readonly [string, string])[] } | undefined {
  main().innerHTML = shape === 'code' ? `<p>${written.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>` : written;
  if (shape === 'tag') {
    const { localName, attributes } = main().firstElementChild!;
    return { tag: localName, settings: [...attributes].map(({ name, value }) => [name, value] as const) };
  }
  const [anchor] = shape === 'code' ? textAnchorsIn(main()) : [anchorAt(main().querySelector(likely)!)];
  return anchor && { tag: anchor.tag, settings: [...anchor.settings] };
}

describe('what the builder writes', () => {
  beforeEach(() => document.body.append(document.createElement('main')));
  afterEach(() => main().remove());

  for (const shape of shapes) {
    for (const [what, wish] of chosen) {
      it(`with ${what} as a ${shape} is read as just that`, () => {
        expect(readBack(shape, snippet(shape, wish)!)).to.deep.equal({ tag: `kommun-${wish.short}`, settings: wish.settings });
      });

      it(`with ${what} as a ${shape} is found by the checker too`, () => {
        main().innerHTML = '';
        const written = snippet(shape, wish)!;
        const html = shape === 'code' ? `<p>${written.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>` : written;
        expect(writtenWidgets(readPage(html)).map(({ tag, settings }) => ({ tag, settings }))).to.deep.equal([{ tag: `kommun-${wish.short}`, settings: wish.settings }]);
      });
    }
  }
});
