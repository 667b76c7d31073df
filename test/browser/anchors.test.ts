import { expect } from 'chai';
import { editorWidgets } from '../../cms/editor-widgets.ts';
import { upgradeAnchors } from '../../src/anchors/anchors.ts';
import { onPage } from '../../src/portal/page-default.ts';
import { define } from '../../src/kit/define.ts';
import { KommunFaq } from '../../src/widgets/faq/faq.element.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { until } from '../support/until.ts';

const link = 'https://e-tjanster.kommun.test/w/faq#kommun-faq?heading-level=3&search';

/** A page with `content`, as an editor left it, after the anchors were looked for. */
function page(content: string): HTMLElement {
  const main = document.createElement('main');
  main.innerHTML = content;
  document.body.append(main);
  upgradeAnchors();
  return main;
}
const widget = (main: HTMLElement) => main.querySelector('kommun-faq');

/** The widget that stands for the one anchor of `content`, with its settings. */
function settingsIn(content: string): string | undefined {
  const found = widget(page(content));
  return found?.getAttributeNames().filter((name) => name !== 'src').sort().map((name) => `${name}=${found.getAttribute(name)}`).join(' ');
}

describe('an editor\'s anchor', () => {
  before(() => define('kommun-faq', KommunFaq));
  beforeEach(() => void onPage({ version: '', api: '/api/v1' }));
  afterEach(() => document.querySelector('main')?.remove());

  for (const [what, content] of [
    ['a link', `<p><a href="${link}">Frågor och svar</a></p>`],
    ['a link that the editor let open a new window', `<p><a target="_blank" rel="noopener noreferrer nofollow" href="${link}"><span style="white-space: pre-wrap">Frågor och svar</span></a></p>`],
    ['a link in boxes of text', `<div><p><span><strong><a type="external" href="${link}">Frågor</a></strong></span><br></p></div>`],
    ['a quotation around a link', '<blockquote class="kommun-faq" data-heading-level="3" data-search><p><a href="/faq">Frågor</a></p></blockquote>'],
    ['a marked paragraph', '<p data-kommun="faq" data-heading-level="3" data-search="true"><a href="/faq">Frågor</a></p>'],
    ['a text code', '<p>[kommun-faq heading-level=3 search]</p>'],
    ['a text code whose quotes were made curly', '<p>[kommun-faq heading-level=”3″ search=“ja”]</p>'],
  ] as const) {
    it(`becomes the widget with its settings from ${what}`, () => {
      expect(settingsIn(content)).to.match(/^heading-level=3 search=(|true|ja)$/);
      expect(document.querySelector('main')!.textContent!.includes('[kommun')).to.equal(false);
    });
  }

  it('is kept inside, for a reader without the code, in nobody\'s way', () => {
    const main = page(`<p><a href="/logga-in/#kommun-eid-login">Logga in</a></p>`);
    expect(main.querySelector('kommun-eid-login > p[slot=kommun-anchor] > a')!.textContent).to.equal('Logga in');
    expect(main.querySelector('a')!.href.includes('#')).to.equal(false);
    expect(main.querySelector('a')!.pathname).to.equal('/logga-in/');
    expect(main.querySelectorAll(':scope > p').length).to.equal(0);
  });

  it('is read until the municipality\'s own questions come, where it has none below it', () => {
    const faq = widget(page('<p><a href="/faq#kommun-faq">Frågor och svar</a></p>'))!;
    expect(faq.getAttribute('src')).to.equal(`${location.origin}/api/v1/faq`);
    expect(faq.querySelector('a')!.textContent).to.equal('Frågor och svar');
  });

  it('stays a link where there are no questions to be had, and says so to the editor', () => {
    onPage({ version: '' });
    const warned = editorWarnings();
    const main = page('<h2><a href="/faq#kommun-faq">Frågor och svar</a></h2>');
    expect(main.querySelectorAll('kommun-faq').length).to.equal(0);
    expect(main.querySelector('h2')!.textContent).to.equal('Frågor och svar');
    expect(warned.some((text) => text.includes('inga frågor'))).to.equal(true);
  });

  it('holds its own questions, where the editor wrote them inside', () => {
    const faq = widget(page('<blockquote class="kommun-faq"><h3>Ett?</h3><p>1</p><h3>Två?</h3><p>2</p></blockquote>'))!;
    expect([...faq.children].map(({ localName }) => localName)).to.deep.equal(['h3', 'p', 'h3', 'p']);
    expect(faq.hasAttribute('src')).to.equal(false);
  });

  it('takes no picture along that stands beside a text code', () => {
    const main = page('<p><img src="data:,"><br>[kommun-faq]</p>');
    expect(main.querySelectorAll('p > img').length).to.equal(1);
    expect(main.querySelectorAll('p > kommun-faq').length).to.equal(1);
  });

  it('leaves the text around a link and a text code where it was', () => {
    const main = page(`<p>Före <a href="${link}">Frågor</a> efter</p><p>Först [kommun-faq] sist</p>`);
    expect(main.querySelectorAll('kommun-faq').length).to.equal(2);
    expect(main.querySelectorAll('p')[0]!.firstChild!.textContent).to.equal('Före ');
    const [, second] = main.querySelectorAll(':scope > p');
    expect([...second!.childNodes].map(({ nodeName, nodeValue }) => nodeValue ?? nodeName)).to.deep.equal(['Först ', 'KOMMUN-FAQ', ' sist']);
  });

  it('switches a setting off by saying no', () => {
    expect(settingsIn(`<a href="/#kommun-faq?search=nej&exclusive=false">F</a>`)).to.equal('');
  });

  it('takes the headings below it, up to the next of a higher level, as its questions', async () => {
    const main = page(`
      <h2>Om inloggning</h2>
      <p><a href="/faq#kommun-faq">Frågor</a></p>
      <h3>Hur loggar jag in?</h3><p>Så.</p>
      <h3>Hur loggar jag ut?</h3><p>Så här.</p><h4>På mobilen</h4><p>Likadant.</p>
      <h2>Annat</h2><p>Kvar.</p>`);
    const faq = widget(main)!;
    expect([...faq.querySelectorAll('h3, h4')].map(({ textContent }) => textContent)).to.deep.equal(['Hur loggar jag in?', 'Hur loggar jag ut?', 'På mobilen']);
    expect([...main.querySelectorAll(':scope > h2')].length).to.equal(2);
    expect(main.lastElementChild!.textContent).to.equal('Kvar.');
    const questions = () => [...faq.querySelectorAll('h3')].filter(({ shadowRoot }) => shadowRoot?.querySelector('button'));
    await until(() => questions().length === 2);
    expect(faq.querySelector('a')!.getClientRects().length).to.equal(0);
  });

  it('takes them across empty paragraphs that an editor has left', () => {
    const main = page('<p><a href="/faq#kommun-faq">F</a></p><p>&nbsp;</p><p><br></p><h3>Ett?</h3><p>1</p>');
    expect(widget(main)!.querySelectorAll('h3').length).to.equal(1);
    main.remove();
    const other = page('<p><a href="/faq#kommun-faq">F</a></p><p><img alt="Karta"></p><h3>Ett?</h3>');
    expect(other.querySelectorAll(':scope > h3, :scope > p img').length).to.equal(2);
  });

  it('is named to the editor when there is no such widget', () => {
    const warned = editorWarnings();
    page('<p>[kommun-fag]</p><p><a href="/#kommun-fac?search">Frågor</a></p><p><a href="/#kommun-styrelse">Kommunstyrelsen</a></p>');
    expect(warned.length).to.equal(2);
    expect(warned.join()).to.include('kommun-fag ').and.to.include('kommun-fac ');
  });

  it('takes nothing that stands below another anchor', () => {
    const main = page('<p><a href="/#kommun-faq">A</a></p><h3>Ett?</h3><p>1</p><p><a href="/#kommun-faq">B</a></p><h3>Två?</h3><p>2</p>');
    expect([...main.querySelectorAll('kommun-faq')].map((one) => one.querySelector('h3')!.textContent)).to.deep.equal(['Ett?', 'Två?']);
  });

  it('takes nothing that belongs to another part of the page', () => {
    const main = page('<p>[kommun-faq]</p><h3>Ett?</h3><p>1</p><p>[kommun-eid-login]</p><p>Efter</p>');
    expect(main.querySelectorAll('kommun-faq kommun-eid-login').length).to.equal(0);
    expect(main.lastElementChild!.textContent).to.equal('Efter');
    main.remove();
    const other = page('<p>[kommun-faq]</p><h3>Ett?</h3><p>1</p><div class="comments"><h3>Hej</h3></div><footer>Fot</footer>');
    expect([...other.children].map(({ localName }) => localName)).to.deep.equal(['kommun-faq', 'div', 'footer']);
  });

  for (const [where, content] of [
    ['in a comment', `<div class="comment"><p><a href="${link}">F</a></p><p>[kommun-faq]</p></div>`],
    ['that a visitor wrote', `<p><a rel="nofollow ugc" href="${link}">F</a></p>`],
    ['in something that is being edited', `<div contenteditable><p><a href="${link}">F</a></p></div>`],
    ['in a menu', `<nav><ul><li><a href="${link}">F</a></li></ul></nav>`],
    ['in code that is shown', `<pre>[kommun-faq]</pre><code>[kommun-faq]</code><textarea>[kommun-faq]</textarea>`],
    ['in what can be pressed', '<button>[kommun-faq]</button><label>[kommun-faq]</label>'],
    ['to a widget that there is none of', '<p><a href="/#kommun-portal?api=https://ond.example">P</a> <a href="/#kommun-nyheter">N</a></p>'],
    ['to something on the page that is called so', `<p><a href="#kommun-faq">Ner</a></p><div id="kommun-faq"></div>`],
  ] as const) {
    it(`stays what it is ${where}`, () => {
      const main = page(content);
      expect(main.innerHTML).to.equal(content.replace('contenteditable>', 'contenteditable="">').replaceAll('&', '&amp;'));
    });
  }

  it('never says where things come from, nor what runs', () => {
    const warned = editorWarnings();
    expect(settingsIn('<a href="/#kommun-faq?src=https://ond.example/faq&contact-href=//ond.example&src=/%09/ond.example/f&src=ht%09tps://ond.example&src=%01https://ond.example&onclick=alert(1)&style=a&api=https://ond.example&exclusive">F</a>')).to.equal('exclusive=');
    expect(warned.filter((text) => text.includes('annan webbplats')).length).to.equal(2);
    expect(settingsIn('<a href="/#kommun-faq?contact-href=tel:0476-55000">F</a>')).to.equal('contact-href=tel:0476-55000');
  });

  for (const { tag, short, settings } of editorWidgets()) {
    it(`can set everything on <${tag}> that an editor is offered, and no address elsewhere`, () => {
      const set = (query: string) => {
        const main = page(`<p data-kommun-ignore>.</p><p><a href="/#${tag}?${query}">F</a></p>`);
        const found = main.querySelector(tag)!;
        main.remove();
        return found;
      };
      const values: Record<string, string> = { switch: 'ja', choice: '3', number: '20', address: '/sida/', text: 'Barn: vilket?' };
      const found = set(settings.map(({ name, kind }) => `${name}=${encodeURIComponent(values[kind]!)}`).join('&'));
      for (const { name, kind } of settings) expect(found.getAttribute(name), `${short} ${name}`).to.equal(values[kind]);
      const led = set(settings.filter(({ kind }) => kind === 'address').map(({ name }) => `${name}=https://ond.example/`).join('&'));
      expect(led.getAttributeNames().filter((name) => led.getAttribute(name)!.includes('ond.example'))).to.deep.equal([]);
    });
  }

  it('is not what a page says again of its own address', () => {
    const before = location.href;
    history.replaceState(null, '', '?s=%5Bkommun-eid-login%5D');
    const main = page('<h1>Sökning efter [kommun-eid-login]</h1><p>[kommun-eid-login heading-level=3]</p>');
    history.replaceState(null, '', before);
    expect([...main.querySelectorAll('kommun-eid-login')].map((found) => found.getAttribute('heading-level'))).to.deep.equal(['3']);
  });

  it('cannot hide a widget, nor say anything else of it that is not its own', () => {
    expect(settingsIn('<a href="/#kommun-faq?hidden&inert&popover&aria-hidden=true&contenteditable&role=none&exclusive">F</a>')).to.equal('exclusive=');
  });

  it('in a heading leaves the heading where it is, and takes the questions below', () => {
    const main = page('<h2><a href="/faq#kommun-faq">Frågor</a></h2><h3>Ett?</h3><p>1</p><h2>Nästa</h2>');
    expect([...main.children].map(({ localName }) => localName)).to.deep.equal(['h2', 'kommun-faq', 'h2']);
    expect(main.querySelector('h2 a')!.getAttribute('href')!.includes('#')).to.equal(false);
    expect(widget(main)!.querySelectorAll('h3').length).to.equal(1);
    upgradeAnchors();
    expect(main.querySelectorAll('kommun-faq').length).to.equal(1);
  });

  it('tells the editor what it asks for that there is none of', async () => {
    const warned = editorWarnings();
    page('<a href="/#kommun-faq?rubriknivå=3&hedding-level=3&src=/faq.json">F</a>');
    await until(() => warned.some((text) => text.includes('hedding-level finns inte') && text.includes('heading-level')));
  });

  it('is found once, however often the page is looked through, and changes nothing more on it', async () => {
    const main = page('<blockquote class="kommun-faq"><p>Se [kommun-faq] och <a href="/w/faq#kommun-faq">[kommun-faq]</a></p></blockquote><p>[kommun-okänd] [kommun-faq]</p>');
    await until(() => main.querySelectorAll('kommun-faq').length === 2);
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(main, { childList: true, subtree: true });
    upgradeAnchors();
    changes.push(...observer.takeRecords());
    observer.disconnect();
    expect(main.querySelectorAll('kommun-faq').length).to.equal(2);
    expect(changes).to.deep.equal([]);
  });
});
