import { expect } from 'chai';
import { KommunCaseReadEvent } from '../../src/widgets/inbox/inbox.events.ts';
import { expectAccessible } from '../support/accessible.ts';
import { deferred } from '../support/deferred.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { inTurn, ok, refused, sampleSession } from '../support/fake-backend.ts';
import { focused, press, type } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { stateWith } from '../../src/widgets/inbox/kept-text.ts';
import { all, announced, at, button, fakeCases, filled, find, keptSearch, many, put, sampleCase, sampleCounts, samplePage, searchOf, text, titles } from './inbox.page.ts';

const serving = (...items: ReturnType<typeof sampleCase>[]) => fakeCases({ cases: async () => ok(samplePage(items)) });

describe('a row of the inbox', () => {
  it('tells what the case is, where it stands, whom it concerns and what to do next', async () => {
    const { widget } = await filled(serving(sampleCase('c1', {
      concerns: { kind: 'child', childId: 'b1', givenName: 'Alva' },
      status: 'awaitingSignatures',
      unread: 2,
      signing: { signed: 1, required: 2 },
      nextAction: { kind: 'sign', url: 'https://kommun.example/skriv-under' },
      references: ['2026-1', 'OEP-77'],
    })));
    for (const words of ['Plats i förskola c1 2 nyheter', 'Väntar på underskrift – Handläggs av Utbildning', '1 av 2 har skrivit under', 'Gäller Alva', 'Ansökan om förskola', 'Ärende 2026-1', 'Finns även som OEP-77', 'Vi har tagit emot ansökan, 20 november 2026']) {
      expect(text(widget)).to.include(words);
    }
    const action = find<HTMLAnchorElement>(widget, '.action a')!;
    expect(action.textContent).to.equal('Skriv under: Plats i förskola c1');
    expect(action.href).to.equal('https://kommun.example/skriv-under');
    await expectAccessible(widget);
  });

  it('shows the source\'s own words alone when the status is not known', async () => {
    const { widget } = await filled(serving(sampleCase('c1', { status: 'something-new', sourceStatus: 'Hos nämnden' })));
    expect(find(widget, '.status')!.textContent!.trim()).to.equal('Hos nämnden');
  });

  it('keeps no room for a service and a person that the source does not name', async () => {
    const { widget } = await filled(serving(sampleCase('c1', { service: { id: 's', name: '' }, concerns: { kind: 'unknown' } }), sampleCase('c2')));
    expect(all(widget, '.rows > li').map((row) => row.querySelectorAll('.about').length)).to.deep.equal([0, 1]);
  });

  it('says in words how near the last day is', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const { widget } = await filled(serving(sampleCase('a', { dueAt: day(-2) }), sampleCase('b', { dueAt: day(2) }), sampleCase('c', { dueAt: day(30) })));
    const dues = all(widget, '.due').map((one) => [one.className, one.textContent!.trim().split(' ')[0]]);
    expect(dues).to.deep.equal([['due late', 'Sista'], ['due warning', 'Senast'], ['due neutral', 'Senast']]);
    expect(all(widget, '.due')[1]!.textContent).to.include('om 2 dagar');
    await expectAccessible(widget);
  });

  it('copies the case number', async () => {
    const { widget } = await filled();
    const original = navigator.clipboard.writeText;
    let copied = '';
    navigator.clipboard.writeText = async (what: string) => { copied = what; };
    button(widget, 'Kopiera ärendenummer').click();
    await until(() => text(widget).includes('Ärendenumret är kopierat'));
    navigator.clipboard.writeText = original;
    expect(copied).to.equal('2026-c1');
    await until(() => announced().includes('Ärendenumret är kopierat'));
  });

  it('follows no address that is not the web\'s', async () => {
    const { widget } = await filled(serving(sampleCase('c1', { nextAction: { kind: 'pay', url: 'javascript:alert(1)' } })));
    expect(find(widget, '.action a')).to.equal(null);
    let chosen: unknown;
    widget.addEventListener('kommun-case-action-chosen', (event) => { event.preventDefault(); chosen = [event.caseId, event.action]; });
    find(widget, '.action button')!.click();
    expect(chosen).to.deep.equal(['c1', 'pay']);
    expect(searchOf()).to.equal(null);
  });

  it('tells nothing of a case that the login is too weak for, but how to see it', async () => {
    const { widget } = await filled(serving(sampleCase('c1', { title: '', service: { id: '', name: '' }, references: [], requiresLoa: 'loa3' })));
    expect(text(widget)).to.include('Ett ärende som kräver en säkrare inloggning');
    expect(all(widget, '.rows a, .rows button').map((one) => one.textContent)).to.deep.equal(['Logga in på ett säkrare sätt']);
    await expectAccessible(widget);
  });
});

describe('the controls of the inbox', () => {
  it('do not show for eight cases, and show for nine', async () => {
    const few = await filled(serving(...many(8)));
    expect(find(few.widget, '.controls')).to.equal(null);
    const more = await filled(serving(...many(9)));
    expect(find(more.widget, '.controls')).to.not.equal(null);
    await expectAccessible(more.widget);
  });

  it('ask for the box that is chosen, and the address says so', async () => {
    const { widget, cases } = await filled(serving(...many(9)));
    find<HTMLInputElement>(widget, 'input[value=waiting]')!.click();
    await until(() => cases.calls.cases.length === 2);
    expect(cases.calls.cases[1]![0]).to.deep.include({ box: 'waiting', limit: 50 });
    expect(searchOf()).to.equal('box.waiting');
    await until(() => announced().includes('9 ärenden'));
  });

  it('search as one types, in one step for the Back button', async () => {
    const { widget, cases } = await filled(serving(...many(9)));
    const before = navigation.currentEntry!.key;
    find(widget, '#q')!.focus();
    await type('bygg');
    await until(() => keptSearch() === 'bygg');
    await type('lov');
    await until(() => keptSearch() === 'bygglov');
    expect(navigation.currentEntry!.key).to.not.equal(before);
    await until(() => cases.calls.cases.at(-1)![0].q === 'bygglov');
    expect(focused()).to.equal(find(widget, '#q'));
    history.back();
    await until(() => find<HTMLInputElement>(widget, '#q')!.value === '', 'an empty search');
    await until(() => cases.calls.cases.at(-1)![0].q === undefined, 'the whole list');
    expect(navigation.currentEntry!.key).to.equal(before);
  });

  it('put no word that is searched for in the address, and no personal number anywhere', async () => {
    const { widget, cases } = await filled(serving(...many(9)));
    const before = location.href;
    find(widget, '#q')!.focus();
    await type('Anna 19900101-0017');
    await until(() => keptSearch() === 'Anna ');
    expect(location.href).to.equal(before);
    expect(JSON.stringify(history.state)).to.not.include('Anna');
    expect(JSON.stringify(cases.calls.cases.map(([query]) => query))).to.not.include('0017');
  });

  it('keep the search while the page lasts, for the session that it was made in and no other', async () => {
    const mine = sampleSession();
    const kept = { session: async () => ok(mine) };
    history.replaceState(stateWith('kommun-inbox', { text: 'bygg', session: mine.expiresAt }), '');
    const { widget, cases } = await filled(serving(...many(9)), undefined, kept);
    expect(cases.calls.cases[0]![0]).to.deep.equal({ q: 'bygg', limit: 50 });
    expect(find<HTMLInputElement>(widget, '#q')!.value).to.equal('bygg');
    const other = await filled(serving(...many(9)), undefined, { session: async () => ok(sampleSession({ expiresAt: '2099-01-01T00:00:00Z' })) });
    expect(other.cases.calls.cases[0]![0]).to.deep.equal({ limit: 50 });
  });

  it('leave what the page\'s own router keeps with its step alone', async () => {
    const { widget } = await filled(serving(...many(9)));
    history.replaceState({ router: 7 }, '');
    find(widget, '#q')!.focus();
    await type('bygg');
    await until(() => keptSearch() === 'bygg');
    expect(history.state.router).to.equal(7);
  });

  it('search also where the page\'s own router keeps a mere word with its step', async () => {
    const { widget, cases } = await filled(serving(...many(9)));
    history.replaceState('step-7', '');
    find(widget, '#q')!.focus();
    await type('bygg');
    await until(() => cases.calls.cases.at(-1)![0].q === 'bygg');
    expect(history.state).to.equal('step-7');
  });

  it('filter by status, service, child and day, and clear it all', async () => {
    const { widget, cases } = await filled(serving(...many(9)));
    button(widget, 'Filtrera och sortera').click();
    find<HTMLInputElement>(widget, '.statuses input')!.click();
    const choose = (id: string, value: string) => {
      const field = find<HTMLInputElement>(widget, `#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('change'));
    };
    choose('service', 'bygglov');
    choose('child', 'b1');
    choose('from', '2026-01-01');
    await until(() => cases.calls.cases.at(-1)![0].from);
    expect(cases.calls.cases.at(-1)![0]).to.deep.equal({ status: ['inProgress'], service: 'bygglov', child: 'b1', from: '2026-01-01', limit: 50 });
    await expectAccessible(widget);
    button(widget, 'Rensa alla val').click();
    await until(() => searchOf() === null);
    await until(() => focused()?.id === 'count', 'focus on the count');
  });

  it('come back as they were after a reload', async () => {
    at('a=1&kommun-inbox=box.closed*sort.due&b=%20');
    const { widget, cases } = await filled();
    expect(cases.calls.cases[0]![0]).to.deep.equal({ box: 'closed', sort: 'due', limit: 50 });
    expect(find<HTMLSelectElement>(widget, '#sort')!.value).to.equal('due');
    find<HTMLInputElement>(widget, 'input[value=all]')!.click();
    await until(() => searchOf() === 'sort.due');
    expect(location.search).to.include('a=1').and.include('b=%20');
  });

  it('follow Back and Forward', async () => {
    const { widget, cases } = await filled(serving(...many(9)));
    find<HTMLInputElement>(widget, 'input[value=mine]')!.click();
    await until(() => searchOf() === 'box.mine');
    history.back();
    await until(() => find<HTMLInputElement>(widget, 'input[value=all]')!.checked, 'the first box again');
    await until(() => cases.calls.cases.length === 3);
    history.forward();
    await until(() => find<HTMLInputElement>(widget, 'input[value=mine]')!.checked, 'the second box again');
  });

  it('of two inboxes in shadow trees of their own do not collide', async () => {
    const outer = await put('<div><div></div><div></div></div>', serving(...many(9)));
    const [one, two] = [...outer.children].map((host) => {
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = '<kommun-case-inbox></kommun-case-inbox>';
      return root.querySelector('kommun-case-inbox')!;
    });
    await until(() => find(one!, 'input[value=mine]') && find(two!, 'input[value=mine]'));
    find<HTMLInputElement>(one!, 'input[value=mine]')!.click();
    find<HTMLInputElement>(two!, 'input[value=closed]')!.click();
    await until(() => searchOf() === 'box.mine' && searchOf('kommun-inbox-2') === 'box.closed');
  });

  it('stay, with what is searched for, when the answer fails, and the line brings the cases when it is back', async () => {
    const { widget } = await filled(fakeCases({ cases: inTurn<Awaited<ReturnType<ReturnType<typeof fakeCases>['cases']>>>(ok(samplePage(many(9))), refused({ code: 'offline' }), ok(samplePage(many(2)))) }));
    const field = find<HTMLInputElement>(widget, '#q')!;
    field.focus();
    await type('bygg');
    await until(() => text(widget).includes('Du verkar sakna internet'));
    expect(focused()).to.equal(field);
    expect(field.value).to.equal('bygg');
    expect(titles(widget)).to.deep.equal([]);
    await until(() => announced().includes('Du verkar sakna internet'), 'the words');
    await expectAccessible(widget);
    window.dispatchEvent(new Event('online'));
    await until(() => titles(widget).length === 2, 'the cases');
    expect(focused()).to.equal(field);
  });

  it('of two inboxes on a page do not collide', async () => {
    const cases = serving(...many(9));
    const first = await put('<div><kommun-case-inbox></kommun-case-inbox><kommun-case-inbox id="skola"></kommun-case-inbox></div>', cases);
    const [one, two] = first.querySelectorAll<HTMLElement>('kommun-case-inbox');
    await until(() => find(one!, 'input[value=mine]') && find(two!, 'input[value=mine]'));
    find<HTMLInputElement>(one!, 'input[value=mine]')!.click();
    find<HTMLInputElement>(two!, 'input[value=closed]')!.click();
    await until(() => searchOf() === 'box.mine' && searchOf('kommun-inbox-skola') === 'box.closed');
    expect(find<HTMLInputElement>(one!, 'input[value=mine]')!.checked).to.equal(true);
  });
});

describe('what an editor presets', () => {
  it('narrows the list without standing in the address', async () => {
    const { cases } = await filled(fakeCases(), '<kommun-case-inbox service="forskola" child="b1" box="waiting" reference="2026-1" limit="10"></kommun-case-inbox>');
    expect(cases.calls.cases[0]![0]).to.deep.equal({ service: 'forskola', child: 'b1', box: 'waiting', reference: '2026-1', limit: 10 });
    expect(searchOf()).to.equal(null);
  });

  it('is explained when it cannot be used', async () => {
    await filled(fakeCases(), '<kommun-case-inbox box="nope" limit="500" heading-level="9"></kommun-case-inbox>');
    expect(editorWarnings().join('\n')).to.match(/box="nope"[^]*|limit="500"/).and.include('heading-level="9"').and.include('limit="500"');
  });

  it('shows the latest three and a way to them all', async () => {
    const cases = fakeCases({ cases: async () => ok(samplePage(many(3))), caseCounts: async () => ok(sampleCounts({ all: 12, waiting: 1 })) });
    const { widget } = await filled(cases, '<kommun-case-inbox compact href="/mina-arenden?a=1"></kommun-case-inbox>');
    await until(() => text(widget).includes('Visa alla 12 ärenden'));
    expect(text(widget)).to.include('1 ärende väntar på dig').and.include('Dina senaste ärenden');
    expect(cases.calls.cases[0]![0]).to.deep.equal({ limit: 3 });
    expect(find<HTMLAnchorElement>(widget, '[data-case]')!.href).to.equal(`${location.origin}/mina-arenden?a=1&kommun-inbox=case.n1`);
    await expectAccessible(widget);
  });
});

describe('figures that come late', () => {
  for (const [what, markup] of [
    ['the latest cases', '<kommun-case-inbox compact href="/mina-arenden"></kommun-case-inbox>'],
    ['the cases that wait', '<kommun-case-inbox box="waiting"></kommun-case-inbox>'],
  ] as const) {
    it(`move no row of ${what}`, async () => {
      const counts = deferred<ReturnType<typeof sampleCounts>>();
      const { widget } = await filled(fakeCases({ cases: async () => ok(samplePage(many(3))), caseCounts: async () => ok(await counts.promise) }), markup);
      const { top } = find(widget, '.rows')!.getBoundingClientRect();
      counts.resolve(sampleCounts({ all: 12, waiting: 3 }));
      await until(() => /Visa alla 12 ärenden|Väntar på dig \(3\)/.test(text(widget)), 'the figures');
      expect(find(widget, '.rows')!.getBoundingClientRect().top).to.equal(top);
    });
  }
});

describe('a long list', () => {
  const pages = (...sizes: number[]) => {
    let from = 0;
    const answers = sizes.map((size, index) => {
      const items = many(from + size).slice(from);
      from += size;
      return ok(samplePage(items, { nextCursor: index < sizes.length - 1 ? `cursor-${index}` : null }));
    });
    return fakeCases({ cases: inTurn(answers[0]!, ...answers.slice(1)) });
  };

  it('grows when its end comes near, and keeps the focus where it is', async () => {
    const { widget, cases } = await filled(pages(20, 20, 5));
    find(widget, '[data-case=n1]')!.focus();
    find(widget, '#more')!.scrollIntoView();
    await until(() => titles(widget).length > 20);
    expect(cases.calls.cases[1]![0]).to.deep.include({ cursor: 'cursor-0' });
    expect((focused() as HTMLElement).dataset['case']).to.equal('n1');
    window.scrollTo(0, 0);
  });

  it('moves the focus to the first new case when the button is pressed', async () => {
    const gate = deferred<ReturnType<typeof samplePage>>();
    let calls = 0;
    const { widget } = await filled(fakeCases({ cases: async () => (calls++ ? ok(await gate.promise) : ok(samplePage(many(20), { nextCursor: 'c' }))) }));
    const more = find(widget, '#more')!;
    more.focus();
    await press('Enter');
    gate.resolve(samplePage(many(22).slice(20)));
    await until(() => focused()?.id === 'case-n21', 'focus on the 21st');
    window.scrollTo(0, 0);
  });

  it('draws only what is near the viewport, and still says how many there are', async () => {
    const { widget } = await filled(fakeCases({ cases: async () => ok(samplePage(many(1000))) }), '<kommun-case-inbox limit="200"></kommun-case-inbox>');
    await until(() => find(widget, '.windowed'), 'a window');
    await until(() => titles(widget).length < 60, 'few rows');
    const row = find(widget, '.rows > li')!;
    expect(row.getAttribute('aria-setsize')).to.equal('1000');
    expect(row.getAttribute('aria-posinset')).to.equal('1');
    expect(find(widget, '.rows')!.offsetHeight).to.be.greaterThan(50_000);
    find(widget, '[data-case=n1]')!.focus();
    window.scrollTo(0, 50_000);
    await until(() => titles(widget).length > 1 && !titles(widget).some((title) => title.endsWith(' n5')), 'rows far down');
    expect((focused() as HTMLElement).dataset['case']).to.equal('n1');
    await expectAccessible(widget);
    window.scrollTo(0, 0);
  });

  it('stands where it stood after a case far down was open, with the focus on its row', async () => {
    const { widget } = await filled(fakeCases({ cases: async () => ok(samplePage(many(800))) }));
    await until(() => find(widget, '.windowed'), 'a window');
    window.scrollTo(0, find(widget, '.rows')!.offsetHeight / 2);
    const link = await until(() => all(widget, '[data-case]').find((one) => Number(one.dataset['case']!.slice(1)) > 200 && one.getBoundingClientRect().top > 0), 'a row far down');
    const { top } = link.getBoundingClientRect();
    const id = link.dataset['case'];
    link.click();
    await until(() => find(widget, '#messages'), 'the case');
    history.back();
    await until(() => (focused() as HTMLElement | null)?.dataset['case'] === id, 'focus on the row');
    await until(() => titles(widget).length < 60, 'few rows');
    await until(() => Math.abs((focused() as HTMLElement).getBoundingClientRect().top - top) < 5, 'the row where it was');
    window.scrollTo(0, 0);
  });

  it('of up to five hundred stands in the page whole, a few rows at a time, where the browser\'s own search finds it', async () => {
    const { widget } = await filled(fakeCases({ cases: async () => ok(samplePage(many(500))) }));
    expect(titles(widget).length).to.be.lessThan(100);
    await until(() => titles(widget).length === 500, 'every row', 15_000);
    expect(find(widget, '.in-part')).to.equal(null);
    expect(Reflect.apply(Reflect.get(window, 'find'), window, ['förskola n487'])).to.equal(true);
    expect(find(widget, '.rows > li')!.hasAttribute('aria-setsize')).to.equal(false);
    window.scrollTo(0, 0);
  });

  it('of more than that says what the browser\'s own search does not reach, and leads to the one that does', async () => {
    const { widget } = await filled(fakeCases({ cases: async () => ok(samplePage(many(501))) }));
    await until(() => find(widget, '.windowed'), 'a window');
    await expectAccessible(find(widget, '.in-part')!);
    button(widget, 'Till sökrutan').click();
    await until(() => focused()?.id === 'q', 'focus on the search');
    window.scrollTo(0, 0);
  });

  it('is printed whole, as far as it is fetched, and tells the paper that there is more', async () => {
    const { widget } = await filled(fakeCases({ cases: async () => ok(samplePage(many(800), { nextCursor: 'c' })) }));
    await until(() => find(widget, '.windowed'), 'a window');
    await until(() => titles(widget).length < 60, 'few rows');
    window.dispatchEvent(new Event('beforeprint'));
    expect(titles(widget)).to.have.length(800);
    expect(find(widget, '.windowed')).to.equal(null);
    expect(find(widget, '.on-paper')!.textContent).to.include('Det finns fler ärenden');
    window.dispatchEvent(new Event('afterprint'));
    await until(() => titles(widget).length < 60, 'few rows again');
    expect(find(widget, '.windowed')).to.not.equal(null);
  });

  it('says so when more could not be fetched, and keeps what there is', async () => {
    const { widget } = await filled(fakeCases({ cases: inTurn<Awaited<ReturnType<ReturnType<typeof fakeCases>['cases']>>>(ok(samplePage(many(20), { nextCursor: 'c' })), refused({ code: 'timed-out' })) }));
    find(widget, '#more')!.click();
    await until(() => text(widget).includes('Fler ärenden kunde inte hämtas'));
    expect(titles(widget)).to.have.length(20);
    window.scrollTo(0, 0);
  });
});

describe('the badge', () => {
  const badge = (unread: number, portal = {}) => put('<kommun-unread-badge></kommun-unread-badge>', fakeCases({ caseCounts: async () => ok(sampleCounts({ unread })) }), portal);

  it('shows how many cases hold something new, and says it in words', async () => {
    const widget = await badge(3);
    const figure = await until(() => find(widget, '[part=figure]'));
    expect(figure.textContent).to.equal('3');
    expect(find(widget, '.unseen')!.textContent).to.equal('3 ärenden med något nytt');
    await expectAccessible(widget);
  });

  it('counts anew when a case on the page was read', async () => {
    let unread = 2;
    const widget = await put('<kommun-unread-badge></kommun-unread-badge>', fakeCases({ caseCounts: async () => ok(sampleCounts({ unread })) }));
    await until(() => find(widget, '[part=figure]')?.textContent === '2');
    unread = 1;
    widget.dispatchEvent(new KommunCaseReadEvent('c1', false));
    await until(() => find(widget, '[part=figure]')?.textContent === '1');
  });

  it('shows nothing when everything is read, nor when nobody is logged in', async () => {
    const cases = fakeCases();
    const widget = await put('<kommun-unread-badge></kommun-unread-badge>', cases);
    await until(() => cases.calls.caseCounts.length);
    expect(widget.shadowRoot!.textContent!.trim()).to.equal('');
    const out = fakeCases();
    await put('<kommun-unread-badge></kommun-unread-badge>', out, { session: async () => ok({ authenticated: false as const }) });
    expect(out.calls.caseCounts).to.deep.equal([]);
  });
});
