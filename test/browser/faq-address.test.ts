import { expect } from 'chai';
import { fixture } from '../support/fixture.ts';
import { until } from '../support/until.ts';
import { buttonOf, expectClosed, faq, fourQuestions, isOpen, expectOpen, question, seen } from './faq.page.ts';

const far = '<div class="far"></div>';
const sheet = new CSSStyleSheet();
sheet.replaceSync('.far { block-size: 3000px }');

const inView = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

describe('the addresses of kommun-faq', () => {
  beforeEach(() => document.adoptedStyleSheets.push(sheet));
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    history.replaceState(null, '', location.pathname + location.search);
    scrollTo(0, 0);
  });

  it('lead to a question that is there before anybody touches the page', async () => {
    history.replaceState(null, '', '#vem-skriver-under');
    await faq(far + fourQuestions);
    await expectOpen('Vem skriver under?');
    await until(() => inView(question('Vem skriver under?')));
    expect(isOpen('Jag har glömt min kod')).to.equal(false);
  });

  it('come from the text, with å, ä and é as plain letters, unless the editor has set one', async () => {
    history.replaceState(null, '', '#hur-loggar-jag-ut-pa-cafeet');
    await faq(`${fourQuestions}<h3 id="Egen_1">Egen adress</h3><p>Svar</p>`);
    await expectOpen('Hur loggar jag ut på caféet?');
    expect(question('Hur loggar jag ut på caféet?').id).to.equal('hur-loggar-jag-ut-pa-cafeet');
    expect(question('Egen adress').id).to.equal('Egen_1');
  });

  it('are a question’s own when two lists ask the same', async () => {
    history.replaceState(null, '', '#fraga-2');
    const page = await fixture('<div><kommun-faq><h3>Fråga</h3><p>Ett</p></kommun-faq><kommun-faq><h3>Fråga</h3><p class="andra">Två</p></kommun-faq></div>');
    await until(() => seen('.andra'));
    expect([...page.querySelectorAll('h3')].map(({ id }) => id)).to.deep.equal(['fraga', 'fraga-2']);
  });

  it('lead to what is inside an answer, also when they change later', async () => {
    await faq(far + fourQuestions);
    location.hash = 'both';
    await expectOpen('Vem skriver under?');
    await until(() => inView(document.querySelector('#both')!));
  });

  it('open the question again when the same link is pressed again', async () => {
    const page = await fixture(`<div><a href="#jag-har-glomt-min-kod">Glömt koden?</a><kommun-faq>${fourQuestions}</kommun-faq></div>`);
    page.querySelector('a')!.click();
    await expectOpen('Jag har glömt min kod');
    buttonOf('Jag har glömt min kod')!.click();
    await expectClosed('Jag har glömt min kod');
    page.querySelector('a')!.click();
    await expectOpen('Jag har glömt min kod');
  });

  it('leave a question closed that was closed after the link was followed', async () => {
    history.replaceState(null, '', '#vem-skriver-under');
    const list = await faq(fourQuestions);
    await expectOpen('Vem skriver under?');
    buttonOf('Vem skriver under?')!.click();
    await expectClosed('Vem skriver under?');
    list.append('Ny text');
    await list.updateComplete;
    expect(isOpen('Vem skriver under?')).to.equal(false);
  });

  it('open a list within an answer and the answer that it stands in', async () => {
    history.replaceState(null, '', '#djupt');
    await faq('<details><summary>Yttre</summary><kommun-faq><h4>Inre</h4><p id="djupt">Svar</p></kommun-faq></details>');
    await expectOpen('Yttre');
    await expectOpen('Inre');
    await until(() => seen('#djupt'));
  });

  it('wait for a question that comes after them', async () => {
    history.replaceState(null, '', '#sen-fraga');
    const list = await faq(fourQuestions);
    list.insertAdjacentHTML('beforeend', '<h3>Sen fråga</h3><p>Svar</p>');
    await expectOpen('Sen fråga');
  });

  it('that lead nowhere, or cannot be read, do no harm', async () => {
    history.replaceState(null, '', '#%E5');
    await faq(fourQuestions);
    location.hash = 'finns-inte';
    location.hash = 'vem-skriver-under';
    await expectOpen('Vem skriver under?');
  });
});
