import { expect } from 'chai';
import { expectAccessible } from '../support/accessible.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { drawn, fixture } from '../support/fixture.ts';
import { until } from '../support/until.ts';
import { buttonOf, expectClosed, faq, fourQuestions, isOpen, expectOpen, own, question, questionsInSight, seen } from './faq.page.ts';

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

describe('the content of kommun-faq', () => {
  it('stays where the editor wrote it, with each question a heading that holds a button', async () => {
    const list = await faq(fourQuestions);
    const headings = [...list.querySelectorAll('h3')];
    expect(headings.map(({ textContent }) => textContent)).to.deep.equal(['Vad är en e-legitimation?', 'Vem skriver under?', 'Jag har glömt min kod', 'Hur loggar jag ut på caféet?']);
    expect(headings.map(({ parentElement }) => parentElement)).to.deep.equal([list, list, list, list]);
    expect(headings.every(({ shadowRoot }) => shadowRoot?.querySelector('button[type=button][aria-expanded=false] slot'))).to.equal(true);
    expect(list.querySelector('p')?.closest('[style]')).to.equal(null);
    await expectAccessible(list);
    expect(editorWarnings()).to.deep.equal([]);
  });

  it('can be read in full by those who look at the page without its code', async () => {
    const list = await faq(fourQuestions);
    expect(list.textContent).to.contain('Båda vårdnadshavarna skriver under.');
    expect(list.innerHTML).to.not.contain('slot=').and.not.contain('hidden');
  });

  it('makes questions of details, and keeps what the editor said of them', async () => {
    const list = await faq('<details id="kod" class="viktig" open><summary>Glömt koden?</summary><p id="svar">Gå till banken.</p></details><details><summary>Logga ut</summary>Tryck på knappen.</details>');
    await expectOpen('Glömt koden?');
    expect(question('Glömt koden?').id).to.equal('kod');
    expect(list.querySelector('.viktig')?.contains(list.querySelector('#svar'))).to.equal(true);
    expect(seen('#svar')).to.equal(true);
    expect(isOpen('Logga ut')).to.equal(false);
    expect(list.querySelector('details')).to.equal(null);
    await expectAccessible(list);
  });

  it('moves the nodes of details and copies none, so that what a script holds on to goes on working', async () => {
    const container = await fixture('<div></div>');
    container.innerHTML = '<kommun-faq><details><summary>Fråga</summary><button type="button">Räkna</button></details></kommun-faq>';
    const before = container.querySelector('button')!;
    await until(() => buttonOf('Fråga'));
    expect(container.querySelector('button')).to.equal(before);
  });

  it('takes its level from the heading above when the content has none', async () => {
    const page = await fixture('<div><h4>Barnomsorg</h4><kommun-faq><details><summary>Fråga</summary>Svar</details></kommun-faq></div>');
    await until(() => page.querySelector('h5'));
    expect(question('Fråga').localName).to.equal('h5');
  });

  it('puts the questions at the level that heading-level says, and keeps their ids, classes and state', async () => {
    const list = await faq('<h3 id="egen" class="stor">Fråga</h3><p>Svar</p>');
    buttonOf('Fråga')!.click();
    await expectOpen('Fråga');
    list.headingLevel = 2;
    await until(() => list.querySelector('h2'));
    expect(question('Fråga').matches('h2#egen.stor')).to.equal(true);
    await expectOpen('Fråga');
  });

  it('looks through the boxes that some editors put around everything or around each question', async () => {
    await faq('<div><div><h3>Första</h3><p>Ett</p></div><div><h3>Andra</h3><p id="tva">Två</p></div></div>');
    await until(() => buttonOf('Andra'));
    expect(seen('#tva')).to.equal(false);
    buttonOf('Andra')!.click();
    await expectOpen('Andra');
    expect(seen('#tva')).to.equal(true);
  });

  it('shows what comes before the first question, and titles over several questions, all the time', async () => {
    const list = await faq('<p id="inledning">Så här gör du.</p><h3 id="titel">Inloggning</h3><h4>Fråga</h4><p>Svar</p><h4>Fråga två</h4><p>Svar</p>');
    expect(questionsInSight(list)).to.deep.equal(['Fråga', 'Fråga två']);
    expect(seen('#inledning') && seen('#titel')).to.equal(true);
    expect(editorWarnings()).to.deep.equal([]);
  });

  it('takes a lone heading over several alike for their title, and what stands below it for an introduction', async () => {
    const list = await faq('<h2 id="titel">Frågor</h2><p id="ingress">Här svarar vi.</p><h3>Ett</h3><p>Svar</p><h3>Två</h3><p>Svar</p>');
    expect(questionsInSight(list)).to.deep.equal(['Ett', 'Två']);
    expect(seen('#titel') && seen('#ingress')).to.equal(true);
    buttonOf('Två')!.click();
    await expectOpen('Två');
    expect(editorWarnings()).to.deep.equal([]);
    await expectAccessible(list);
  });

  it('takes its level from the heading above also when other lists come in between', async () => {
    const one = (text: string) => `<kommun-faq><details><summary>${text}</summary>Svar</details></kommun-faq>`;
    const page = await fixture(`<div><h2>Barnomsorg</h2>${one('Ett')}${one('Två')}${one('Tre')}</div>`);
    await until(() => ['Ett', 'Två', 'Tre'].every((text) => buttonOf(text)));
    expect([...page.querySelectorAll('kommun-faq > :is(h2, h3, h4, h5, h6)')].map(({ localName }) => localName)).to.deep.equal(['h3', 'h3', 'h3']);
  });

  it('keeps lists, tables, pictures, links, deeper headings and details inside an answer', async () => {
    const list = await faq('<h3>Fråga</h3><ul><li>Ett<ul><li id="inre">Nästlat</li></ul></li></ul><table><tbody><tr><td>Cell</td></tr></tbody></table><p><a href="#inre">Länk</a> <img alt="Karta" width="20" height="20" src="data:,"></p><h4>Mer</h4><details id="extra"><summary>Extra</summary>Text</details> lös text');
    buttonOf('Fråga')!.click();
    await expectOpen('Fråga');
    for (const selector of ['#inre', 'td', 'a', 'img', 'h4', '#extra']) expect(seen(selector), selector).to.equal(true);
    expect(questionsInSight(list)).to.deep.equal(['Fråga']);
    await expectAccessible(list);
  });

  it('takes in questions that come later, also those of a script that ran before the page had its content', async () => {
    const list = await faq('');
    list.innerHTML = '<h3>Sen fråga</h3><p>Svar</p>';
    await until(() => buttonOf('Sen fråga'));
    list.insertAdjacentHTML('beforeend', '<h3>Ännu en</h3><p>Svar</p>');
    await until(() => buttonOf('Ännu en'));
    list.querySelector('h3')!.remove();
    await until(() => questionsInSight(list).length === 1);
    expect(questionsInSight(list)).to.deep.equal(['Ännu en']);
  });

  it('leaves an open answer on the screen when a question comes before it, or goes', async () => {
    const list = await faq(fourQuestions);
    const height = () => list.querySelector('#both')!.getBoundingClientRect().height;
    buttonOf('Vem skriver under?')!.click();
    await until(() => height() > 0);
    await twoFrames();
    (await fixture('<button>Ny</button>')).focus();
    await twoFrames();
    list.insertAdjacentHTML('afterbegin', '<h3>Nyast</h3><p>Svar</p>');
    await until(() => buttonOf('Nyast'));
    await twoFrames();
    expect(isOpen('Vem skriver under?')).to.equal(true);
    expect(height()).to.be.greaterThan(0);
    question('Nyast').nextElementSibling!.remove();
    question('Nyast').remove();
    await until(() => questionsInSight(list).length === 4);
    expect(height()).to.be.greaterThan(0);
  });

  for (const [what, happen] of [
    ['something comes last in the list', (list: Element) => list.insertAdjacentHTML('beforeend', '<p>Sist</p>')],
    ['the address gets another fragment', () => dispatchEvent(new Event('hashchange'))],
  ] as const) {
    it(`leaves whoever reads at the page's end where they are when ${what}`, async () => {
      const list = await faq(`<h3>Lång</h3><p style="block-size: 300vh">Svar</p><h3>Lång till</h3><p style="block-size: 300vh">Svar</p>`);
      for (const text of ['Lång', 'Lång till']) {
        buttonOf(text)!.click();
        await expectOpen(text);
      }
      await until(() => list.renderRoot.querySelectorAll('.tools button').length, 'the late parts');
      scrollTo(0, document.documentElement.scrollHeight);
      await twoFrames();
      const before = scrollY;
      happen(list);
      await drawn(list);
      expect(scrollY).to.equal(before);
      await twoFrames();
      expect(scrollY).to.equal(before);
    });
  }

  it('leaves the focus in an open answer when a question comes before it', async () => {
    const list = await faq(fourQuestions);
    const link = list.querySelector('a')!;
    buttonOf('Vad är en e-legitimation?')!.click();
    await until(() => link.getBoundingClientRect().height > 0);
    link.focus();
    await twoFrames();
    list.insertAdjacentHTML('afterbegin', '<h3>Nyast</h3><p>Svar</p>');
    await until(() => buttonOf('Nyast'));
    await twoFrames();
    expect(link.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(document.activeElement === link).to.equal(true);
  });

  it('goes on as before when it is moved, and starts anew as a copy', async () => {
    const list = await faq(fourQuestions);
    buttonOf('Vem skriver under?')!.click();
    await expectOpen('Vem skriver under?');
    const elsewhere = await fixture('<section></section>');
    elsewhere.append(list);
    await drawn(elsewhere);
    expect(isOpen('Vem skriver under?') && seen('#both')).to.equal(true);
    const copy = list.cloneNode(true) as typeof list;
    elsewhere.append(copy);
    await until(() => copy.querySelector('h3')?.shadowRoot?.querySelector('button'));
    expect(copy.querySelectorAll('h3')[1]!.shadowRoot!.querySelector('button')!.getAttribute('aria-expanded')).to.equal('false');
    copy.querySelectorAll('h3')[1]!.shadowRoot!.querySelector('button')!.click();
    await until(() => copy.querySelectorAll('h3')[1]!.shadowRoot!.querySelector('[aria-expanded=true]'));
    expect(isOpen('Vem skriver under?')).to.equal(true);
  });

  it('lets a list stand inside an answer as a list of its own', async () => {
    await faq('<h3>Yttre</h3><kommun-faq><h4>Inre</h4><p id="innerst">Svar</p></kommun-faq>');
    buttonOf('Yttre')!.click();
    await expectOpen('Yttre');
    await until(() => buttonOf('Inre')?.checkVisibility());
    expect(seen('#innerst')).to.equal(false);
    buttonOf('Inre')!.click();
    await expectOpen('Inre');
    expect(isOpen('Yttre') && seen('#innerst')).to.equal(true);
    buttonOf('Inre')!.click();
    await expectClosed('Inre');
    expect(isOpen('Yttre')).to.equal(true);
  });

  it('survives a translator that wraps the words of the page', async () => {
    const list = await faq(fourQuestions);
    for (const heading of list.querySelectorAll('h3')) {
      const font = document.createElement('font');
      font.append('Translated ', ...heading.childNodes);
      heading.append(font);
    }
    list.querySelectorAll('h3')[1]!.shadowRoot!.querySelector('button')!.click();
    await expectOpen('Translated Vem skriver under?');
    expect(seen('#both')).to.equal(true);
  });

  const faults: [what: string, content: string, visible: string | null, told: RegExp][] = [
    ['nothing at all', '', null, /inget innehåll/],
    ['text without a question', '<p class="kvar">Bara text</p>', '.kvar', /ingen fråga/],
    ['an empty heading', '<h3>Fråga</h3><p>Svar</p><h3> </h3><p class="kvar">Text</p>', '.kvar', /tom/],
    ['a link in a question', '<h3><a href="/x" class="kvar">Fråga</a></h3><p>Svar</p>', '.kvar', /länk/],
    ['a link in the first question', '<h3><a href="/x" class="kvar">Fråga</a></h3><p>Svar</p><h3>Två</h3><p>Svar</p>', '.kvar', /länk/],
    ['a lone heading of another level than the questions', '<h4 class="kvar">Fråga</h4><p>Svar</p><h3>Två</h3><p>Svar</p><h3>Tre</h3><p>Svar</p>', '.kvar', /olika nivå/],
    ['a question without an answer', '<h3>Fråga</h3><h3 class="kvar">Fråga två</h3><p>Svar</p>', '.kvar', /saknar svar/],
    ['questions of different levels', '<h3>Fråga</h3><p>Svar</p><h2>Annan</h2><p class="kvar">Svar</p>', '.kvar', /olika nivå/],
    ['details without a summary', '<details><summary>Fråga</summary>Svar</details><details class="kvar">Text</details>', '.kvar', /summary/],
  ];
  for (const [what, content, visible, told] of faults) {
    it(`tells the editor of ${what}, once and with what to write instead, and hides nothing`, async () => {
      const list = await faq(content);
      await until(() => editorWarnings().length, 'a warning');
      expect(editorWarnings()).to.have.length(1);
      expect(editorWarnings()[0]).to.match(/^<kommun-faq>: /).and.match(told);
      if (visible) expect(seen(visible)).to.equal(true);
      list.requestUpdate();
      await drawn(list);
      expect(editorWarnings()).to.have.length(1);
    });
  }

  it('tells the editor which levels there are, and goes by the content meanwhile', async () => {
    await faq('<h3>Fråga</h3><p>Svar</p>', 'heading-level="9"');
    await until(() => editorWarnings().length);
    expect(editorWarnings()).to.deep.equal(['<kommun-faq>: heading-level="9" går inte att använda. Tillåtet: 2, 3, 4, 5 eller 6.']);
    expect(question('Fråga').localName).to.equal('h3');
  });

  it('shows an answer as soon as its code has come, on a page whose stylesheet kept it back until then', async () => {
    const frame = await fixture<HTMLIFrameElement>('<iframe></iframe>');
    frame.srcdoc = `<link rel="stylesheet" href="/src/kommun.css"><kommun-faq>${fourQuestions}</kommun-faq>`;
    const answer = await until(() => frame.contentDocument?.querySelector<HTMLElement>('#both'));
    (await until(() => answer.parentElement?.getAnimations()[0])).pause();
    const page = answer.ownerDocument;
    const code = page.createElement('script');
    code.type = 'module';
    code.textContent = `import { KommunFaq } from '/src/widgets/faq/faq.element.ts'; customElements.define('kommun-faq', KommunFaq);`;
    page.body.append(code);
    const button = await until(() => page.querySelectorAll('h3')[1]?.shadowRoot?.querySelector('button'));
    expect(answer.checkVisibility()).to.equal(false);
    button.click();
    await until(() => answer.checkVisibility() && answer.offsetHeight, 'the answer to show');
  });

  it('speaks the language of the page around it', async () => {
    const page = await fixture(`<div lang="en"><kommun-faq>${fourQuestions}</kommun-faq></div>`);
    const list = page.querySelector('kommun-faq')!;
    await until(() => own(list, 'label')?.textContent === 'Search the questions');
    page.lang = 'sv';
    await until(() => own(list, 'label')?.textContent === 'Sök bland frågorna');
  });
});
