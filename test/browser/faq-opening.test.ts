import { expect } from 'chai';
import type { KommunFaqToggledEvent } from '../../src/widgets/faq/faq.events.ts';
import { expectAccessible } from '../support/accessible.ts';
import { fixture } from '../support/fixture.ts';
import { focused, press } from '../support/keys.ts';
import { putOnPaper } from '../support/paper.ts';
import { until } from '../support/until.ts';
import { buttonOf, expectClosed, faq, fourQuestions, isOpen, expectOpen, own, ownButton, question, seen } from './faq.page.ts';

const all = ['Vad är en e-legitimation?', 'Vem skriver under?', 'Jag har glömt min kod', 'Hur loggar jag ut på caféet?'];

describe('opening and closing in kommun-faq', () => {
  it('opens and closes each question by itself, several at a time', async () => {
    const list = await faq(fourQuestions);
    buttonOf(all[0]!)!.click();
    buttonOf(all[1]!)!.click();
    await expectOpen(all[1]!);
    expect(isOpen(all[0]!) && seen('#both')).to.equal(true);
    await expectAccessible(list);
    buttonOf(all[1]!)!.click();
    await expectClosed(all[1]!);
    expect(seen('#both')).to.equal(false);
    expect(isOpen(all[0]!)).to.equal(true);
  });

  it('works by keyboard, and what is closed is not on the way', async () => {
    await faq(fourQuestions);
    buttonOf(all[0]!)!.focus();
    await press('Tab');
    expect(focused()).to.equal(buttonOf(all[1]!));
    buttonOf(all[0]!)!.focus();
    await press('Enter');
    await expectOpen(all[0]!);
    await press('Tab');
    expect(focused()?.textContent).to.equal('Läs mer');
    buttonOf(all[1]!)!.focus();
    await press(' ');
    await expectOpen(all[1]!);
  });

  it('keeps one open at a time when exclusive', async () => {
    const list = await faq(fourQuestions, 'exclusive');
    buttonOf(all[0]!)!.click();
    await expectOpen(all[0]!);
    buttonOf(all[1]!)!.click();
    await expectOpen(all[1]!);
    expect(isOpen(all[0]!)).to.equal(false);
    expect([...list.shadowRoot!.querySelectorAll('.bar button')].some((button) => button.checkVisibility())).to.equal(false);
  });

  it('opens and closes all with one button that says what it will do', async () => {
    const list = await faq(fourQuestions);
    (await ownButton(list, 'Visa alla svar')).click();
    for (const text of all) await expectOpen(text);
    await expectAccessible(list);
    (await ownButton(list, 'Dölj alla svar')).click();
    for (const text of all) await expectClosed(text);
  });

  it('offers to open all as long as one is closed, also when an open question has been taken away', async () => {
    const list = await faq(`${fourQuestions}<h3>Femte</h3><p>Svar</p>`);
    buttonOf('Femte')!.click();
    for (const text of all.slice(1)) buttonOf(text)!.click();
    await expectOpen('Femte');
    question('Femte').nextElementSibling!.remove();
    question('Femte').remove();
    await until(() => own(list, '.bar')!.textContent.includes('4 frågor'));
    (await ownButton(list, 'Visa alla svar')).click();
    await expectOpen(all[0]!);
  });

  it('offers neither search nor one button for all in a short list', async () => {
    const list = await faq('<h3>Fråga</h3><p>Svar</p>');
    expect(own(list, 'input') ?? own(list, '.bar')).to.equal(null);
  });

  it('opens the answer that the browser finds text in', async () => {
    const list = await faq(fourQuestions);
    const panels = [...list.shadowRoot!.querySelectorAll('.panel')];
    expect(panels.map((panel) => panel.getAttribute('hidden'))).to.deep.equal(Array(4).fill('until-found'));
    panels[1]!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await expectOpen(all[1]!);
    expect(panels[1]!.hasAttribute('hidden')).to.equal(false);
  });

  it('stays open when the browser finds what the editor has hidden within the answer', async () => {
    await faq(`${fourQuestions}<h3>Femte</h3><div id="gomt" hidden="until-found">Gömt</div>`);
    buttonOf('Femte')!.click();
    await expectOpen('Femte');
    document.querySelector('#gomt')!.dispatchEvent(new Event('beforematch', { bubbles: true }));
    buttonOf(all[0]!)!.click();
    await expectOpen(all[0]!);
    expect(isOpen('Femte')).to.equal(true);
  });

  it('prints every answer and no tool', async () => {
    const list = await faq(fourQuestions);
    await putOnPaper(list);
    expect(seen('#both')).to.equal(true);
    expect(own(list, '.bar')!.checkVisibility()).to.equal(false);
    expect(question(all[0]!).checkVisibility()).to.equal(true);
  });

  it('prints every question also while a search shows only some', async () => {
    const list = await faq(fourQuestions);
    const field = own(list, 'input') as HTMLInputElement;
    field.value = 'banken';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => !question(all[1]!).checkVisibility(), 'the search to hide a question');
    await putOnPaper(list);
    expect(all.map((text) => question(text).checkVisibility())).to.deep.equal([true, true, true, true]);
    expect(seen('#both')).to.equal(true);
  });

  it('tells the page which question was opened or expectClosed, by its address', async () => {
    const list = await faq(fourQuestions);
    const heard: [string, boolean][] = [];
    list.addEventListener('kommun-faq-toggled', ({ question: address, open }: KommunFaqToggledEvent) => heard.push([address, open]));
    buttonOf(all[1]!)!.click();
    await until(() => heard.length === 1);
    buttonOf(all[1]!)!.click();
    await until(() => heard.length === 2);
    expect(heard).to.deep.equal([['vem-skriver-under', true], ['vem-skriver-under', false]]);
  });

  it('leaves a form around it unsent, and a page that follows every press unfollowed', async () => {
    const form = await fixture<HTMLFormElement>(`<form><kommun-faq>${fourQuestions}</kommun-faq></form>`);
    const heard: string[] = [];
    form.addEventListener('submit', (event) => (event.preventDefault(), heard.push('submit')));
    form.addEventListener('click', () => heard.push('click'));
    buttonOf(all[1]!)!.click();
    (await ownButton(form.querySelector('kommun-faq')!, 'Visa alla svar')).click();
    own(form.querySelector('kommun-faq')!, 'input')!.focus();
    await press('a', 'Enter');
    expect(heard).to.deep.equal([]);
  });

  it('keeps its shape on a page that undoes every style', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset !important } button { display: none !important }');
    document.adoptedStyleSheets.push(sheet);
    try {
      const list = await faq(fourQuestions);
      expect(getComputedStyle(list).display).to.equal('block');
      expect(buttonOf(all[0]!)!.offsetHeight).to.be.at.least(44);
      buttonOf(all[0]!)!.click();
      await expectOpen(all[0]!);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  });
});
