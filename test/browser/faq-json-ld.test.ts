import { expect } from 'chai';
import { editorWarnings } from '../support/editor-warnings.ts';
import { fixture } from '../support/fixture.ts';
import { until } from '../support/until.ts';
import './faq.page.ts';

const scripts = () => [...document.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]')];
const names = (): string[] => scripts().flatMap(({ text }) => (JSON.parse(text) as { mainEntity: { name: string }[] }).mainEntity.map(({ name }) => name));
const pagesOwn = () => Object.assign(document.createElement('script'), { type: 'application/ld+json', text: '{"@type":"FAQPage","mainEntity":[]}' });
const list = (question: string) => `<kommun-faq json-ld><h3>${question}</h3><p>Svar på ${question}</p></kommun-faq>`;

describe('FAQPage in JSON-LD from kommun-faq', () => {
  it('is left out unless the editor asks for it', async () => {
    await fixture('<kommun-faq><h3 id="x">Fråga</h3><p>Svar</p></kommun-faq>');
    expect(scripts()).to.deep.equal([]);
  });

  it('is one for the whole page, and follows the lists as they come and go', async () => {
    const page = await fixture(`<div>${list('Ett')}${list('Två')}</div>`);
    await until(() => names().length === 2);
    expect(scripts()).to.have.length(1);
    expect(scripts()[0]!.parentElement).to.equal(document.head);
    page.insertAdjacentHTML('beforeend', list('Tre') + list('Ett'));
    await until(() => names().length === 3);
    expect(names()).to.deep.equal(['Ett', 'Två', 'Tre']);
    page.querySelector('kommun-faq')!.insertAdjacentHTML('beforeend', '<h3>Sen</h3><p>Svar</p>');
    await until(() => names().includes('Sen'));
    for (const each of page.querySelectorAll('kommun-faq')) each.remove();
    await until(() => scripts().length === 0);
  });

  it('says question and answer as text', async () => {
    await fixture('<kommun-faq json-ld><h3>Vem &amp; när?</h3><p>D<b>u</b>.</p><ol><li>Ring</li><li>Vänta</li></ol></kommun-faq>');
    await until(() => scripts().length);
    expect(JSON.parse(scripts()[0]!.text)).to.deep.equal({
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name: 'Vem & när?', acceptedAnswer: { '@type': 'Answer', text: 'Du. Ring Vänta' } }],
    });
  });

  it('is left to the page when the page has its own, and the editor is told', async () => {
    const own = pagesOwn();
    document.head.append(own);
    try {
      await fixture(list('Ett'));
      await until(() => editorWarnings().length);
      expect(editorWarnings()[0]).to.match(/Sidan beskriver redan sina frågor/);
      expect(scripts()).to.deep.equal([own]);
    } finally {
      own.remove();
    }
  });

  it('is left to the page also when the page says it in its markup', async () => {
    await fixture(`<div><section itemscope itemtype="https://schema.org/FAQPage"></section>${list('Ett')}</div>`);
    await until(() => editorWarnings().length);
    expect(scripts()).to.deep.equal([]);
  });

  it('goes when the page’s own comes later and the questions change', async () => {
    const page = await fixture(`<div>${list('Ett')}</div>`);
    await until(() => names().length);
    const own = pagesOwn();
    document.head.append(own);
    try {
      page.insertAdjacentHTML('beforeend', list('Två'));
      await until(() => scripts().length === 1);
      expect(scripts()).to.deep.equal([own]);
    } finally {
      own.remove();
    }
  });
});
