import { expect } from 'chai';
import type { FaqFeedback } from '../../src/contract/faq.ts';
import type { Answer } from '../../src/client/portal-backend.ts';
import type { Connection } from '../../src/portal/connection.ts';
import type { FaqBackend } from '../../src/client/faq-backend.ts';
import type { KommunFaqAnsweredEvent } from '../../src/widgets/faq/faq.events.ts';
import { faqBackends } from '../../src/widgets/faq/faq.opinions.controller.ts';
import { expectAccessible } from '../support/accessible.ts';
import { deferred } from '../support/deferred.ts';
import { fakeBackend, inTurn, ok, refused, sampleConfig } from '../support/fake-backend.ts';
import { drawn } from '../support/fixture.ts';
import { focused } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { expectAnnounced, buttonOf, faq, own, ownButton } from './faq.page.ts';

const content = '<h3 id="kod_1">Jag har glömt min kod</h3><p>Banken ger dig en ny.</p>';

async function openList(attributes = '', backend?: ReturnType<typeof fakeBackend>, opinions?: FaqBackend) {
  const prepare = (connection: Connection) => opinions && faqBackends.set(connection, Promise.resolve(opinions));
  const list = await faq(content, attributes, backend && { backend, prepare });
  buttonOf('Jag har glömt min kod')!.click();
  await ownButton(list, 'Kopiera länk');
  return list;
}

const expectSaid = (list: Element, text: string) => until(() => own(list, '.tools')!.textContent.includes(text), `«${text}»`);

describe('the tools below an answer in kommun-faq', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  function clipboard(writeText: (text: string) => Promise<void>): void {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  }

  it('copy the whole address of the question, whatever the page’s base is, and say so', async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    const base = document.createElement('base');
    base.href = 'https://annan.example/';
    document.head.append(base);
    const { protocol, host, pathname, search } = location;
    try {
      const list = await openList();
      const button = await ownButton(list, 'Kopiera länk');
      expect(button.textContent.replace(/\s+/g, ' ')).to.equal('Kopiera länk till frågan Jag har glömt min kod');
      button.click();
      await expectSaid(list, 'Länken är kopierad');
    } finally {
      base.remove();
    }
    expect(copied).to.deep.equal([`${protocol}//${host}${pathname}${search}#kod_1`]);
    await expectAnnounced('Länken är kopierad');
  });

  it('copy an address without what the widgets keep in the page’s own', async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    const before = location.href;
    history.replaceState(null, '', '?sida=12&kommun-inbox=box%3Awaiting&kommun-debug');
    try {
      const list = await openList();
      (await ownButton(list, 'Kopiera länk')).click();
      await expectSaid(list, 'Länken är kopierad');
    } finally {
      history.replaceState(null, '', before);
    }
    expect(copied.map((address) => new URL(address).search)).to.deep.equal(['?sida=12']);
  });

  it('give the address to copy by hand when the browser refuses', async () => {
    clipboard(() => Promise.reject(new Error('denied')));
    const list = await openList();
    (await ownButton(list, 'Kopiera länk')).click();
    const field = await until(() => own(list, '.by-hand input') as HTMLInputElement | null);
    await until(() => focused() === field);
    expect(field.value).to.match(/#kod_1$/);
    expect(field.selectionEnd! - field.selectionStart!).to.equal(field.value.length);
    await expectAccessible(list);
  });

  it('ask whether the answer helped only when the editor wants it', async () => {
    const list = await openList();
    expect(own(list, '[role=group]')).to.equal(null);
  });

  it('tell the page what somebody thought, by the question’s address and nothing else', async () => {
    const list = await openList('feedback');
    await expectAccessible(list);
    const told = new Promise<KommunFaqAnsweredEvent>((resolve) => document.addEventListener('kommun-faq-answered', (event) => resolve(event as KommunFaqAnsweredEvent), { once: true }));
    (await ownButton(list, 'Nej')).click();
    const { question, helpful } = await told;
    expect({ question, helpful }).to.deep.equal({ question: 'kod_1', helpful: false });
    await expectSaid(list, 'Tack för ditt svar');
    await until(() => focused()?.textContent === 'Tack för ditt svar', 'the focus on the thanks');
  });

  it('send it to a backend that wants to know', async () => {
    const sent: FaqFeedback[] = [];
    const list = await openList('feedback', fakeBackend(), { sendFeedback: async (feedback) => (sent.push(feedback), ok(null)) });
    (await ownButton(list, 'Ja')).click();
    await expectSaid(list, 'Tack för ditt svar');
    expect(sent).to.deep.equal([{ question: 'kod-1', helpful: true }]);
  });

  for (const [what, config] of [
    ['does not want to know', async () => ok(sampleConfig({ faq: { feedback: false } }))],
    ['cannot say whether it wants to know', async () => refused({ code: 'unreachable' })],
  ] as const) {
    it(`ask nothing for a backend that ${what}`, async () => {
      const backend = fakeBackend({ config });
      const list = await openList('feedback', backend);
      await until(() => backend.calls.config.length);
      await drawn(list);
      expect(own(list, '[role=group]')).to.equal(null);
    });
  }

  it('say plainly that it was not received, and let one try again', async () => {
    const sendFeedback = inTurn<Answer<null>>(refused({ code: 'unreachable' }), ok(null));
    const list = await openList('feedback', fakeBackend(), { sendFeedback });
    (await ownButton(list, 'Ja')).click();
    await expectSaid(list, 'Ditt svar kunde inte skickas');
    await expectAnnounced('Ditt svar kunde inte skickas. Försök igen om en stund.');
    await expectAccessible(list);
    (await ownButton(list, 'Ja')).click();
    await expectSaid(list, 'Tack för ditt svar');
  });

  it('send one press once, however often somebody presses while it is on its way', async () => {
    const { promise, resolve } = deferred<ReturnType<typeof ok<null>>>();
    let sent = 0;
    const list = await openList('feedback', fakeBackend(), { sendFeedback: () => (sent++, promise) });
    const yes = await ownButton(list, 'Ja');
    yes.click();
    await expectSaid(list, 'Skickar …');
    yes.click();
    resolve(ok(null));
    await expectSaid(list, 'Tack för ditt svar');
    expect(sent).to.equal(1);
  });
});
