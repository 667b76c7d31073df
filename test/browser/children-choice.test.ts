import { expect } from 'chai';
import { expectAccessible } from '../support/accessible.ts';
import { ok } from '../support/fake-backend.ts';
import { focused, press } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { all, alva, button, fakeChildren, filled, find, inputs, iris, noel, page, sampleChildren, text } from './children.page.ts';

const several = '<kommun-child-picker service="skolskjuts" name="barn" multiple></kommun-child-picker>';
const withItems = (...items: Parameters<typeof sampleChildren>[0] & object) => fakeChildren(async () => ok(sampleChildren(items)));

describe('the choice of a child', () => {
  it('is between real radio buttons, eldest first, each with year of birth and school', async () => {
    const { picker } = await filled();
    const radios = inputs(picker);
    expect(radios.map(({ type, checked }) => [type, checked])).to.deep.equal([['radio', false], ['radio', false]]);
    expect(radios.map((radio) => radio.labels![0]!.innerText.replaceAll(/\s+/g, ' ').trim())).to.deep.equal([
      'Alva Lindgren, född 2015 Elmeskolan, årskurs 5',
      'Noel Lindgren, född 2017 Elmeskolan, årskurs 3',
    ]);
    expect(find(picker, 'legend')!.textContent).to.equal('Vilket barn gäller det?');
    expect(text(picker)).to.include('Uppgifterna kommer från folkbokföringen.');
    await expectAccessible(picker);
  });

  it('is made with the arrow keys, and stands on the one that is chosen', async () => {
    const { picker } = await filled();
    inputs(picker)[0]!.focus();
    await press('ArrowDown');
    expect(picker.value).to.equal('n1');
    expect(focused()).to.equal(inputs(picker)[1]);
    await press('ArrowUp');
    expect(picker.value).to.equal('a1');
  });

  it('keeps the arrow keys from the page, which may have uses of its own for them', async () => {
    const { picker, container } = await filled();
    const heard: string[] = [];
    container.addEventListener('keydown', ({ key }) => heard.push(key));
    inputs(picker)[0]!.focus();
    await press('ArrowDown');
    expect(heard).to.deep.equal([]);
  });

  it('can be of several, by checkboxes', async () => {
    const { picker } = await filled(fakeChildren(), several);
    expect(find(picker, 'legend')!.textContent).to.equal('Vilka barn gäller det?');
    inputs(picker)[1]!.click();
    inputs(picker)[0]!.click();
    expect(picker.values).to.deep.equal(['a1', 'n1']);
    inputs(picker)[1]!.click();
    expect(picker.values).to.deep.equal(['a1']);
    await expectAccessible(picker);
  });

  it('is made already, and shown, when only one can be chosen', async () => {
    const { picker } = await filled(withItems(alva, iris));
    expect(picker.value).to.equal('a1');
    expect(inputs(picker).map(({ checked }) => checked)).to.deep.equal([true]);
    expect(text(picker)).to.include('Bara ett barn kan väljas här, så vi har valt det.');
    await expectAccessible(picker);
  });

  it('tells the page by an id that means nothing elsewhere, and by the events of any field', async () => {
    const { picker, container } = await page();
    const heard: unknown[] = [];
    container.addEventListener('kommun-child-chosen', ({ childIds }) => heard.push(childIds));
    for (const name of ['input', 'change']) container.addEventListener(name, ({ target }) => heard.push([name, (target as typeof picker).value]));
    await until(() => inputs(picker).length);
    inputs(picker)[1]!.click();
    expect(heard).to.deep.equal([['n1'], ['input', 'n1'], ['change', 'n1']]);
  });

  it('asks the question that the editor has written', async () => {
    const { picker } = await filled(fakeChildren(), '<kommun-child-picker service="skolskjuts" label="Vem ska åka?"></kommun-child-picker>');
    expect(find(picker, 'legend')!.textContent).to.equal('Vem ska åka?');
  });

  it('tells the whole day of birth only where two would else read alike', async () => {
    const { picker } = await filled(withItems({ ...alva, birthDate: '2015-03-09' }, { ...alva, id: 'a2', birthDate: '2015-11-30' }));
    expect(all(picker, '.choices bdi').map(({ textContent }) => textContent)).to.deep.equal(['Alva Lindgren, född 9 mars 2015', 'Alva Lindgren, född 30 november 2015']);
  });

  it('speaks English on an English page', async () => {
    const { picker } = await filled(withItems(alva, noel, iris), '<div lang="en"><kommun-child-picker service="skolskjuts"></kommun-child-picker></div>');
    await until(() => text(picker).includes('Which child is it about?'));
    expect(inputs(picker)[1]!.labels![0]!.innerText.replaceAll(/\s+/g, ' ').trim()).to.equal('Noel Lindgren, born 2017 Elmeskolan, year 3');
    expect(text(picker)).to.include('because it is for children who are at least 6 years old');
    expect(find(picker, '.box')!.lang).to.equal('en');
  });
});

describe('a child that the e-service is not for', () => {
  it('is shown with the reason, and cannot be chosen', async () => {
    const { picker } = await filled(withItems(alva, noel, iris));
    expect(inputs(picker)).to.have.length(2);
    expect(find(picker, '.refused')!.innerText).to.include('Iris Lindgren, född 2021').and.include('Inte för den här e-tjänsten, eftersom den är för barn som är minst 6 år.');
    await expectAccessible(picker);
  });

  it('is not chosen by the page either', async () => {
    const { picker } = await filled(withItems(alva, noel, iris));
    picker.value = 'i1';
    expect(picker.value).to.equal('');
    picker.value = 'n1';
    await picker.updateComplete;
    expect(inputs(picker)[1]!.checked).to.equal(true);
  });

  it('leaves a plain sentence and a way on when there is no other', async () => {
    const { picker } = await filled(withItems(iris));
    expect(inputs(picker)).to.deep.equal([]);
    expect(text(picker)).to.include('Inget av barnen kan väljas i den här e-tjänsten');
    button(picker, 'Saknas ett barn').click();
    expect(find<HTMLAnchorElement>(picker, 'details a')!.href).to.equal('tel:+4647655000');
    await expectAccessible(picker);
  });
});

describe('why a child can be missing', () => {
  const explanation = (picker: Element) => find(picker, '.missing')!.textContent!.replaceAll(/\s+/g, ' ').trim();

  it('is told in the very same words whoever the children are, and if there are none', async () => {
    const words: string[] = [];
    for (const items of [[alva, noel], [alva], [iris], []]) words.push(explanation((await filled(withItems(...items))).picker));
    expect(new Set(words).size).to.equal(1);
    for (const reason of ['vårdnadshavare enligt folkbokföringen', 'skyddad identitet', 'en skola som kommunen driver', 'Servicecenter, 0476-550 00']) expect(words[0]).to.include(reason);
  });

  it('tells only the reasons that the e-service has', async () => {
    const { picker } = await filled(fakeChildren(async () => ok(sampleChildren([alva, noel], { missingReasons: ['custody', 'protected', 'something-new'] }))));
    expect(all(picker, '.missing li')).to.have.length(2);
    expect(explanation(picker)).to.not.include('en skola som kommunen driver');
  });

  it('opens by keyboard, and leads to the paper form and the phone', async () => {
    const { picker } = await filled();
    find(picker, 'summary')!.focus();
    await press('Enter');
    const [phone, paper] = all<HTMLAnchorElement>(picker, 'details a');
    await press('Tab');
    expect(focused()).to.equal(phone);
    expect(phone!.href).to.equal('tel:+4647655000');
    expect(paper!.href).to.equal('https://kommun.example/blanketter');
    await expectAccessible(picker);
  });

  it('stands open where there is no child at all', async () => {
    const { picker } = await filled(withItems());
    expect(text(picker)).to.include('Det finns inget barn att välja här');
    expect(find<HTMLDetailsElement>(picker, 'details')!.open).to.equal(true);
    await expectAccessible(picker);
  });
});
