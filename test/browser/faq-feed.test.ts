import { expect } from 'chai';
import { setPagePortal } from '../../src/portal/page-portal.ts';
import { expectAccessible } from '../support/accessible.ts';
import { stopClock } from '../support/clock.ts';
import { deferred } from '../support/deferred.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { drawn } from '../support/fixture.ts';
import { focused } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { buttonOf, faq, expectOpen, own, ownButton, question, questionsInSight, seen } from './faq.page.ts';

const feed = {
  items: [
    {
      id: 'kod',
      question: 'Glömt koden?',
      answer: [
        { kind: 'paragraph', content: ['Gå till ', { text: 'banken', href: 'https://bank.example/' }, ' eller ', { text: 'hit', href: 'javascript:alert(1)' }, '.'] },
        { kind: 'film', address: 'x' },
        { kind: 'steps', items: [['Ring'], ['Vänta']] },
        { kind: 'list', items: [['<b>Inte HTML</b>']] },
      ],
    },
    { id: 'ut', question: 'Logga ut?', answer: [{ kind: 'paragraph', content: ['Tryck på knappen.'] }] },
  ],
};

const original = window.fetch;
/** Answers every call with the first of `answers` that is left, then with the last one. */
function serve(...answers: ((signal: AbortSignal) => Response | Promise<Response>)[]): void {
  window.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.endsWith('/fragor.json')) return original(input, init);
    return (answers.length > 1 ? answers.shift()! : answers[0]!)(init!.signal!);
  };
}
const json = (body: unknown) => () => Response.json(body);
const expectNotice = (list: Element, text: string) => until(() => own(list, '.feed')?.textContent.includes(text), `«${text}»`);

describe('a feed in kommun-faq', () => {
  afterEach(() => { window.fetch = original; });

  it('is not fetched from another site, where the site has said where its backend is', async () => {
    setPagePortal({ api: '/api/v1', language: undefined });
    const asked: string[] = [];
    window.fetch = async (input) => {
      asked.push(String(input instanceof Request ? input.url : input));
      return Response.json(feed);
    };
    await faq('', 'src="https://ond.example/fragor.json"');
    await until(() => editorWarnings().some((text) => text.includes('ond.example')));
    expect(asked.filter((url) => url.includes('ond.example'))).to.deep.equal([]);
    setPagePortal({ api: undefined, language: undefined });
  });

  it('becomes questions like those that an editor writes, with links that are safe and text that is text', async () => {
    serve(json(feed));
    const list = await faq('', 'src="/fragor.json"');
    await until(() => questionsInSight(list).length === 2);
    expect(question('Glömt koden?').id).to.equal('kod');
    buttonOf('Glömt koden?')!.click();
    await expectOpen('Glömt koden?');
    expect([...list.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal(['https://bank.example/']);
    expect(list.textContent).to.contain('eller hit.').and.contain('<b>Inte HTML</b>');
    expect([...list.querySelectorAll('ol li')].map(({ textContent }) => textContent)).to.deep.equal(['Ring', 'Vänta']);
    expect(own(list, '.feed')).to.equal(null);
    await expectAccessible(list);
  });

  it('leaves out what it does not know, and tells the editor what that was', async () => {
    serve(json(feed));
    await faq('', 'src="/fragor.json"');
    await until(() => editorWarnings().length);
    expect(editorWarnings()).to.have.length(1);
    expect(editorWarnings()[0]).to.match(/film.*Tillåtet: paragraph, list, steps/);
  });

  it('says that it waits, and keeps the content of the tag meanwhile', async () => {
    const answer = deferred<Response>();
    serve(() => answer.promise);
    const empty = await faq('', 'src="/fragor.json"');
    await expectNotice(empty, 'Hämtar frågorna');
    const list = await faq('<h3>Reserv</h3><p>Svar</p>', 'src="/fragor.json"');
    await drawn(list);
    expect(questionsInSight(list)).to.deep.equal(['Reserv']);
    answer.resolve(Response.json(feed));
    await until(() => questionsInSight(empty).length === 2);
  });

  it('says that there are no questions when there are none', async () => {
    serve(json({ items: [] }));
    const list = await faq('', 'src="/fragor.json"');
    await expectNotice(list, 'Det finns inga frågor här just nu.');
    expect(editorWarnings()).to.deep.equal([]);
  });

  const faults: [what: string, answer: () => Response | Promise<Response>, told: string][] = [
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch')), 'Kontrollera att du har internet'],
    ['is a page of HTML', () => new Response('<h1>Hej</h1>', { headers: { 'Content-Type': 'text/html' } }), 'Vi kunde inte läsa svaret'],
    ['is not JSON', () => new Response('{'), 'Vi kunde inte läsa svaret'],
    ['has another shape', json({ items: [{ fråga: 'x' }] }), 'Vi kunde inte läsa svaret'],
    ['is for those who are logged in', () => new Response('', { status: 401 }), 'Logga in och försök igen'],
    ['is forbidden', () => new Response('', { status: 403 }), 'Felet ligger hos oss'],
    ['is not there', () => new Response('', { status: 404 }), 'Ladda om sidan'],
    ['is in the way of something else', () => new Response('', { status: 409 }), 'Försök igen'],
    ['is asked for too often', () => new Response('', { status: 429, headers: { 'Retry-After': '7' } }), 'Vänta 7 sekunder'],
    ['is broken', () => new Response('', { status: 500 }), 'Försök igen om en stund'],
    ['is closed for now', () => new Response('', { status: 503 }), 'Försök igen lite senare'],
  ];
  for (const [what, answer, told] of faults) {
    it(`that ${what} is said to have failed, in words, and what the tag holds stays`, async () => {
      serve(answer);
      const list = await faq('<h3>Reserv</h3><p>Svar</p>', 'src="/fragor.json"');
      await expectNotice(list, 'Frågorna kunde inte hämtas.');
      expect(own(list, '.feed')!.textContent).to.contain(told);
      expect(questionsInSight(list)).to.deep.equal(['Reserv']);
      expect(seen('kommun-faq p')).to.equal(false);
      await expectAccessible(list);
    });
  }

  for (const [what, answer] of [
    ['does not answer', (signal: AbortSignal) => new Promise<Response>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))],
    ['stops half-way', (signal: AbortSignal) => new Response(new ReadableStream({ start: (body) => signal.addEventListener('abort', () => body.error(signal.reason)) }))],
  ] as const) {
    it(`that ${what} is waited for ten seconds and no longer`, async () => {
      const asked = deferred<void>();
      serve((signal) => (asked.resolve(), answer(signal)));
      const clock = stopClock();
      const list = await faq('<h3>Reserv</h3><p>Svar</p>', 'src="/fragor.json"');
      await asked.promise;
      await clock.tickAsync(9900);
      expect(own(list, '.feed')).to.equal(null);
      await clock.tickAsync(200);
      await expectNotice(list, 'Det tog för lång tid');
      expect(questionsInSight(list)).to.deep.equal(['Reserv']);
    });
  }

  it('is asked for again at a press, and the focus goes on to the questions', async () => {
    const second = deferred<Response>();
    serve(() => new Response('', { status: 500 }), () => second.promise);
    const list = await faq('', 'src="/fragor.json"');
    (await ownButton(list, 'Försök igen')).click();
    await expectNotice(list, 'Hämtar frågorna');
    expect(focused()).to.equal(own(list, '.feed'));
    second.resolve(Response.json(feed));
    await until(() => buttonOf('Glömt koden?') && focused() === buttonOf('Glömt koden?'), 'the focus on the first question');
  });

  it('with an address that is none tells the editor what to write', async () => {
    const list = await faq('', 'src="ftp://kommun.example/x"');
    await expectNotice(list, 'Frågorna kunde inte hämtas.');
    expect(editorWarnings()[0]).to.match(/src="ftp:\/\/kommun\.example\/x" går inte att använda/);
  });
});
