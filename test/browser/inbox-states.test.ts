import { expect } from 'chai';
import type { CaseBackend } from '../../src/client/case-backend.ts';
import type { Answer } from '../../src/client/portal-backend.ts';
import type { CasePage } from '../../src/contract/case.ts';
import { expectAccessible } from '../support/accessible.ts';
import { stopClock } from '../support/clock.ts';
import { deferred } from '../support/deferred.ts';
import { inTurn, ok, refused, sampleSession } from '../support/fake-backend.ts';
import { focused } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { announce } from '../../src/kit/announce.ts';
import { stateWith } from '../../src/widgets/inbox/kept-text.ts';
import { all, announced, at, button, connection, fakeCases, filled, find, inbox, keptSearch, many, sampleCase, sampleDetail, samplePage, searchOf, text, titles } from './inbox.page.ts';

const pages = (first: Answer<CasePage>, ...later: Answer<CasePage>[]): Partial<CaseBackend> => ({ cases: inTurn(first, ...later) });
const nobody = { session: async () => ok({ authenticated: false as const }) };
const login = (widget: Element) => widget.querySelector<HTMLElement>('kommun-eid-login');

describe('an inbox when nobody is logged in', () => {
  it('asks for a login right here, and for nothing else', async () => {
    const { widget, cases } = await inbox(fakeCases(), undefined, nobody);
    await until(() => text(widget).includes('Logga in för att se dina ärenden'));
    expect(login(widget)!.getAttribute('heading-level')).to.equal('3');
    expect(login(widget)!.checkVisibility()).to.equal(true);
    expect(cases.calls.cases).to.deep.equal([]);
    await expectAccessible(widget);
  });

  it('uses the login that the editor has put there', async () => {
    const { widget } = await inbox(fakeCases(), '<kommun-case-inbox><p slot="login">Logga in i menyn</p></kommun-case-inbox>', nobody);
    await until(() => text(widget).includes('Logga in'));
    expect(login(widget)).to.equal(null);
  });

  it('comes back to the same case once somebody is', async () => {
    at('kommun-inbox=case.c7');
    let authenticated = false;
    const { widget, cases } = await inbox(fakeCases(), undefined, { session: async () => ok(authenticated ? sampleSession() : { authenticated: false as const }) });
    await until(() => text(widget).includes('Logga in'));
    authenticated = true;
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => cases.calls.oneCase[0]?.[0] === 'c7');
    expect(searchOf()).to.equal('case.c7');
  });

  it('leaves nothing of the cases in the page after a log out', async () => {
    let authenticated = true;
    const { widget } = await filled(fakeCases(), undefined, { session: async () => ok(authenticated ? sampleSession() : { authenticated: false as const }) });
    history.replaceState(stateWith('kommun-inbox', { text: 'Alva', session: 'before' }), '');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(keptSearch()).to.equal('Alva');
    authenticated = false;
    await (await connection.session()).end();
    await until(() => text(widget).includes('Logga in för att se'));
    expect(keptSearch()).to.equal(undefined);
    expect(widget.shadowRoot!.innerHTML).to.not.include('förskola');
  });

  it('takes the cases out of the page before the browser keeps it for the Back button', async () => {
    const { widget } = await filled();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await widget.updateComplete;
    expect(widget.shadowRoot!.innerHTML).to.not.include('förskola');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => titles(widget).length === 1, 'the cases again');
  });

  it('lets no reader say the name of the case that was open', async () => {
    const { widget } = await filled();
    find(widget, '[data-case=c1]')!.click();
    await until(() => announced().includes('Plats i förskola c1'), 'the title');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(announced().trim()).to.equal('');
  });

  it('lets no reader say it later either, when much was said before', async () => {
    const clock = stopClock();
    const { widget } = await filled();
    for (const words of ['Ett', 'Två', 'Tre', 'Fyra']) {
      announce(words, { lang: 'sv' });
      await clock.tickAsync(200);
    }
    find(widget, '[data-case=c1]')!.click();
    await until(() => find(widget, '#messages'), 'the case');
    await (await connection.session()).end();
    const said: string[] = [];
    for (let second = 0; second < 12; second += 1) {
      await clock.tickAsync(1000);
      said.push(announced());
    }
    expect(said.join()).to.not.include('förskola');
  });

  it('logs in anew when the backend says that the session is over', async () => {
    let authenticated = true;
    const { widget } = await inbox(fakeCases({ cases: async () => { authenticated = false; return refused({ code: 'not-logged-in', status: 401 }); } }), undefined,
      { session: async () => ok(authenticated ? sampleSession() : { authenticated: false as const }) });
    await until(() => text(widget).includes('Logga in för att se dina ärenden'));
  });
});

describe('an inbox that waits', () => {
  it('says nothing at first, then a word, then gives a way on', async () => {
    const gate = deferred<Answer<CasePage>>();
    const clock = stopClock();
    const { widget, cases } = await inbox(fakeCases({ cases: () => gate.promise }));
    await until(() => cases.calls.cases.length);
    await clock.tickAsync(900);
    expect(text(widget)).to.not.include('Hämtar');
    await clock.tickAsync(400);
    expect(text(widget)).to.include('Hämtar dina ärenden');
    await clock.tickAsync(200);
    expect(announced()).to.include('Hämtar dina ärenden');
    await clock.tickAsync(9500);
    expect(text(widget)).to.include('längre tid');
    clock.restore();
    await expectAccessible(widget);
    button(widget, 'Försök igen').click();
    await until(() => cases.calls.cases.length === 2, 'another question');
  });
});

describe('an empty inbox', () => {
  for (const [query, words] of [
    ['', 'Du har inga ärenden här'],
    ['kommun-inbox=box.waiting', 'Inget väntar på dig'],
    ['kommun-inbox=box.mine', 'Du har inga egna ärenden'],
    ['kommun-inbox=box.closed', 'Du har inga avslutade ärenden'],
    ['kommun-inbox=status.draft', 'Inga ärenden passar ditt val'],
  ] as const) {
    it(`says «${words}» and what to do`, async () => {
      if (query) at(query);
      const { widget } = await filled(fakeCases(pages(ok(samplePage([])))));
      expect(text(widget)).to.include(words);
      await expectAccessible(widget);
    });
  }

  it('clears the filter that nothing fits', async () => {
    at('kommun-inbox=status.draft');
    const { widget } = await filled(fakeCases(pages(ok(samplePage([])), ok(samplePage()))));
    find(widget, '.empty button')!.click();
    await until(() => titles(widget).length === 1);
    expect(searchOf()).to.equal(null);
  });

  it('never says that there are no cases when a system is silent', async () => {
    const sources = [{ id: 'bygg', name: 'Byggsystemet', state: 'silent', lastAnsweredAt: '2026-11-20T13:05:00Z' }];
    const { widget } = await filled(fakeCases(pages(ok(samplePage([], { sources })))));
    expect(text(widget)).to.include('Byggsystemet svarar inte just nu. Ärenden därifrån visas inte. Senaste svar 20 november 2026 kl. 14.05.');
    expect(text(widget)).to.include('Vi kan inte visa några ärenden').and.not.include('inga ärenden här');
    await expectAccessible(widget);
  });
});

describe('an inbox when something is wrong', () => {
  for (const [code, words] of [
    ['offline', 'Du verkar sakna internet'],
    ['unreachable', 'Vi når inte tjänsten'],
    ['maintenance', 'Tjänsten är stängd en stund'],
    ['too-many-requests', 'Det blev för många försök'],
    ['a-code-of-a-later-version', 'Något har gått fel hos oss'],
  ] as const) {
    it(`says «${words}», tells the page the code, and tries again when asked to`, async () => {
      const { widget } = await inbox(fakeCases(pages(refused({ code, retryAfter: 9 }), ok(samplePage()))));
      let told = '';
      widget.addEventListener('kommun-cases-failed', (event) => { told = event.code; });
      await until(() => text(widget).includes(words));
      expect(told === '' || told === code).to.equal(true);
      await expectAccessible(widget);
      button(widget, 'Försök igen').click();
      await until(() => titles(widget).length === 1);
      await until(() => focused()?.id === 'heading', 'focus on the heading');
    });
  }

  it('names a system that shows what it said before, and shows the rest', async () => {
    const sources = [{ id: 'own', name: 'E-tjänsterna', state: 'ok' }, { id: 'bygg', name: 'Byggsystemet', state: 'stale', lastAnsweredAt: '2026-11-20T13:05:00Z' }];
    const { widget } = await filled(fakeCases(pages(ok(samplePage([sampleCase()], { sources })), ok(samplePage()))));
    expect(text(widget)).to.include('Byggsystemet svarar inte just nu. Ärenden därifrån visas som de var senast.');
    expect(titles(widget)).to.have.length(1);
    await expectAccessible(widget);
    find(widget, '.note button')!.click();
    await until(() => !find(widget, '.note'));
  });

  it('speaks English where the page does', async () => {
    const { widget } = await filled(fakeCases(), '<kommun-case-inbox lang="en"></kommun-case-inbox>');
    expect(text(widget)).to.include('My cases').and.include('Being handled').and.include('20 November 2026');
  });

  it('lets a screen reader speak Swedish where the municipality does, on an English page', async () => {
    at('');
    const { widget } = await filled(fakeCases(), '<kommun-case-inbox lang="en"></kommun-case-inbox>');
    const spoken = (words: string) => [...widget.shadowRoot!.querySelectorAll('*')].findLast((one) => one.textContent!.includes(words))!.closest('[lang]')!.getAttribute('lang');
    for (const words of ['Plats i förskola c1', 'Ansökan om förskola', 'Handläggs av Utbildning', 'Vi har tagit emot ansökan']) expect(spoken(words), words).to.equal('sv');
    for (const words of ['My cases', 'Being handled', '20 November 2026']) expect(spoken(words), words).to.equal('en');
    find(widget, '[data-case=c1]')!.click();
    await until(() => find(widget, '#messages'), 'the case');
    for (const words of ['Plats i förskola c1', 'Plats från januari.', 'Inom två veckor.', 'Handläggare utsedd', 'Din ansökan', 'Syskonförtur']) expect(spoken(words), words).to.equal('sv');
    for (const words of ['Messages', 'To all cases', 'När får vi besked?']) expect(spoken(words), words).to.equal('en');
    await expectAccessible(widget);
  });

  it('tells the citizen when the backend cannot be reached', async () => {
    const { widget } = await inbox(fakeCases(), undefined, { session: async () => refused({ code: 'unreachable' }) });
    await until(() => text(widget).includes('Vi når inte tjänsten'));
    expect(find(widget, '#heading')!.textContent).to.equal('Vi når inte tjänsten just nu');
  });
});

describe('an inbox that stays open', () => {
  const minute = 60_000;

  it('offers what has changed once, and moves nothing by itself', async () => {
    const clock = stopClock();
    const changed = ok(samplePage([sampleCase('ny'), ...many(2, () => ({ unread: 0 })).slice(0, 1), sampleCase('n2', { unread: 1 })]));
    const { widget } = await inbox(fakeCases(pages(ok(samplePage(many(2))), changed)));
    await until(() => titles(widget).length === 2);
    const before = find(widget, '.rows')!.getBoundingClientRect().top;
    await clock.tickAsync(minute);
    await widget.updateComplete;
    expect(titles(widget)).to.deep.equal(['Plats i förskola n1', 'Plats i förskola n2']);
    const show = button(widget, 'Visa 2 nya ändringar');
    expect(find(widget, '.rows')!.getBoundingClientRect().top).to.equal(before);
    await clock.tickAsync(200);
    expect(announced()).to.include('2 nya ändringar i listan');
    clock.restore();
    await expectAccessible(widget);
    show.focus();
    show.click();
    await widget.updateComplete;
    expect(titles(widget)).to.deep.equal(['Plats i förskola ny', 'Plats i förskola n1', 'Plats i förskola n2 1 nyhet']);
    expect(focused()?.id).to.equal('count');
  });

  it('keeps the list, and says how old it is, while the line is down', async () => {
    const clock = stopClock('2026-11-24T12:00:00Z');
    const { widget } = await inbox(fakeCases(pages(ok(samplePage()), refused({ code: 'offline' }))));
    await until(() => titles(widget).length === 1);
    await clock.tickAsync(minute);
    await widget.updateComplete;
    expect(text(widget)).to.include('Du verkar sakna internet. Det som visas är från kl. 13.00');
    expect(titles(widget)).to.have.length(1);
    clock.restore();
    await expectAccessible(widget);
  });

  it('asks no more than once in the minutes that the backend wants to be left alone', async () => {
    const clock = stopClock();
    const { widget, cases } = await inbox(fakeCases(pages(ok(samplePage()), refused({ code: 'too-many-requests', retryAfter: 150 }))));
    await until(() => titles(widget).length === 1);
    await clock.tickAsync(3 * minute);
    expect(cases.calls.cases).to.have.length(2);
    await clock.tickAsync(minute);
    expect(cases.calls.cases).to.have.length(3);
  });

  it('rests while the tab is hidden, and asks at once when it is shown', async () => {
    const clock = stopClock();
    const { widget, cases } = await inbox();
    await until(() => titles(widget).length === 1);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.tickAsync(5 * minute);
    expect(cases.calls.cases).to.have.length(1);
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.tickAsync(1);
    expect(cases.calls.cases).to.have.length(2);
  });
});

describe('a short list that stays open', () => {
  const short = '<kommun-case-inbox compact href="/mina-arenden"></kommun-case-inbox>';
  const changed = ok(samplePage([sampleCase('ny'), sampleCase('n1')]));

  it('shows what is new by itself, and says nothing of it', async () => {
    const clock = stopClock();
    const { widget } = await inbox(fakeCases(pages(ok(samplePage(many(2))), changed)), short);
    await until(() => titles(widget).length === 2);
    await clock.tickAsync(60_000);
    await widget.updateComplete;
    expect(titles(widget)).to.deep.equal(['Plats i förskola ny', 'Plats i förskola n1']);
    await clock.tickAsync(300);
    expect(announced().trim()).to.equal('');
  });

  it('moves nothing under somebody who has the focus in it, until they are out of it', async () => {
    const clock = stopClock();
    const { widget } = await inbox(fakeCases(pages(ok(samplePage(many(2))), changed)), short);
    await until(() => titles(widget).length === 2);
    find(widget, '[data-case=n1]')!.focus();
    await clock.tickAsync(60_000);
    await widget.updateComplete;
    expect(titles(widget)).to.deep.equal(['Plats i förskola n1', 'Plats i förskola n2']);
    find(widget, '[data-case=n1]')!.blur();
    await clock.tickAsync(60_000);
    await widget.updateComplete;
    expect(titles(widget)).to.deep.equal(['Plats i förskola ny', 'Plats i förskola n1']);
  });

  it('is accessible when it is empty, when a system is silent and when it could not be fetched', async () => {
    const sources = [{ id: 'bygg', name: 'Byggsystemet', state: 'silent' }];
    for (const answer of [ok(samplePage([])), ok(samplePage([], { sources }))]) {
      const { widget } = await filled(fakeCases(pages(answer)), short);
      await expectAccessible(widget);
      widget.parentElement!.remove();
    }
    for (const code of ['unreachable', 'offline']) {
      const { widget } = await inbox(fakeCases(pages(refused({ code }))), short);
      await until(() => button(widget, 'Försök igen'));
      await expectAccessible(widget);
      widget.parentElement!.remove();
    }
  });
});

describe('personal data', () => {
  it('stands in no address, attribute or event', async () => {
    const named = sampleCase('c1', { title: 'Plats för Alva Andersson 19900101-0017', concerns: { kind: 'child', childId: 'b1', givenName: 'Alva' } });
    const { widget } = await filled(fakeCases({ ...pages(ok(samplePage([named]))), oneCase: async () => ok(sampleDetail(named)) }));
    const told: string[] = [];
    widget.addEventListener('kommun-case-opened', (event) => told.push(JSON.stringify({ ...event })));
    for (const element of [widget, ...all(widget, '*')]) {
      for (const { value } of element.attributes) expect(value).to.not.match(/Alva|Andersson/);
    }
    find(widget, '[data-case]')!.click();
    await until(() => told.length);
    for (const element of [widget, ...all(widget, '*')]) {
      for (const { value } of element.attributes) expect(value).to.not.match(/Alva|Andersson|Hanna|19900101/);
    }
    expect(location.href + told.join('')).to.not.match(/Alva|Andersson|Hanna|19900101/);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.not.match(/Alva|Andersson/);
  });
});
