import { expect } from 'chai';
import { expectAccessible } from '../support/accessible.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { fakeBackend, ok, refused, sampleConfig } from '../support/fake-backend.ts';
import { press, type } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { expectAnnounced, buttonOf, expectClosed, faq, fourQuestions, isOpen, expectOpen, own, questionsInSight, seen } from './faq.page.ts';

const expectCount = (list: Element, text: string) => until(() => own(list, '.bar span')?.textContent === text, `«${text}»`);
const marked = () => [...(CSS.highlights.get('kommun-faq') ?? [])].map(String);

async function search(list: Element, text: string): Promise<void> {
  own(list, 'input')!.focus();
  await type(text);
}

async function clear(list: HTMLElement, questions = 4): Promise<void> {
  const field = own(list, 'input') as HTMLInputElement;
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await until(() => questionsInSight(list).length === questions);
}

describe('searching in kommun-faq', () => {
  it('shows the questions that match, says how many, and reads it out after a pause', async () => {
    const list = await faq(fourQuestions);
    expect(own(list, '.bar span')!.textContent).to.equal('4 frågor');
    await search(list, 'glömt');
    await expectCount(list, '1 av 4 frågor');
    expect(questionsInSight(list)).to.deep.equal(['Jag har glömt min kod']);
    await expectAnnounced('1 av 4 frågor');
    await expectAccessible(list);
  });

  it('opens the answers that it takes to see the words, and marks them all', async () => {
    const list = await faq(fourQuestions);
    await search(list, 'banken kod');
    await expectOpen('Jag har glömt min kod');
    expect(marked().sort()).to.deep.equal(['Banken', 'kod', 'koden'.slice(0, 3)].sort());
  });

  const nested = `${fourQuestions}
    <h3>Var parkerar jag?</h3>
    <div><p>Det beror på var du bor.</p>
      <kommun-faq><h4>I Älmhult</h4><p>Vid torget, på Köpmansgatan.</p><h4>I Diö</h4><p>Bakom stationen.</p><h4>I Liatorp</h4><p>Vid torget.</p></kommun-faq>
    </div>`;

  it('opens answers within an answer too, and closes them when they no longer match', async () => {
    const list = await faq(nested);
    await search(list, 'torget');
    await expectOpen('Var parkerar jag?');
    await expectOpen('I Älmhult');
    await expectOpen('I Liatorp');
    expect(isOpen('I Diö')).to.equal(false);
    expect(marked()).to.deep.equal(['torget', 'torget']);
    await type(' köpmansgatan');
    await expectCount(list, '1 av 5 frågor');
    await clear(list, 5);
    await expectClosed('I Älmhult');
    await expectClosed('I Liatorp');
    expect(document.activeElement).to.equal(list);
  });

  it('leaves an answer within an answer open that somebody opened before the search', async () => {
    const list = await faq(nested);
    buttonOf('Var parkerar jag?')!.click();
    await until(() => buttonOf('I Älmhult'));
    buttonOf('I Älmhult')!.click();
    await expectOpen('I Älmhult');
    await search(list, 'torget');
    await expectOpen('I Liatorp');
    await clear(list, 5);
    await expectClosed('I Liatorp');
    expect(isOpen('I Älmhult')).to.equal(true);
  });

  it('leaves an answer closed when the question says it all', async () => {
    const list = await faq(fourQuestions);
    await search(list, 'loggar ut');
    await expectCount(list, '1 av 4 frågor');
    expect(isOpen('Hur loggar jag ut på caféet?')).to.equal(false);
  });

  it('takes å, ä and ö for letters of their own, and é for e', async () => {
    const list = await faq(fourQuestions);
    await search(list, 'cafeet');
    await expectCount(list, '1 av 4 frågor');
    await clear(list);
    await search(list, 'vardnadshavarna');
    await expectCount(list, 'Ingen fråga passar din sökning');
  });

  it('puts back what was open when the search is cleared', async () => {
    const list = await faq(fourQuestions);
    buttonOf('Vem skriver under?')!.click();
    await expectOpen('Vem skriver under?');
    await search(list, 'banken');
    await expectCount(list, '1 av 4 frågor');
    await clear(list);
    await expectClosed('Jag har glömt min kod');
    await expectOpen('Vem skriver under?');
    expect(marked()).to.deep.equal([]);
    await expectCount(list, '4 frågor');
  });

  it('keeps the letters from the page’s own keys', async () => {
    const list = await faq(fourQuestions);
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    own(list, 'input')!.focus();
    await press('s');
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([]);
    expect((own(list, 'input') as HTMLInputElement).value).to.equal('s');
  });

  it('finds in questions that come while somebody searches', async () => {
    const list = await faq(fourQuestions);
    await search(list, 'kod');
    await expectCount(list, '1 av 4 frågor');
    list.insertAdjacentHTML('beforeend', '<h3>Ny kod</h3><p>Svar</p>');
    await expectCount(list, '2 av 5 frågor');
  });

  it('throws nothing when the page takes the list away meanwhile', async () => {
    const list = await faq(fourQuestions);
    await search(list, 'banken');
    await expectOpen('Jag har glömt min kod');
    list.remove();
    const field = own(list, 'input') as HTMLInputElement;
    field.value = 'koden';
    field.dispatchEvent(new Event('input'));
    await list.updateComplete;
    document.body.append(list);
    await expectCount(list, '1 av 4 frågor');
    list.remove();
  });

  it('gives way to a link that leads to another question', async () => {
    const list = await faq(fourQuestions);
    await search(list, 'banken');
    await expectCount(list, '1 av 4 frågor');
    location.hash = 'both';
    await expectOpen('Vem skriver under?');
    expect(seen('#both')).to.equal(true);
    await until(() => (own(list, 'input') as HTMLInputElement).value === '');
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('works in a short list too when the editor wants it', async () => {
    const list = await faq('<h3>Fråga</h3><p>Svar</p>', 'search');
    await search(list, 'svar');
    await expectOpen('Fråga');
  });

  it('leads those who find nothing to the municipality’s contact', async () => {
    const list = await faq(fourQuestions, '', { backend: fakeBackend() });
    await search(list, 'parkering');
    await until(() => own(list, '.way-on a[href="https://kommun.example/kontakt"]'));
    const addresses = [...list.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.way-on a')].map(({ href }) => href);
    expect(addresses).to.deep.equal(['https://kommun.example/kontakt', 'tel:+4647655000', 'mailto:info@almhult.se']);
    expect(own(list, '.way-on')!.textContent).to.contain('Hittade du inget svar?');
    await expectAccessible(list);
  });

  it('leads to the link that the editor chose, without asking any backend', async () => {
    const backend = fakeBackend();
    const list = await faq(fourQuestions, 'contact-href="/kontakt"', { backend });
    await search(list, 'parkering');
    await until(() => own(list, '.way-on a'));
    expect((own(list, '.way-on a') as HTMLAnchorElement).href).to.equal(`${location.origin}/kontakt`);
    expect(backend.calls.config).to.deep.equal([]);
  });

  it('says in plain words what to do when nobody knows a contact', async () => {
    for (const backend of [undefined, fakeBackend({ config: async () => refused({ code: 'unreachable' }) })]) {
      const list = await faq(fourQuestions, '', backend && { backend });
      await search(list, 'parkering');
      await until(() => own(list, '.way-on')?.textContent.includes('Pröva ett annat ord.'));
      expect(own(list, '.way-on a')).to.equal(null);
      expect(own(list, '.way-on')!.textContent).to.not.contain('kontakta oss');
    }
    expect(editorWarnings()).to.have.length(1);
    expect(editorWarnings()[0]).to.match(/Skriv adressen till er kontaktsida i attributet contact-href/);
  });

  it('tells the editor of a contact link that is none before anybody has searched', async () => {
    await faq(fourQuestions, 'contact-href="sms:047655000"');
    await until(() => editorWarnings().length);
    expect(editorWarnings()[0]).to.match(/contact-href="sms:047655000" går inte att använda/);
  });

  it('leaves out a contact link that could run code, and tells the editor', async () => {
    const list = await faq(fourQuestions, 'contact-href="javascript:alert(1)"');
    await search(list, 'parkering');
    await until(() => own(list, '.way-on'));
    expect(own(list, '.way-on a')).to.equal(null);
    expect(editorWarnings()[0]).to.match(/contact-href="javascript:alert\(1\)" går inte att använda/);
  });

  it('uses the municipality’s own words where it has some', async () => {
    const texts = { sv: { 'faq.no-answer': 'Fick du inte veta det du ville?' } };
    const list = await faq(fourQuestions, '', { backend: fakeBackend({ config: async () => ok(sampleConfig({ texts })) }) });
    await search(list, 'parkering');
    await until(() => own(list, '.way-on')?.textContent.includes('Fick du inte veta det du ville?'));
  });
});
