import { expect } from 'chai';
import type { CaseBackend } from '../../src/client/case-backend.ts';
import type { FileOnItsWay } from '../../src/client/send-file.ts';
import { expectAccessible } from '../support/accessible.ts';
import { stopClock } from '../support/clock.ts';
import { deferred } from '../support/deferred.ts';
import { inTurn, ok, refused, sampleSession } from '../support/fake-backend.ts';
import { focused, press, type } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { all, announced, at, button, connection, fakeCases, filled, find, inbox, put, sampleCase, sampleDetail, samplePage, searchOf, text, titles } from './inbox.page.ts';

/** The case that the address leads to, on the screen. */
async function opened(answers: Partial<CaseBackend> = {}, portal = {}) {
  at('kommun-inbox=case.c1');
  const made = await inbox(fakeCases(answers), undefined, portal);
  await until(() => find(made.widget, '#messages'), 'the case');
  return made;
}

const file = (name: string, size = 10, mediaType = 'application/pdf') => new File([new Uint8Array(size)], name, { type: mediaType });
function choose(widget: Element, ...files: File[]) {
  const transfer = new DataTransfer();
  for (const one of files) transfer.items.add(one);
  const input = find<HTMLInputElement>(widget, '#files')!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
}
const write = async (widget: Element, words: string) => {
  find(widget, '#text')!.focus();
  await type(words);
};

const setText = (widget: Element, words: string) => {
  const field = find<HTMLTextAreaElement>(widget, '#text')!;
  field.value = words;
  field.dispatchEvent(new Event('input'));
};
const textIn = (widget: Element) => find<HTMLTextAreaElement>(widget, '#text')?.value;

describe('one case', () => {
  it('shows everything that belongs to it', async () => {
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ decision: { outcome: 'Beviljat', at: '2026-11-20T12:00:00Z', howToAppeal: 'Skriv till oss.', appealUntil: '2026-12-11T12:00:00Z' } })) });
    for (const words of [
      'Plats i förskola c1', 'Under handläggning', 'Ärende 2026-c1', 'Plats från januari.',
      'Beviljat', 'Du kan överklaga till och med fredag 11 december 2026.', 'Skriv till oss.',
      'Pågår nu, brukar ta omkring 14 dagar', 'Nästa steg: Beslut.',
      'Från dig, 10 november 2026 kl. 13.00', 'Läst 11 november 2026 kl. 09.00', 'Från Hanna Handläggare', 'Inom två veckor.',
      'Din ansökan (PDF, 234 kB)', 'från dig', 'Handläggare utsedd Nytt', 'Utbildning', '0476-550 01', 'Syskonförtur (2026-c2)',
    ]) expect(text(widget)).to.include(words);
    expect(find<HTMLAnchorElement>(widget, 'a[download]')!.href).to.match(/\/cases\/c1\/documents\/d1$/);
    expect(button(widget, 'Ladda ner allt').getAttribute('href')).to.match(/\/cases\/c1\/bundle$/);
    await expectAccessible(widget);
  });

  it('says beside a document why it cannot be saved, and loses nothing', async () => {
    let answer: Awaited<ReturnType<CaseBackend['oneCase']>> = ok(sampleDetail());
    const { widget } = await opened({ oneCase: async () => answer });
    await write(widget, 'Hej');
    const link = find(widget, '.documents a[download]')!;
    for (const [refusal, why] of [
      [refused({ code: 'offline' }), 'Filen är inte sparad. Du verkar sakna internet.'],
      [ok(sampleDetail({ sourceState: { id: 'own', name: 'Kommunens e-tjänster', state: 'stale' } })), 'Filen är inte sparad. Systemet som har ärendet svarar inte just nu. Försök igen om en stund.'],
    ] as const) {
      answer = refusal;
      link.click();
      await until(() => link.parentElement!.textContent!.includes(why), why);
      await until(() => announced().includes(why), 'the words');
    }
    expect(find<HTMLTextAreaElement>(widget, '#text')!.value).to.equal('Hej');
    await expectAccessible(widget);
  });

  it('saves a document when it can be had, without leaving the page', async () => {
    const { widget } = await opened();
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    const link = find<HTMLAnchorElement>(widget, '.documents a[download]')!;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) { saved.push(this.href); };
    try {
      click.call(link);
      await until(() => saved.length === 1, 'the file');
      expect(saved).to.deep.equal([link.href]);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('leads to the login when the session has ended as a document is to be saved', async () => {
    let isLoggedIn = true;
    let answer: Awaited<ReturnType<CaseBackend['oneCase']>> = ok(sampleDetail());
    const { widget } = await opened({ oneCase: async () => answer }, { session: async () => ok(isLoggedIn ? sampleSession() : { authenticated: false }) });
    answer = refused({ code: 'not-logged-in', status: 401 });
    isLoggedIn = false;
    find(widget, '.documents a[download]')!.click();
    await until(() => text(widget).includes('Logga in'), 'the way back in');
    expect(find(widget, '#messages')).to.equal(null);
  });

  it('opens in place by keyboard, and Back leads to the row with the focus on it', async () => {
    const { widget } = await filled();
    find(widget, '[data-case=c1]')!.focus();
    await press('Enter');
    await until(() => find(widget, '#messages'), 'the case');
    expect(searchOf()).to.equal('case.c1');
    await until(() => focused()?.id === 'heading', 'focus on the heading');
    history.back();
    await until(() => (focused() as HTMLElement | null)?.dataset['case'] === 'c1', 'focus on the row');
    expect(searchOf()).to.equal(null);
    expect(find(widget, '#messages')).to.equal(null);
  });

  it('leads back to the list by its own link as well', async () => {
    const { widget } = await filled();
    find(widget, '[data-case=c1]')!.click();
    await until(() => find(widget, 'a.back'));
    await until(() => find(widget, '#messages'));
    find(widget, 'a.back')!.click();
    await until(() => (focused() as HTMLElement | null)?.dataset['case'] === 'c1', 'focus on the row');
  });

  it('opens by an address alone, without fetching the list first', async () => {
    const { widget, cases } = await opened();
    expect(cases.calls.cases).to.deep.equal([]);
    find(widget, 'a.back')!.click();
    await until(() => titles(widget).length === 1);
  });

  it('counts as read once it is shown, for the row as well, and can be made unread', async () => {
    const { widget, cases } = await filled(fakeCases({ cases: async () => ok(samplePage([sampleCase('c1', { unread: 2 })])), oneCase: async () => ok(sampleDetail({ unread: 2 })) }));
    const told: unknown[] = [];
    widget.addEventListener('kommun-case-read', (event) => told.push([event.caseId, event.unread]));
    find(widget, '[data-case=c1]')!.click();
    await until(() => told.length);
    expect(cases.calls.markRead[0]).to.deep.equal(['c1', '2026-11-20T12:00:00Z']);
    button(widget, 'Markera som oläst').click();
    await until(() => text(widget).includes('markerat som oläst'));
    expect(cases.calls.markRead[1]).to.deep.equal(['c1', null]);
    expect(told).to.deep.equal([['c1', false], ['c1', true]]);
    find(widget, 'a.back')!.click();
    await until(() => titles(widget)[0] === 'Plats i förskola c1 2 nyheter');
  });

  it('that holds nothing from others cannot be made unread, and says so', async () => {
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ unread: 0 })) });
    button(widget, 'Markera som oläst').click();
    await until(() => text(widget).includes('Det finns inget från någon annan att markera som oläst.'));
    await until(() => announced().includes('Det finns inget från någon annan'), 'the words');
  });

  it('says when it could not be made unread', async () => {
    const { widget } = await opened({ markRead: async () => refused({ code: 'offline' }) });
    button(widget, 'Markera som oläst').click();
    await until(() => text(widget).includes('Ärendet är inte markerat som oläst.'));
  });

  it('that waits for something done elsewhere says where, and has no button that does nothing', async () => {
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ nextAction: { kind: 'pay' } })) });
    expect(text(widget)).to.include('Det gör du i e-tjänsten');
    expect(button(widget, 'Betala')).to.equal(undefined);
  });

  it('says when the line is down, how old what it shows is, and moves nothing', async () => {
    at('kommun-inbox=case.c1');
    const clock = stopClock('2026-11-24T12:00:00Z');
    const { widget } = await inbox(fakeCases({ oneCase: inTurn<Awaited<ReturnType<CaseBackend['oneCase']>>>(ok(sampleDetail()), refused({ code: 'offline' })) }));
    await until(() => find(widget, '#messages'), 'the case');
    expect(text(widget)).to.include('Hämtat kl. 13.00');
    const before = find(widget, '#heading')!.getBoundingClientRect().top;
    await clock.tickAsync(60_000);
    await widget.updateComplete;
    expect(text(widget)).to.include('Du verkar sakna internet. Hämtat kl. 13.00');
    expect(find(widget, '#heading')!.getBoundingClientRect().top).to.equal(before);
    clock.restore();
    await expectAccessible(widget);
  });

  it('that comes from a system that does not answer says when it last did', async () => {
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ sourceState: { id: 'bygg', name: 'Byggsystemet', state: 'stale', lastAnsweredAt: '2026-11-20T13:05:00Z' } })) });
    expect(text(widget)).to.include('Byggsystemet svarar inte just nu. Det här är vad vi visste senast. Senaste svar 20 november 2026 kl. 14.05');
    await expectAccessible(widget);
  });

  it('that takes no reply says why', async () => {
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ reply: { allowed: false, reason: 'Ärendet är avslutat.' } })) });
    expect(text(widget)).to.include('Ärendet är avslutat.');
    expect(find(widget, '#text')).to.equal(null);
    await expectAccessible(widget);
  });

  it('is printed without the rest of the page, which then comes back', async () => {
    const { widget } = await opened();
    const beside = document.body.appendChild(document.createElement('p'));
    beside.textContent = 'Sidans egen text';
    const printed: string[] = [];
    const real = window.print;
    window.print = () => printed.push([...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]).map(({ cssText }) => cssText).join());
    button(widget, 'Skriv ut').click();
    window.print = real;
    expect(printed).to.have.length(1);
    const [hidden] = /body [^{]+/.exec(printed[0]!) ?? [''];
    expect(beside.matches(hidden)).to.equal(true);
    expect(widget.matches(hidden)).to.equal(false);
    expect(widget.parentElement!.matches(hidden)).to.equal(false);
    window.dispatchEvent(new Event('afterprint'));
    expect(document.adoptedStyleSheets.some(({ cssRules }) => [...cssRules].some(({ cssText }) => cssText.includes('kommun-print')))).to.equal(false);
    expect(widget.hasAttribute('data-kommun-print')).to.equal(false);
    beside.remove();
  });

  for (const [code, status, words] of [
    ['case-not-found', 404, 'Ärendet går inte att visa'],
    ['login-level-too-low', 403, 'Ärendet kräver en säkrare inloggning'],
    ['case-source-unavailable', 503, 'Systemet som har ärendet svarar inte'],
  ] as const) {
    it(`says «${words}», with a way back`, async () => {
      at('kommun-inbox=case.c1');
      const { widget } = await inbox(fakeCases({ oneCase: async () => refused({ code, status }) }));
      await until(() => text(widget).includes(words));
      expect(Boolean(button(widget, 'Försök igen'))).to.equal(status === 503);
      expect(find(widget, 'a.back')).to.not.equal(null);
      await expectAccessible(widget);
    });
  }

  it('says that it shows what was known last when its system is silent', async () => {
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ sourceState: { id: 'oep', name: 'E-tjänsteplattformen', state: 'stale' } })) });
    expect(text(widget)).to.include('E-tjänsteplattformen svarar inte just nu. Det här är vad vi visste senast.');
  });

  it('offers a new message without moving what one reads, and takes the case away when it may not be seen any more', async () => {
    const clock = stopClock();
    const before = sampleDetail();
    const after = sampleDetail({ messages: [...before.messages, { id: 'm3', at: '2026-11-24T12:00:00Z', from: 'municipality', text: 'Nu är det klart.', documentIds: [] }] });
    const { widget } = await opened({ oneCase: inTurn<Awaited<ReturnType<CaseBackend['oneCase']>>>(ok(before), ok(after), refused({ code: 'case-not-found', status: 404 })) });
    await clock.tickAsync(60_000);
    await widget.updateComplete;
    expect(text(widget)).to.not.include('Nu är det klart');
    button(widget, 'Visa nytt meddelande').click();
    await widget.updateComplete;
    expect(text(widget)).to.include('Nu är det klart');
    expect(focused()?.id).to.equal('messages');
    await clock.tickAsync(60_000);
    await widget.updateComplete;
    expect(text(widget)).to.include('Ärendet går inte att visa').and.not.include('Nu är det klart');
    clock.restore();
    await expectAccessible(widget);
  });

  it('that could not be fetched is fetched when the line is back', async () => {
    at('kommun-inbox=case.c1');
    const { widget } = await inbox(fakeCases({ oneCase: inTurn<Awaited<ReturnType<CaseBackend['oneCase']>>>(refused({ code: 'offline' }), ok(sampleDetail())) }));
    await until(() => text(widget).includes('Du verkar sakna internet'));
    window.dispatchEvent(new Event('online'));
    await until(() => find(widget, '#messages'), 'the case');
  });

  it('that may not be seen is not asked for again when the line is back', async () => {
    at('kommun-inbox=case.c1');
    const { widget, cases } = await inbox(fakeCases({ oneCase: async () => refused({ code: 'case-not-found', status: 404 }) }));
    await until(() => text(widget).includes('Ärendet går inte att visa'));
    window.dispatchEvent(new Event('online'));
    await widget.updateComplete;
    expect(cases.calls.oneCase).to.have.length(1);
  });

  it('says how long a document can be had', async () => {
    const [first] = sampleDetail().documents;
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ documents: [{ ...first!, expiresAt: '2026-12-24T12:00:00Z' }] })) });
    expect(find(widget, '.documents')!.textContent).to.include('finns till och med 24 december 2026');
  });

  it('is printed alone within a part of the page that has a shadow tree of its own as well', async () => {
    at('kommun-inbox=case.c1');
    const outer = await put('<div></div>', fakeCases());
    const root = outer.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Annat</p><kommun-case-inbox></kommun-case-inbox>';
    const [beside, widget] = [...root.children] as [HTMLElement, HTMLElement];
    await until(() => find(widget, '#messages'), 'the case');
    const hidden: boolean[][] = [];
    const real = window.print;
    window.print = () => {
      const rules = root.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]).filter((rule) => rule instanceof CSSMediaRule);
      for (const { media } of rules) media.mediaText = 'screen';
      hidden.push([outer, widget, beside].map((one) => !one.checkVisibility()));
      for (const { media } of rules) media.mediaText = 'print';
    };
    button(widget, 'Skriv ut').click();
    window.print = real;
    expect(hidden).to.deep.equal([[false, false, true]]);
    window.dispatchEvent(new Event('afterprint'));
    expect(root.adoptedStyleSheets).to.deep.equal([]);
    expect(outer.hasAttribute('data-kommun-print')).to.equal(false);
  });

  it('takes no reply where none is allowed, and says why', async () => {
    const { widget } = await opened({ oneCase: async () => ok(sampleDetail({ reply: { allowed: false, reason: 'Ärendet är avslutat.' } })) });
    expect(text(widget)).to.include('Ärendet är avslutat.');
    expect(find(widget, '#text')).to.equal(null);
  });
});

describe('a reply', () => {
  it('is sent with its files, stands last in the thread, and has the focus', async () => {
    const { widget, cases } = await opened();
    let sent = '';
    widget.addEventListener('kommun-reply-sent', (event) => { sent = event.caseId; });
    await write(widget, 'Hej hej');
    choose(widget, file('intyg.pdf'));
    await until(() => text(widget).includes('Uppladdad'));
    await expectAccessible(widget);
    button(widget, 'Skicka').click();
    await until(() => focused()?.id === 'message-m9', 'focus on the sent message');
    const [id, reply, key] = cases.calls.sendReply[0]!;
    expect([id, reply]).to.deep.equal(['c1', { text: 'Hej hej', uploadIds: ['u1'] }]);
    expect(key).to.match(/^[0-9a-f]{32}$/);
    expect(sent).to.equal('c1');
    expect(find<HTMLTextAreaElement>(widget, '#text')!.value).to.equal('');
    expect(all(widget, '[data-file]')).to.deep.equal([]);
    await until(() => announced().includes('Meddelandet är skickat'));
    await until(() => cases.calls.oneCase.length === 2, 'the case with what was attached');
    expect(focused()?.id).to.equal('message-m9');
  });

  it('without text says what is missing, at the field', async () => {
    const { widget, cases } = await opened();
    button(widget, 'Skicka').click();
    await until(() => focused()?.id === 'text', 'focus on the field');
    expect(find(widget, '#text')!.getAttribute('aria-invalid')).to.equal('true');
    expect(text(widget)).to.include('Skriv något innan du skickar');
    expect(cases.calls.sendReply).to.deep.equal([]);
    await expectAccessible(widget);
  });

  it('that could not be sent keeps its text, and goes under the same key when sent again', async () => {
    const { widget, cases } = await opened({ sendReply: inTurn<Awaited<ReturnType<CaseBackend['sendReply']>>>(refused({ code: 'unreachable' }), ok({ id: 'm9', at: '2026-11-24T12:00:00Z', from: 'you', text: 'Hej', documentIds: [] })) });
    await write(widget, 'Hej');
    button(widget, 'Skicka').click();
    await until(() => text(widget).includes('Det du har skrivit finns kvar'));
    expect(find<HTMLTextAreaElement>(widget, '#text')!.value).to.equal('Hej');
    await expectAccessible(widget);
    button(widget, 'Skicka').click();
    await until(() => find(widget, '#message-m9'));
    expect(cases.calls.sendReply[0]![2]).to.equal(cases.calls.sendReply[1]![2]);
  });

  it('is kept as a draft on the backend a moment after the last letter, and nowhere else', async () => {
    const { widget, cases } = await opened();
    const clock = stopClock();
    const field = find<HTMLTextAreaElement>(widget, '#text')!;
    for (const words of ['H', 'He', 'Hej']) {
      field.value = words;
      field.dispatchEvent(new Event('input'));
      await clock.tickAsync(500);
    }
    expect(cases.calls.saveDraft).to.deep.equal([]);
    await clock.tickAsync(600);
    expect(cases.calls.saveDraft.map(([id, draft]) => [id, draft.text])).to.deep.equal([['c1', 'Hej']]);
    await widget.updateComplete;
    expect(text(widget)).to.include('Utkastet är sparat kl. 13.00');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.not.include('Hej');
  });

  it('goes to the backend when the page is left before the moment has passed', async () => {
    const { widget, cases } = await opened();
    await write(widget, 'Hej');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await until(() => cases.calls.saveDraft.length);
    expect(cases.calls.saveDraft[0]).to.deep.equal(['c1', { text: 'Hej', uploadIds: [] }, { leaving: true }]);
  });

  it('says when the draft could not be saved, and saves it when the line is back', async () => {
    const { widget, cases } = await opened({ saveDraft: inTurn<Awaited<ReturnType<CaseBackend['saveDraft']>>>(refused({ code: 'offline' }), ok({ text: 'Hej', uploads: [], savedAt: '2026-11-24T12:00:00Z' })) });
    await write(widget, 'Hej');
    await until(() => text(widget).includes('Utkastet är inte sparat'));
    window.dispatchEvent(new Event('online'));
    await until(() => text(widget).includes('Utkastet är sparat'));
    expect(cases.calls.saveDraft).to.have.length(2);
  });

  it('leaves what is written while it is on its way to the next one', async () => {
    const answer = deferred<Awaited<ReturnType<CaseBackend['sendReply']>>>();
    const { widget, cases } = await opened({ sendReply: async () => answer.promise });
    await write(widget, 'Hej');
    button(widget, 'Skicka').click();
    await until(() => cases.calls.sendReply.length === 1);
    await write(widget, ' och en sak till');
    answer.resolve(ok({ id: 'm9', at: '2026-11-24T12:00:00Z', from: 'you', text: 'Hej', documentIds: [] }));
    await until(() => find(widget, '#message-m9'));
    expect(find<HTMLTextAreaElement>(widget, '#text')!.value).to.include('och en sak till');
  });

  it('cannot be sent twice by choosing a file while it is on its way', async () => {
    const { widget, cases } = await opened({ sendReply: () => new Promise(() => {}) });
    await write(widget, 'Hej');
    button(widget, 'Skicka').click();
    await until(() => cases.calls.sendReply.length === 1);
    choose(widget, file('sent.pdf'));
    await until(() => text(widget).includes('Uppladdad'));
    button(widget, 'Skickar').click();
    await widget.updateComplete;
    expect(cases.calls.sendReply).to.have.length(1);
  });

  it('shows a file that was cut in an earlier visit, and takes it off the backend', async () => {
    const { widget, cases } = await opened({ draft: async () => ok({ text: '', uploads: [{ id: 'u7', fileName: 'halv.pdf', size: 10, received: 4 }], savedAt: '2026-11-23T12:00:00Z' }) });
    await until(() => text(widget).includes('Filen blev inte klar'));
    await expectAccessible(widget);
    find(widget, '[data-remove]')!.click();
    await until(() => cases.calls.discardUpload.length);
    expect(cases.calls.discardUpload).to.deep.equal([['u7']]);
  });

  it('goes on from the draft of an earlier visit', async () => {
    const { widget } = await opened({ draft: async () => ok({ text: 'Förra gången', uploads: [{ id: 'u1', fileName: 'intyg.pdf', size: 10, received: 10 }], savedAt: '2026-11-23T12:00:00Z' }) });
    await until(() => find<HTMLTextAreaElement>(widget, '#text')!.value === 'Förra gången');
    expect(text(widget)).to.include('intyg.pdf');
  });

  it('survives that the session ends while it is written', async () => {
    let authenticated = true;
    const { widget } = await opened(
      { sendReply: async () => { authenticated = false; return refused({ code: 'not-logged-in', status: 401 }); }, saveDraft: async () => refused({ code: 'not-logged-in', status: 401 }) },
      { session: async () => ok(authenticated ? sampleSession() : { authenticated: false as const }) },
    );
    await write(widget, 'Viktigt');
    button(widget, 'Skicka').click();
    await until(() => text(widget).includes('Logga in för att se'));
    expect(widget.shadowRoot!.innerHTML).to.not.include('Viktigt');
    authenticated = true;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => find<HTMLTextAreaElement>(widget, '#text')?.value === 'Viktigt', 'the text again');
  });
});

describe('a reply whose writer is gone', () => {
  const viaSession = () => {
    const login = { on: true };
    return { login, session: async () => ok(login.on ? sampleSession() : { authenticated: false as const }) };
  };
  const comeBack = async (widget: Element, login: { on: boolean }) => {
    await until(() => text(widget).includes('Logga in för att se'));
    login.on = true;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => find(widget, '#text'), 'the case');
  };
  /** Until the draft that the backend has is on the screen. */
  const draftAsked = (cases: ReturnType<typeof fakeCases>, times: number) => until(() => cases.calls.draft.length === times, 'the draft');

  it('is forgotten when they press log out', async () => {
    const { login, session } = viaSession();
    const { widget, cases } = await opened({ saveDraft: () => new Promise(() => {}) }, { session });
    setText(widget, 'Viktigt');
    login.on = false;
    await (await connection.session()).end();
    await comeBack(widget, login);
    await draftAsked(cases, 2);
    expect(textIn(widget)).to.equal('');
  });

  it('is forgotten when they log out in another tab and the backend has the draft', async () => {
    const { login, session } = viaSession();
    const { widget, cases } = await opened({}, { session });
    setText(widget, 'Viktigt');
    await until(() => text(widget).includes('Utkastet är sparat'));
    login.on = false;
    const otherTab = new BroadcastChannel(`kommun-session:${connection.api.href}`);
    otherTab.postMessage('logged-out');
    await comeBack(widget, login);
    otherTab.close();
    await draftAsked(cases, 2);
    expect(textIn(widget)).to.equal('');
  });

  it('is forgotten when the page comes back by the Back button and nobody is logged in', async () => {
    const { login, session } = viaSession();
    const { widget, cases } = await opened({ saveDraft: () => new Promise(() => {}) }, { session });
    setText(widget, 'Viktigt');
    login.on = false;
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await comeBack(widget, login);
    await draftAsked(cases, 2);
    expect(textIn(widget)).to.equal('');
  });

  it('does not come back by a draft that arrives after them', async () => {
    const late = deferred<Awaited<ReturnType<CaseBackend['draft']>>>();
    let times = 0;
    const { login, session } = viaSession();
    const { widget, cases } = await opened({ draft: async () => (times++ ? ok({ text: '', uploads: [], savedAt: null }) : late.promise) }, { session });
    await draftAsked(cases, 1);
    login.on = false;
    await (await connection.session()).end();
    late.resolve(ok({ text: 'Viktigt', uploads: [], savedAt: '2026-11-24T12:00:00Z' }));
    await comeBack(widget, login);
    await draftAsked(cases, 2);
    expect(textIn(widget)).to.equal('');
  });
});

describe('a reply on a slow or broken line', () => {
  const sent = (words = 'Hej') => ok({ id: 'm9', at: '2026-11-24T12:00:00Z', from: 'you' as const, text: words, documentIds: [] });

  it('that arrives while another case stands open is not drawn there', async () => {
    const answer = deferred<Awaited<ReturnType<CaseBackend['sendReply']>>>();
    const { widget, cases } = await opened({ sendReply: async () => answer.promise, oneCase: async (id) => ok(sampleDetail({ ...sampleCase(id) })) });
    const told: string[] = [];
    widget.addEventListener('kommun-reply-sent', (event) => told.push(event.caseId));
    setText(widget, 'Hej');
    button(widget, 'Skicka').click();
    await until(() => cases.calls.sendReply.length);
    button(widget, 'Syskonförtur').click();
    await until(() => text(widget).includes('Plats i förskola c2'), 'the other case');
    answer.resolve(sent());
    await until(() => told.length);
    await widget.updateComplete;
    expect(told).to.deep.equal(['c1']);
    expect(find(widget, '#message-m9')).to.equal(null);
    expect(focused()?.id).to.equal('heading');
  });

  it('waits for the draft that is on its way, so that it is no draft afterwards', async () => {
    const saved = deferred<undefined>();
    const order: string[] = [];
    const { widget, cases } = await opened({
      saveDraft: async (_id, { text: words }) => {
        await saved.promise;
        order.push('draft');
        return ok({ text: words, uploads: [], savedAt: '2026-11-24T12:00:00Z' });
      },
      sendReply: async () => (order.push('reply'), sent()),
    });
    setText(widget, 'Hej');
    await until(() => cases.calls.saveDraft.length);
    button(widget, 'Skicka').click();
    await until(() => text(widget).includes('Skickar'));
    saved.resolve(undefined);
    await until(() => find(widget, '#message-m9'));
    expect(order).to.deep.equal(['draft', 'reply']);
  });

  it('is saved as a draft when it was refused', async () => {
    const { widget, cases } = await opened({ sendReply: async () => refused({ code: 'unreachable' }) });
    setText(widget, 'Hej');
    button(widget, 'Skicka').click();
    await until(() => text(widget).includes('Det du har skrivit finns kvar'));
    await until(() => cases.calls.saveDraft.length);
    expect(cases.calls.saveDraft[0]![1].text).to.equal('Hej');
  });

  it('stays in the thread although what had come before it was never shown and nothing can be fetched after it', async () => {
    const clock = stopClock();
    const before = sampleDetail();
    const after = sampleDetail({ messages: [...before.messages, { id: 'm3', at: '2026-11-24T12:00:00Z', from: 'municipality', text: 'Nu är det klart.', documentIds: [] }] });
    const { widget } = await opened({ oneCase: inTurn<Awaited<ReturnType<CaseBackend['oneCase']>>>(ok(before), ok(after), refused({ code: 'offline' })) });
    await clock.tickAsync(60_000);
    await widget.updateComplete;
    expect(button(widget, 'Visa nytt meddelande')).to.not.equal(undefined);
    setText(widget, 'Hej');
    button(widget, 'Skicka').click();
    await clock.tickAsync(100);
    await widget.updateComplete;
    expect(find(widget, '#message-m9')).to.not.equal(null);
    expect(button(widget, 'Visa nytt meddelande')).to.equal(undefined);
  });

  it('marks as read what it brought along on the screen', async () => {
    const before = sampleDetail();
    const after = sampleDetail({ unread: 1, messages: [...before.messages, { id: 'm9', at: '2026-11-24T12:00:00Z', from: 'you', text: 'Hej', documentIds: [] }, { id: 'm3', at: '2026-11-24T12:00:00Z', from: 'municipality', text: 'Nu är det klart.', documentIds: [] }] });
    const { widget, cases } = await opened({ oneCase: inTurn<Awaited<ReturnType<CaseBackend['oneCase']>>>(ok(before), ok(after)) });
    setText(widget, 'Hej');
    button(widget, 'Skicka').click();
    await until(() => text(widget).includes('Nu är det klart.'));
    await until(() => cases.calls.markRead.length, 'a word that it was read');
  });
});

describe('a file in a reply', () => {
  const sending = () => {
    const tell = deferred<(state: FileOnItsWay) => void>();
    const done = { resumed: 0, cancelled: 0 };
    const sendFile: CaseBackend['sendFile'] = (_file, onChange) => {
      tell.resolve(onChange);
      return { resume: () => { done.resumed += 1; }, cancel: async () => { done.cancelled += 1; } };
    };
    return { sendFile, tell: tell.promise, done };
  };

  it('is looked at before a byte is sent', async () => {
    const { widget, cases } = await opened();
    choose(widget, file('stor.pdf', 10 * 1024 * 1024 + 1), file('bild.heic', 5, 'image/heic'), file('tom.pdf', 0), file('lur.pdf', 5, 'text/html'), file('bra.png', 5, 'image/png'));
    await until(() => all(widget, '[data-file]').length === 5);
    const rows = all(widget, '[data-file]').map((row) => row.textContent!.replaceAll(/\s+/g, ' '));
    expect(rows[0]).to.include('Filen är för stor. Den är 10,1 MB, och en fil får vara högst 10 MB.');
    expect(rows[1]).to.include('Filen går inte att använda. Välj PDF, JPG eller PNG.');
    expect(rows[2]).to.include('Filen är tom');
    expect(rows[3]).to.include('går inte att använda');
    await until(() => all(widget, '[data-file]')[4]!.textContent!.includes('Uppladdad'));
    expect(cases.calls.sendFile.map(([one]) => one.name)).to.deep.equal(['bra.png']);
    await expectAccessible(widget);
  });

  it('shows how far it has come, and goes on after a cut', async () => {
    const { sendFile, tell, done } = sending();
    const { widget, cases } = await opened({ sendFile });
    choose(widget, file('intyg.pdf', 200));
    const move = await tell;
    move({ at: 'sending', sent: 90 });
    await until(() => find<HTMLProgressElement>(widget, 'progress')?.value === 90);
    expect(find(widget, 'progress')!.getAttribute('aria-label')).to.equal('Laddar upp intyg.pdf');
    expect(text(widget)).to.include('Laddar upp, 45 %');
    await expectAccessible(widget);
    move({ at: 'stopped', problem: { code: 'offline' }, forGood: false, id: 'u1' });
    await until(() => cases.calls.saveDraft.length, 'the draft that names the file');
    expect(cases.calls.saveDraft.at(-1)![1].uploadIds).to.deep.equal(['u1']);
    await until(() => text(widget).includes('Uppladdningen stannade. Du verkar sakna internet'));
    button(widget, 'Fortsätt').click();
    expect(done.resumed).to.equal(1);
    move({ at: 'sent', id: 'u1' });
    await until(() => text(widget).includes('Uppladdad'));
  });

  it('that the backend has refused is not sent again', async () => {
    const { sendFile, tell } = sending();
    const { widget } = await opened({ sendFile });
    choose(widget, file('intyg.pdf', 200));
    (await tell)({ at: 'stopped', problem: { code: 'upload-type-not-allowed', status: 415 }, forGood: true });
    await until(() => text(widget).includes('Det som filen innehåller är inte PDF, JPG eller PNG'));
    expect(button(widget, 'Fortsätt')).to.equal(undefined);
    await expectAccessible(widget);
  });

  it('holds the reply back until it is there', async () => {
    const { sendFile } = sending();
    const { widget, cases } = await opened({ sendFile });
    await write(widget, 'Hej');
    choose(widget, file('intyg.pdf'));
    button(widget, 'Skicka').click();
    await until(() => text(widget).includes('Vänta tills alla filer är uppladdade'));
    expect(cases.calls.sendReply).to.deep.equal([]);
  });

  it('can be cancelled, and the focus goes on to the next one', async () => {
    const { sendFile, done } = sending();
    const { widget } = await opened({ sendFile });
    choose(widget, file('a.pdf'), file('b.pdf'));
    await until(() => all(widget, '[data-file]').length === 2);
    await until(() => all(widget, 'progress').length === 2);
    const [first] = all(widget, '[data-remove]');
    first!.focus();
    first!.click();
    await until(() => all(widget, '[data-file]').length === 1);
    await until(() => focused()?.textContent === 'Avbryt: b.pdf', 'focus on the next file');
    await until(() => done.cancelled === 1);
    await until(() => announced().includes('a.pdf är borttagen'));
  });

  it('is told of as done, and so is the one that was done in the same moment', async () => {
    const { widget } = await opened();
    choose(widget, file('a.pdf'), file('b.pdf'));
    await until(() => announced().includes('a.pdf är uppladdad. b.pdf är uppladdad.'), 'both');
  });

  it('can be dropped on the form', async () => {
    const { widget, cases } = await opened();
    const transfer = new DataTransfer();
    transfer.items.add(file('dragen.pdf'));
    find(widget, '.reply')!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    await until(() => cases.calls.sendFile.length === 1);
  });

  it('is not what text dropped in the field is taken for', async () => {
    const { widget, cases } = await opened();
    const transfer = new DataTransfer();
    transfer.setData('text/plain', 'Hej');
    const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    find(widget, '.reply')!.dispatchEvent(drop);
    expect(drop.defaultPrevented).to.equal(false);
    expect(cases.calls.sendFile).to.deep.equal([]);
  });
});
