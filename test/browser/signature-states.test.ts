import { expect } from 'chai';
import type { Signing } from '../../src/contract/signing.ts';
import type { SigningBackend } from '../../src/client/signing-backend.ts';
import { expectAccessible } from '../support/accessible.ts';
import { deferred } from '../support/deferred.ts';
import { ok, refused } from '../support/fake-backend.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { fixture } from '../support/fixture.ts';
import { press } from '../support/keys.ts';
import { until } from '../support/until.ts';
import {
  all, announced, box, button, completeSigning, fakeSigning, find, heading, heard, loggedOut, login, other, refresh, sampleSigning, showing, text, token, waitingItems, waitingSigning, you,
} from './signature.page.ts';

const stopped = (reason: string, changes: Partial<Signing> = {}) => sampleSigning({ state: 'stopped', stopped: reason, can: [], ...changes });
const untold = stopped('contact', { parties: [], document: undefined, child: undefined, title: 'Plats i förskola' } as Partial<Signing>);

/** Every state, with the heading and the words that tell of it, and the way on. */
const states: [what: string, signing: Signing, heading: string, says: string[], ways: string[]][] = [
  ['waits for oneself first', sampleSigning(), 'Läs och skriv under', ['Alla vårdnadshavare ska skriva under.', 'söndag 20 december 2026', 'Alva', 'Version 1', 'Haganässkolans förskola', 'Vi intygar att uppgifterna stämmer', '0 av 2 har skrivit under'], ['Skriv under med BankID på den här enheten', 'Jag vill inte skriva under', 'Ta tillbaka ansökan', 'Ändra ansökan']],
  ['waits for oneself last', sampleSigning({ parties: [you({ applied: false }), { ...other({ state: 'signed', can: [] }), applied: true }], can: ['sign', 'decline'] }), 'Läs och skriv under', ['Erik Exempelsson har skrivit under. Nu är det din tur.'], ['Skriv under med BankID', 'Jag vill inte skriva under']],
  ['waits for the other, who has got the mail', waitingSigning(), 'Väntar på en underskrift till', ['Du skrev under 21 november 2026 kl. 14.05', '1 av 2 har skrivit under', 'Har fått mejlet', 'e•••@e•••.se'], ['Rätta adressen', 'Skicka igen', 'Skriv under nu på den här enheten']],
  ['waits for the other, who has opened it', waitingSigning({ parties: [you({ state: 'signed' }), other({ state: 'opened', at: '2026-11-21T08:00:00Z' })] }), 'Väntar på en underskrift till', ['Har öppnat ansökan', '21 november 2026 kl. 09.00'], ['Skicka igen']],
  ['waits for the other, to whom the mail is on its way', waitingSigning({ parties: [you({ state: 'signed' }), other({ state: 'invited', contact: { address: 'e•••@e•••.se', language: 'sv', notice: { state: 'queued', at: '2026-11-20T12:00:00Z' } } })] }), 'Väntar på en underskrift till', ['Mejlet är på väg'], ['Rätta adressen']],
  ['waits for the other, whose mail came back', waitingSigning({ parties: [you({ state: 'signed' }), other({ state: 'undeliverable' })] }), 'Väntar på en underskrift till', ['Mejlet kom inte fram', 'E-postadress till den andra vårdnadshavaren'], ['Spara och skicka']],
  ['has signed alone and need not wait for one who need not', sampleSigning({ rule: 'single-custody', parties: [you()] }), 'Läs och skriv under', ['Du är ensam vårdnadshavare enligt folkbokföringen. Därför räcker din underskrift.', '0 av 1 har skrivit under'], ['Skriv under med BankID']],
  ['takes one signature', sampleSigning({ rule: 'one', parties: [you(), other({ state: 'notRequired', can: [] })] }), 'Läs och skriv under', ['Det räcker att en vårdnadshavare skriver under.', 'Behöver inte skriva under'], ['Skriv under med BankID']],
  ['was changed after a signature', sampleSigning({ changedAt: '2026-11-22T10:00:00Z' }), 'Läs och skriv under', ['Ansökan ändrades 22 november 2026 kl. 11.00, efter att någon hade skrivit under. Därför måste alla skriva under på nytt.'], ['Skriv under med BankID']],
  ['is complete', completeSigning(), 'Alla har skrivit under', ['AK-2026-0042', '21 november 2026 kl. 14.05', '22 november 2026 kl. 09.30', 'Du får besked om plats inom fyra veckor.'], ['Ladda ner kvitto (PDF)', 'Till Mina ärenden']],
  ['is complete with one signature', completeSigning({ rule: 'single-custody', parties: [you({ state: 'signed' })] }), 'Ansökan är underskriven', ['AK-2026-0042'], ['Ladda ner kvitto (PDF)']],
  ['was declined by the other', sampleSigning({ state: 'declined', can: [], parties: [you({ state: 'signed' }), other({ state: 'declined', can: [], reason: 'Vi är inte överens.' })] }), 'Ansökan skickas inte in', ['Erik Exempelsson har valt att inte skriva under', 'Vi är inte överens.', 'Skriver inte under'], ['0476-550 00', 'Till Mina ärenden']],
  ['was declined by somebody who is no longer named', sampleSigning({ state: 'declined', can: [], parties: [], document: undefined, child: undefined } as Partial<Signing>), 'Ansökan skickas inte in', ['En vårdnadshavare har valt att inte skriva under.'], ['0476-550 00', 'Till Mina ärenden']],
  ['waits for two others', waitingSigning({ parties: [you({ state: 'signed', at: '2026-11-21T13:05:00Z' }), other(), other({ id: 'p3', displayName: 'Rut Exempelsson' })] }), 'Väntar på 2 underskrifter till', ['1 av 3 har skrivit under'], ['Ta tillbaka ansökan']],
  ['has expired', sampleSigning({ state: 'expired', can: [] }), 'Tiden har gått ut', ['Alla hade inte skrivit under 20 december 2026'], ['Gör en ny ansökan', '0476-550 00']],
  ['was withdrawn by oneself', sampleSigning({ state: 'withdrawn', can: [] }), 'Ansökan är återkallad', ['Du tog tillbaka ansökan 20 november 2026'], ['Gör en ny ansökan']],
  ['was withdrawn by the other', sampleSigning({ state: 'withdrawn', can: [], parties: [you({ applied: false }), other({ can: [] })] }), 'Ansökan är återkallad', ['du behöver inte göra något'], ['Till Mina ärenden']],
  ['was stopped since custody has changed', stopped('custody-changed'), 'Vårdnaden har ändrats', ['Enligt folkbokföringen har vårdnaden om barnet ändrats'], ['Gör en ny ansökan', '0476-550 00']],
  ['was stopped since the child is of age', stopped('child-of-age'), 'Barnet har fyllt 18 år', ['Den som är myndig ansöker själv.'], ['Använd en blankett', '0476-550 00']],
  ['was stopped for what is told to nobody', untold, 'Ansökan går inte att skriva under här', ['Den är inte inskickad.'], ['Använd en blankett', '0476-550 00', 'info@almhult.se']],
  ['has a state of a later version', sampleSigning({ state: 'resting', can: [], parties: [you({ state: 'signed', at: '2026-11-21T13:05:00Z' }), other({ state: 'dreaming', can: [] })] }), 'Väntar på en underskrift till', ['Har inte skrivit under'], ['Till Mina ärenden']],
];

describe('a signing that', () => {
  for (const [what, signing, title, says, ways] of states) {
    it(`${what} says so in words, shows the way on and can be used by everybody`, async () => {
      const { widget } = await showing(title, fakeSigning(signing));
      for (const words of says) expect(text(widget)).to.include(words);
      for (const way of ways) expect(button(widget, way), way).to.not.equal(undefined);
      await expectAccessible(widget);
    });
  }
});

describe('a guardian whom the register does not tell of', () => {
  it('is named nowhere, and neither is the child nor what was applied for', async () => {
    const { widget } = await showing('Ansökan går inte att skriva under här', fakeSigning(untold));
    expect(all(widget, '.party, .paper, .count')).to.deep.equal([]);
    expect(text(widget)).to.not.match(/Alva|Erik|Har skrivit under|skyddad|avliden/);
  });

  it('is the other guardian where a name may not be shown', async () => {
    const { displayName: _, ...unnamed } = other({ state: 'invited', can: [] });
    const { widget } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning({ parties: [you({ state: 'signed' }), unnamed] })));
    expect(all(widget, '.who').map((one) => one.textContent)).to.deep.equal(['Tess Testsson (du)', 'Den andra vårdnadshavaren']);
  });
});

describe('what is to be signed', () => {
  it('is found by the case that the page names', async () => {
    const { signing } = await showing('Läs och skriv under', undefined, '<kommun-guardian-signature case="c7"></kommun-guardian-signature>');
    expect(signing.calls.signing[0]![0]).to.equal('c7');
    expect(signing.calls.waitingSignings).to.deep.equal([]);
  });

  it('is found by the case that the page\'s address names', async () => {
    const url = new URL(location.href);
    url.searchParams.set('kommun-case', 'c8');
    history.replaceState(null, '', url);
    const { signing } = await showing('Läs och skriv under');
    url.searchParams.delete('kommun-case');
    history.replaceState(null, '', url);
    expect(signing.calls.signing[0]![0]).to.equal('c8');
  });

  it('is the one case that waits when the page names none', async () => {
    const { signing } = await showing('Läs och skriv under');
    expect(signing.calls.signing[0]![0]).to.equal('c1');
  });

  it('is chosen from a short list when several wait, by keyboard as well', async () => {
    const { widget, signing } = await showing('Välj vad du vill skriva under', fakeSigning(undefined, { waitingSignings: async () => ok(waitingItems('c1', 'c2')) }));
    await expectAccessible(widget);
    all(widget, '.choices button')[1]!.focus();
    await press('Enter');
    await until(() => heading(widget) === 'Läs och skriv under');
    expect(signing.calls.signing[0]![0]).to.equal('c2');
    expect(widget.shadowRoot!.activeElement?.id).to.equal('step');
  });

  it('is nothing when nothing waits, and the rest is a link away', async () => {
    const { widget } = await showing('Inget väntar på din underskrift', fakeSigning(undefined, { waitingSignings: async () => ok({ items: [] }) }));
    expect((button(widget, 'Till Mina ärenden') as HTMLAnchorElement).href).to.equal('https://kommun.example/mina-sidor/');
    await expectAccessible(widget);
  });

  it('is never nothing when it could not be asked for', async () => {
    let answer = refused({ code: 'unreachable' }) as Awaited<ReturnType<SigningBackend['waitingSignings']>>;
    const { widget } = await showing('Vi når inte tjänsten just nu', fakeSigning(undefined, { waitingSignings: async () => answer }));
    await expectAccessible(widget);
    answer = ok(waitingItems('c1'));
    button(widget, 'Försök igen').click();
    await until(() => heading(widget) === 'Läs och skriv under');
    expect(widget.shadowRoot!.activeElement?.id).to.equal('step');
  });

  it('is somebody else\'s case to whoever may not see it', async () => {
    const { widget } = await showing('Ärendet går inte att visa', fakeSigning(undefined, { signing: async () => refused({ code: 'case-not-found', status: 404 }) }), '<kommun-guardian-signature case="c9"></kommun-guardian-signature>');
    expect(text(widget)).to.include('Det som väntar på dig finns under Mina ärenden.');
    expect(button(widget, 'Försök igen')).to.equal(undefined);
    expect(button(widget, 'Till Mina ärenden')).to.not.equal(undefined);
    await expectAccessible(widget);
  });

  it('is nothing where a case has no signing', async () => {
    const { widget } = await showing('Det finns inget att skriva under här', fakeSigning(undefined, { signing: async () => refused({ code: 'signing-not-found', status: 404 }) }), '<kommun-guardian-signature case="c9"></kommun-guardian-signature>');
    expect(button(widget, 'Försök igen')).to.equal(undefined);
    expect(button(widget, 'Till Mina ärenden')).to.not.equal(undefined);
  });

  it('is drawn as text, whatever it holds', async () => {
    const document = { ...sampleSigning().document!, blocks: [{ kind: 'paragraph', text: '<img src=x onerror=alert(1)>' }, { kind: 'later', text: 'Av en senare version', rows: [{ label: 'Etikett', value: 'Värde' }] }] };
    const { widget } = await showing('Läs och skriv under', fakeSigning(sampleSigning({ document })));
    expect(find(widget, '.paper img')).to.equal(null);
    expect(find(widget, '.paper')!.textContent).to.include('<img src=x').and.include('Av en senare version').and.include('Värde');
  });

  it('keeps its own language on a page in another, and says which one counts', async () => {
    const { widget } = await showing('Read and sign', undefined, '<kommun-guardian-signature lang="en"></kommun-guardian-signature>');
    expect(find(widget, '.paper')!.lang).to.equal('sv');
    expect(text(widget)).to.include('The Swedish text is the one that counts.');
    await expectAccessible(widget);
  });

  it('fits into 320 pixels in every state', async () => {
    for (const [, signing, title] of states) {
      const { widget } = await showing(title, fakeSigning(signing), '<div style="inline-size: 288px"><kommun-guardian-signature></kommun-guardian-signature></div>');
      expect(box(widget).scrollWidth, title).to.be.at.most(288);
    }
  });
});

describe('a link in a mail', () => {
  const invited = { open: 'login', service: { id: 'forskola', name: { sv: 'Plats i förskola' } }, expiresAt: '2026-12-20T22:59:59Z' } as const;
  const follow = () => history.replaceState(null, '', `${location.pathname}${location.search}#${token}`);

  it('leaves no token in the address, in storage or on the page', async () => {
    follow();
    const { widget, signing } = await showing('Läs och skriv under');
    expect(location.hash).to.equal('');
    expect(signing.calls.openInvitation[0]![0]).to.equal(token);
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).to.not.include(token);
    expect(document.documentElement.outerHTML + widget.shadowRoot!.innerHTML).to.not.include(token);
  });

  it('asks for a login first and shows no name, and leads to the case when one is logged in', async () => {
    follow();
    let inside = false;
    const portal = loggedOut();
    const { widget, signing } = await showing('Du har blivit ombedd att skriva under', fakeSigning(undefined, { openInvitation: async () => ok(inside ? { open: 'case', case: 'c1' } : invited) }), undefined, {
      ...portal,
      startSession: async (request) => ((inside = true), portal.startSession!(request)),
    });
    expect(text(widget)).to.include('Det gäller Plats i förskola. Sista dag är söndag 20 december 2026.').and.not.match(/Erik|Alva|Tess/);
    expect(signing.calls.signing).to.deep.equal([]);
    await expectAccessible(widget);
    const door = await until(() => login(widget), 'the login');
    (await until(() => find(door, '[data-choice="bankid/other"]'), 'the e-IDs')).click();
    await until(() => heading(widget) === 'Läs och skriv under');
    await until(() => widget.shadowRoot!.activeElement?.id === 'step', 'focus on what is to be signed');
  });

  it('that is dead says where the case is, and whoever logs in still finds it', async () => {
    follow();
    const { widget } = await showing('Länken gäller inte längre', fakeSigning(undefined, { openInvitation: async () => refused({ code: 'invitation-not-valid', status: 410 }) }), undefined, loggedOut());
    expect(text(widget)).to.include('Mina ärenden');
    expect((button(widget, 'Till Mina ärenden') as HTMLAnchorElement).href).to.equal('https://kommun.example/mina-sidor/');
    await expectAccessible(widget);
    (await until(() => login(widget) && find(login(widget)!, '[data-choice="bankid/other"]'), 'the e-IDs')).click();
    await until(() => heading(widget) === 'Läs och skriv under');
  });

  it('that is for somebody else says that and no more, and lets them log in instead', async () => {
    follow();
    let first = true;
    const { widget, signing, backend } = await showing('Inbjudan gäller en annan person', fakeSigning(undefined, {
      openInvitation: async () => (first ? refused({ code: 'invitation-not-for-you', status: 403 }) : ok(invited)),
    }), undefined, { endSession: async () => ((first = false), ok({ loggedOut: true, advice: [] })) });
    expect(text(widget)).to.include('Du är inloggad som Tess Testsson').and.not.match(/Erik|Alva|förskola/);
    await expectAccessible(widget);
    button(widget, 'Logga ut och byt person').click();
    await until(() => heading(widget) === 'Du har blivit ombedd att skriva under');
    expect(backend.calls.endSession).to.have.length(1);
    expect(signing.calls.openInvitation.map(([given]) => given)).to.deep.equal([token, token]);
    await until(() => login(widget), 'the login');
  });

  it('that cannot be followed now can be tried again', async () => {
    follow();
    let answer = refused({ code: 'timed-out' }) as Awaited<ReturnType<SigningBackend['openInvitation']>>;
    const { widget } = await showing('Tjänsten svarar inte', fakeSigning(undefined, { openInvitation: async () => answer }));
    answer = ok({ open: 'case', case: 'c1' });
    button(widget, 'Försök igen').click();
    await until(() => heading(widget) === 'Läs och skriv under');
  });

  it('works on a page that is open already', async () => {
    const { signing } = await showing('Läs och skriv under');
    location.hash = token;
    await until(() => signing.calls.openInvitation.length === 1, 'the link to be followed');
    await until(() => location.hash === '', 'the address without the token');
  });

  it('is not mistaken for a place on the page', async () => {
    history.replaceState(null, '', '#hur-skriver-den-andra-vardnadshavaren-under');
    const { signing } = await showing('Läs och skriv under');
    expect(signing.calls.openInvitation).to.deep.equal([]);
    expect(location.hash).to.equal('#hur-skriver-den-andra-vardnadshavaren-under');
  });
});

describe('somebody who is not logged in', () => {
  it('logs in right here', async () => {
    const { widget } = await showing('Skriv under', undefined, undefined, loggedOut());
    await until(() => login(widget), 'the login');
    expect(text(widget)).to.include('Logga in för att se det som väntar på din underskrift.');
    await expectAccessible(widget);
  });

  it('no longer shows anything of what was on the screen', async () => {
    const portal = loggedOut();
    await portal.startSession!({ orderId: 'o' });
    const { widget } = await showing('Läs och skriv under', undefined, undefined, portal);
    const door = await until(() => login(widget), 'who is logged in');
    (await until(() => button(door, 'Logga ut'))).click();
    await until(() => heading(widget) === 'Skriv under');
    expect(text(widget)).to.not.match(/Erik|Alva/);
  });
});

describe('somebody who may no longer see the case', () => {
  const gone = refused({ code: 'case-not-found', status: 404 });

  it('has nothing of it left on the screen at the next look, and hears why', async () => {
    let isGone = false;
    const signing: ReturnType<typeof fakeSigning> = fakeSigning(sampleSigning(), {
      signing: async () => (isGone ? gone : ok({ signing: signing.now, etag: undefined })),
    });
    const { widget } = await showing('Läs och skriv under', signing);
    isGone = true;
    refresh();
    await until(() => heading(widget) === 'Ärendet går inte att visa');
    expect(text(widget)).to.not.match(/Erik|Alva|Vi når inte tjänsten/);
    expect(button(widget, 'Till Mina ärenden')).to.not.equal(undefined);
    await until(() => announced().includes('Ärendet går inte att visa.'), 'the words');
  });

  it('has nothing of it left when what they did was refused for it', async () => {
    const { widget } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning(), { withdraw: async () => gone }));
    button(widget, 'Ta tillbaka ansökan').click();
    await until(() => heading(widget) === 'Vill du ta tillbaka ansökan?');
    button(widget, 'Ta tillbaka ansökan').click();
    await until(() => heading(widget) === 'Ärendet går inte att visa');
    expect(text(widget)).to.not.match(/Erik|Alva/);
    await until(() => widget.shadowRoot!.activeElement?.id === 'step', 'focus on why');
  });
});

describe('what the other guardian does', () => {
  const change = (signing: ReturnType<typeof fakeSigning>, changes: Partial<Signing>) => {
    signing.now = { ...signing.now, ...changes };
    refresh();
  };

  it('appears without a reload and is said once, and the focus stays', async () => {
    const { widget, signing } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    const said = heard();
    const ended: string[] = [];
    widget.addEventListener('kommun-signing-ended', (event) => ended.push(`${event.caseId} ${event.state}`));
    button(widget, 'Skicka igen').focus();
    change(signing, { parties: [you({ state: 'signed' }), other({ state: 'opened' })] });
    await until(() => text(widget).includes('Har öppnat ansökan'));
    await until(() => said.includes('Erik Exempelsson: Har öppnat ansökan.'), 'the words');
    expect(widget.shadowRoot!.activeElement?.textContent).to.equal('Skicka igen');
    change(signing, completeSigning());
    await until(() => heading(widget) === 'Alla har skrivit under' || !refresh());
    await until(() => said.includes('Alla har skrivit under. Ansökan är inskickad.'), 'the words');
    expect(ended).to.deep.equal(['c1 complete']);
    expect(said).to.deep.equal(['Erik Exempelsson: Har öppnat ansökan.', 'Alla har skrivit under. Ansökan är inskickad.']);
    expect(document.querySelector('body > [role=alert]')!.textContent).to.equal('');
  });

  it('is not undone by an answer that is slower than the one after it', async () => {
    const slow = deferred<Awaited<ReturnType<SigningBackend['signing']>>>();
    const answers = [ok({ signing: waitingSigning(), etag: undefined }), slow.promise, ok({ signing: completeSigning(), etag: undefined })];
    const { widget, signing } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning(), { signing: async () => answers.shift()! }));
    const ended: string[] = [];
    widget.addEventListener('kommun-signing-ended', (event) => ended.push(event.state));
    refresh();
    await until(() => signing.calls.signing.length === 2, 'a look');
    dispatchEvent(new Event('online'));
    await until(() => heading(widget) === 'Alla har skrivit under');
    let isRead = false;
    slow.resolve({ get ok() { isRead = true; return true as const; }, value: { signing: waitingSigning(), etag: undefined } });
    await until(() => isRead, 'the slow answer to be read');
    expect(heading(widget)).to.equal('Alla har skrivit under');
    expect(ended).to.deep.equal(['complete']);
  });

  it('is told at once when it is a mail that came back, with the correction in place', async () => {
    const { widget, signing } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    change(signing, { parties: [you({ state: 'signed' }), other({ state: 'undeliverable' })] });
    await until(() => find(widget, '#email-p2'), 'where to write the right address');
    await until(() => announced().includes('Mejlet till Erik Exempelsson kom inte fram.'), 'the words');
  });

  it('is told as well when they have opened the application since the mail was sent', async () => {
    const opened = other({ state: 'opened' });
    const { widget, signing } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning({ parties: [you({ state: 'signed' }), opened] })));
    const returned = { ...opened, contact: { ...opened.contact!, notice: { state: 'undeliverable', at: '2026-11-21T08:00:00Z' } } };
    change(signing, { parties: [you({ state: 'signed' }), returned] });
    await until(() => find(widget, '#email-p2'), 'where to write the right address');
    await until(() => announced().includes('Mejlet till Erik Exempelsson kom inte fram. Rätta adressen'), 'the words');
    expect(text(widget)).to.include('Har öppnat ansökan');
    await expectAccessible(widget);
  });

  it('is not waited for to be told that a mail to oneself came back', async () => {
    const { widget, signing } = await showing('Läs och skriv under');
    const contact = { address: 't•••@e•••.se', language: 'sv', notice: { state: 'undeliverable', at: '2026-11-21T08:00:00Z' } };
    change(signing, { parties: [you({ can: ['stateContact'], contact }), other()] });
    await until(() => find(widget, '#email-p1'), 'where to write the right address');
    await until(() => announced().includes('Mejlet till dig kom inte fram.'), 'the words');
  });

  it('is asked for with the mark of what is known, and costs no new telling', async () => {
    const { widget, signing } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    refresh();
    await until(() => signing.calls.signing.length > 1, 'a look');
    expect(signing.calls.signing.at(-1)![1]).to.equal(JSON.stringify(signing.now));
    expect(heading(widget)).to.equal('Väntar på en underskrift till');
  });

  it('is not asked for when nothing more can happen', async () => {
    const { signing } = await showing('Alla har skrivit under', fakeSigning(completeSigning()));
    refresh();
    await Promise.resolve();
    expect(signing.calls.signing).to.have.length(1);
  });

  it('is missed while the line is lost, which is said, and what is known stays', async () => {
    let lost = false;
    const signing: ReturnType<typeof fakeSigning> = fakeSigning(waitingSigning(), {
      signing: async () => (lost ? refused({ code: 'offline' }) : ok({ signing: signing.now, etag: undefined })),
    });
    const { widget } = await showing('Väntar på en underskrift till', signing);
    lost = true;
    refresh();
    await until(() => text(widget).includes('Det som visas kan vara gammalt.'));
    expect(text(widget)).to.include('Erik Exempelsson');
    await expectAccessible(widget);
  });

  it('was the last signature, and the receipt that cannot be had just now is said to be so', async () => {
    let isLost = false;
    const signing = fakeSigning(completeSigning(), { signing: async () => (isLost ? refused({ code: 'offline' }) : ok({ signing: completeSigning(), etag: undefined })) });
    const { widget } = await showing('Alla har skrivit under', signing);
    isLost = true;
    button(widget, 'Ladda ner kvitto').click();
    await until(() => text(widget).includes('Kvittot är inte sparat. Du verkar sakna internet.'));
    await until(() => announced().includes('Kvittot är inte sparat.'), 'the words');
    await expectAccessible(widget);
  });

  it('was to change the text under the eyes of whoever reads it, which is said before they sign', async () => {
    const { widget, signing } = await showing('Läs och skriv under');
    change(signing, { document: { ...sampleSigning().document!, version: 2 } });
    await until(() => text(widget).includes('Ansökan ändrades medan du läste. Läs igenom den nya versionen.'));
    expect(text(widget)).to.include('Version 2');
    await until(() => announced().includes('Ansökan ändrades medan du läste.'), 'the words');
  });

  it('was seen on another device too, when it was the person\'s own', async () => {
    const { widget, signing } = await showing('Läs och skriv under');
    change(signing, waitingSigning());
    await until(() => heading(widget) === 'Väntar på en underskrift till');
    await until(() => announced().includes('Du har skrivit under på ett annat ställe.'), 'the words');
    expect(find(widget, '[data-choice]')).to.equal(null);
  });
});

it('a page without a backend is told so', async () => {
  const widget = await fixture('<kommun-guardian-signature></kommun-guardian-signature>');
  await until(() => heading(widget) === 'Tjänsten är stängd just nu');
  expect(editorWarnings().join()).to.include('Adressen till kommunens tjänst saknas.');
});
