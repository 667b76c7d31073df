import { expect } from 'chai';
import type { EidOrder } from '../../src/contract/eid-order.ts';
import { expectAccessible } from '../support/accessible.ts';
import { deferred } from '../support/deferred.ts';
import { inTurn, ok, refused, sampleConfig, sampleOrder, sampleSession } from '../support/fake-backend.ts';
import { press, type } from '../support/keys.ts';
import { until } from '../support/until.ts';
import {
  all, announced, button, completeSigning, config, fakeSigning, find, heading, loggedOut, login, other, refresh, sampleSigning, showing, text, token, waitingItems, waitingSigning, you,
} from './signature.page.ts';

const focusedId = (widget: Element) => widget.shadowRoot!.activeElement?.id;
const choice = (widget: Element, id = 'bankid/other') => find(widget, `[data-choice="${id}"]`)!;
const order = (changes: Partial<EidOrder>) => ok(sampleOrder({ purpose: 'sign', pollAfterMs: 1, ...changes }));

/** A widget where somebody has pressed to sign, and whose order then goes through `later`. */
async function signing(later: Partial<EidOrder>[], fake = fakeSigning()) {
  const orders = later.map(order);
  const made = await showing('Läs och skriv under', fake, undefined, { eidOrder: inTurn(orders[0]!, ...orders.slice(1)) });
  choice(await until(() => choice(made.widget) && made.widget, 'the e-IDs')).click();
  return made;
}

describe('signing with an e-ID', () => {
  it('goes the same way as a login, in words of its own, and ends in a receipt', async () => {
    const { widget, signing: fake } = await signing([{ state: 'waitingForScan' }, { state: 'userActing', hint: 'userSign' }, { state: 'userActing', hint: 'userSign' }, { state: 'complete' }], fakeSigning(undefined, { sign: async () => ok(completeSigning()) }));
    let signed = '';
    widget.addEventListener('kommun-case-signed', (event) => { signed = event.caseId; });
    await until(() => text(widget).includes('Skriv din säkerhetskod i appen BankID och välj att skriva under.'), 'the words of a signature');
    await until(() => heading(widget) === 'Alla har skrivit under');
    expect(focusedId(widget)).to.equal('step');
    expect(signed).to.equal('c1');
    expect(fake.calls.sign).to.deep.equal([['c1', 'order-1']]);
    const receipt = button(widget, 'Ladda ner kvitto (PDF)') as HTMLAnchorElement;
    expect(new URL(receipt.href).pathname).to.match(/\/cases\/c1\/signing\/receipt$/);
  });

  it('asks for the version that is on the screen, and leaves the text and its sum to the backend', async () => {
    const { widget, signing: fake } = await signing([{}]);
    await until(() => find(widget, '.qr path'), 'the QR code');
    expect(heading(widget)).to.equal('Läs av QR-koden');
    expect(focusedId(widget)).to.equal('step');
    expect(fake.calls.startSigningOrder).to.deep.equal([['c1', { provider: 'bankid', device: 'other', version: 1 }]]);
    await expectAccessible(widget);
  });

  it('is offered with the e-IDs that can sign, and no others', async () => {
    const [bankId, another] = sampleConfig().eidProviders;
    const eidProviders = [{ ...bankId!, purposes: ['login', 'sign'] }, { ...another!, purposes: ['login', 'test'] }];
    const { widget } = await showing('Läs och skriv under', fakeSigning(), undefined, { config: async () => ok(sampleConfig({ eidProviders })) });
    await until(() => choice(widget), 'the e-IDs');
    expect([...widget.shadowRoot!.querySelectorAll('.name')].map((one) => one.textContent)).to.deep.equal(['BankID']);
  });

  it('can be begun by keyboard, and given up, and one is back at what one pressed', async () => {
    const { widget, backend } = await showing('Läs och skriv under');
    (await until(() => choice(widget), 'the e-IDs')).focus();
    await press('Enter');
    await until(() => find(widget, '.qr path'), 'the QR code');
    button(widget, 'Avbryt').click();
    await until(() => (widget.shadowRoot!.activeElement as HTMLElement | null)?.dataset['choice'] === 'bankid/other', 'focus on the e-ID');
    await until(() => backend.calls.cancelEidOrder.length, 'the order to be cancelled');
  });

  it('that the person gives up in the app says that nothing is signed', async () => {
    const { widget } = await signing([{ state: 'failed', hint: 'userCancel', failure: { code: 'eid-cancelled', advice: ['tryAgain', 'useOtherProvider'] } }]);
    await until(() => heading(widget) === 'Underskriften avbröts');
    expect(text(widget)).to.include('Du avbröt i appen. Inget är underskrivet.');
    await expectAccessible(widget);
    button(widget, 'Skriv under på ett annat sätt').click();
    await until(() => heading(widget) === 'Läs och skriv under');
  });

  it('with somebody else\'s e-ID signs nothing, and says so', async () => {
    const { widget } = await signing([{ state: 'complete' }], fakeSigning(undefined, { sign: async () => refused({ code: 'signer-mismatch', status: 403 }) }));
    await until(() => heading(widget) === 'Någon annans e-legitimation användes');
    expect(text(widget)).to.include('Inget är underskrivet.');
    await expectAccessible(widget);
    expect(button(widget, 'Försök igen')).to.not.equal(undefined);
  });

  it('survives a lost answer', async () => {
    const answers = inTurn<ReturnType<typeof ok<ReturnType<typeof completeSigning>>> | ReturnType<typeof refused>>(refused({ code: 'unreachable' }), ok(completeSigning()));
    const { widget, signing: fake } = await signing([{ state: 'complete' }], fakeSigning(undefined, { sign: answers }));
    await until(() => heading(widget) === 'Alla har skrivit under', 'the receipt', 4000);
    expect(fake.calls.sign.map(([, id]) => id)).to.deep.equal(['order-1', 'order-1']);
  });

  it('is said to be saved while a register does not answer, and is then taken in', async () => {
    const answers = inTurn<ReturnType<typeof ok<ReturnType<typeof completeSigning>>> | ReturnType<typeof refused>>(refused({ code: 'register-unreachable', status: 503 }), ok(completeSigning()));
    const { widget } = await signing([{ state: 'complete' }], fakeSigning(undefined, { sign: answers }));
    await until(() => text(widget).includes('Din underskrift är sparad. Ett register svarar inte just nu'), 'why it takes time');
    expect(text(widget)).to.not.include('Kopplar upp igen');
    await until(() => announced().includes('Din underskrift är sparad.'), 'the words');
    await until(() => heading(widget) === 'Alla har skrivit under', 'the receipt', 4000);
  });

  for (const [what, code, now, title] of [
    ['a text that has been changed shows the new one', 'document-changed', sampleSigning({ document: { ...sampleSigning().document!, version: 2 } }), 'Ansökan har ändrats'],
    ['what one has signed on another device shows that', 'already-signed', waitingSigning(), 'Du har redan skrivit under'],
    ['what has just ended shows how', 'signing-over', sampleSigning({ state: 'expired', can: [] }), 'Det går inte längre att skriva under'],
  ] as const) {
    it(`in ${what}, and why it was refused`, async () => {
      const fake = fakeSigning(undefined, { sign: async () => ((fake.now = now), refused({ code, status: 409 })) });
      const { widget } = await signing([{ state: 'complete' }], fake);
      await until(() => find(widget, '#fault')?.textContent?.startsWith(title), 'why it was refused');
      expect(focusedId(widget)).to.equal('fault');
      await until(() => fake.calls.signing.length > 1 && !button(widget, 'Avbryt'), 'what has happened');
      await expectAccessible(widget);
    });
  }

  it('in a case that has just become somebody else\'s leaves nothing of it on the screen', async () => {
    const { widget } = await signing([{ state: 'complete' }], fakeSigning(undefined, { sign: async () => refused({ code: 'case-not-found', status: 404 }) }));
    await until(() => heading(widget) === 'Ärendet går inte att visa');
    expect(text(widget)).to.not.match(/Erik|Alva/);
    expect(focusedId(widget)).to.equal('step');
  });

  it('at the very moment when the other signs is complete for both', async () => {
    const answer = deferred<ReturnType<typeof ok<ReturnType<typeof completeSigning>>>>();
    const fake = fakeSigning(undefined, { sign: () => answer.promise });
    const { widget } = await signing([{ state: 'complete' }], fake);
    await until(() => fake.calls.sign.length, 'the signature to be on its way');
    fake.now = { ...sampleSigning(), parties: [you(), other({ state: 'signed', can: [] })] };
    refresh();
    await until(() => fake.calls.signing.length > 1, 'a look');
    answer.resolve(ok(completeSigning()));
    await until(() => heading(widget) === 'Alla har skrivit under');
  });

  it('ends when it can lead nowhere any more', async () => {
    const fake = fakeSigning();
    const { widget, backend } = await signing([{}], fake);
    await until(() => find(widget, '.qr path'), 'the QR code');
    fake.now = sampleSigning({ state: 'withdrawn', can: [] });
    refresh();
    await until(() => heading(widget) === 'Ansökan är återkallad');
    await until(() => backend.calls.cancelEidOrder.length, 'the order to be cancelled');
    await until(() => announced().includes('Ansökan är återkallad.'), 'the words');
  });

  it('goes on in a page that was loaded anew on the way back from the app', async () => {
    let state = 'waitingForScan';
    const first = await showing('Läs och skriv under', fakeSigning(undefined, { sign: async () => ok(completeSigning()) }), undefined, { eidOrder: async () => order({ state }) });
    (await until(() => choice(first.widget), 'the e-IDs')).click();
    await until(() => find(first.widget, '.qr path'), 'the QR code');
    const [key, kept] = Object.entries({ ...sessionStorage }).find(([name]) => name.startsWith('kommun-sign:'))!;
    expect(Object.keys(JSON.parse(kept)).sort()).to.deep.equal(['about', 'hash', 'id', 'nonce', 'page', 'search', 'y']);
    expect(JSON.parse(kept).search).to.equal('');
    first.widget.remove();
    await until(() => !(key in sessionStorage), 'the order to be let go');

    sessionStorage.setItem(key, kept);
    state = 'complete';
    history.replaceState(null, '', `#kommun-sign.${JSON.parse(kept).nonce}`);
    await first.again('Alla har skrivit under');
    expect(first.signing.calls.sign).to.deep.equal([['c1', 'order-1']]);
    expect(location.hash).to.equal('');
  });
});

describe('declining', () => {
  async function declining(fake = fakeSigning()) {
    const made = await showing('Läs och skriv under', fake);
    button(made.widget, 'Jag vill inte skriva under').click();
    await until(() => heading(made.widget) === 'Vill du inte skriva under?');
    return made;
  }

  it('says what comes of it before it is done, and can be thought better of', async () => {
    const { widget, signing: fake } = await declining();
    expect(text(widget)).to.include('Då skickas ansökan inte in. Den andra vårdnadshavaren får veta att du inte skriver under.');
    expect(focusedId(widget)).to.equal('step');
    await expectAccessible(widget);
    button(widget, 'Nej, gå tillbaka').click();
    await until(() => focusedId(widget) === 'start-decline', 'focus where one came from');
    expect(fake.calls.decline).to.deep.equal([]);
  });

  it('needs no reason', async () => {
    const { widget, signing: fake } = await declining();
    button(widget, 'Skriv inte under').click();
    await until(() => heading(widget) === 'Ansökan skickas inte in');
    expect(fake.calls.decline).to.deep.equal([['c1', {}]]);
    expect(focusedId(widget)).to.equal('step');
    expect(text(widget)).to.include('Du har valt att inte skriva under.');
  });

  it('carries the reason that was written', async () => {
    const { widget, signing: fake } = await declining();
    find(widget, '#reason')!.focus();
    await type('Vi är inte överens.');
    button(widget, 'Skriv inte under').click();
    await until(() => text(widget).includes('Så här skrev du:'));
    expect(fake.calls.decline[0]![1]).to.deep.equal({ reason: 'Vi är inte överens.' });
  });

  it('with too long a reason says by how much, and loses nothing', async () => {
    const { widget, signing: fake } = await declining();
    const written = 'x'.repeat(512);
    find<HTMLTextAreaElement>(widget, '#reason')!.value = written;
    button(widget, 'Skriv inte under').click();
    await until(() => text(widget).includes('Texten är 12 tecken för lång.'));
    expect(find<HTMLTextAreaElement>(widget, '#reason')!.value).to.equal(written);
    expect(focusedId(widget)).to.equal('reason');
    expect(fake.calls.decline).to.deep.equal([]);
    await expectAccessible(widget);
  });

  it('that did not come through says so, and keeps what was written', async () => {
    const { widget } = await declining(fakeSigning(undefined, { decline: async () => refused({ code: 'unreachable' }) }));
    find<HTMLTextAreaElement>(widget, '#reason')!.value = 'Nej';
    button(widget, 'Skriv inte under').click();
    await until(() => focusedId(widget) === 'fault', 'focus on why');
    expect(find<HTMLTextAreaElement>(widget, '#reason')!.value).to.equal('Nej');
  });
});

describe('withdrawing', () => {
  it('asks first, and then it is done', async () => {
    const { widget, signing: fake } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    button(widget, 'Ta tillbaka ansökan').click();
    await until(() => heading(widget) === 'Vill du ta tillbaka ansökan?');
    await expectAccessible(widget);
    button(widget, 'Ta tillbaka ansökan').click();
    await until(() => heading(widget) === 'Ansökan är återkallad');
    expect(fake.calls.withdraw).to.deep.equal([['c1']]);
    expect(focusedId(widget)).to.equal('step');
  });

  it('tells nobody where nobody else signs', async () => {
    const { widget } = await showing('Läs och skriv under', fakeSigning(sampleSigning({ rule: 'single-custody', parties: [you()], can: ['sign', 'change', 'withdraw'] })));
    button(widget, 'Ta tillbaka ansökan').click();
    await until(() => heading(widget) === 'Vill du ta tillbaka ansökan?');
    expect(text(widget)).to.include('den går inte att skriva under längre.').and.not.include('De andra');
  });

  it('too late shows what came first', async () => {
    const fake = fakeSigning(waitingSigning(), { withdraw: async () => ((fake.now = completeSigning()), refused({ code: 'signing-over', status: 409 })) });
    const { widget } = await showing('Väntar på en underskrift till', fake);
    button(widget, 'Ta tillbaka ansökan').click();
    await until(() => heading(widget) === 'Vill du ta tillbaka ansökan?');
    button(widget, 'Ta tillbaka ansökan').click();
    await until(() => heading(widget) === 'Alla har skrivit under');
  });
});

describe('changing the application', () => {
  it('says that the signatures are lost before one goes there', async () => {
    const { widget } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    const link = button(widget, 'Ändra ansökan') as HTMLAnchorElement;
    expect(link.href).to.equal('https://kommun.example/forskola/?kommun-case=c1');
    expect(text(widget)).to.include('Om du ändrar ansökan gäller inte underskrifterna längre. Då måste alla skriva under på nytt.');
  });

  it('says nothing of signatures when there are none', async () => {
    const { widget } = await showing('Läs och skriv under');
    expect(text(widget)).to.not.include('gäller inte underskrifterna längre');
  });

  it('leads to no address that runs a script', async () => {
    const { widget } = await showing('Läs och skriv under', fakeSigning(sampleSigning({ service: { id: 'f', name: { sv: 'F' }, url: 'javascript:alert(1)' } })));
    expect(button(widget, 'Ändra ansökan')).to.equal(undefined);
  });
});

describe('how the other guardian is reached', () => {
  const noMail = () => fakeSigning(waitingSigning({ parties: [you({ state: 'signed' }), without(other({ state: 'invited', can: ['stateContact'] }))] }));
  const without = ({ contact: _, again: __, ...party }: ReturnType<typeof other>) => party;

  it('need not be stated: the inbox is a way too', async () => {
    const { widget } = await showing('Väntar på en underskrift till', noMail());
    expect(text(widget)).to.include('Ingen e-postadress är angiven.').and.include('skriver under där, under Mina ärenden.');
    await expectAccessible(widget);
  });

  it('is stated, and then seen masked', async () => {
    const { widget, signing: fake } = await showing('Väntar på en underskrift till', noMail());
    button(widget, 'Ange e-postadress').click();
    await until(() => focusedId(widget) === 'email-p2', 'focus in the field');
    await expectAccessible(widget);
    await type('rut@exempel.se');
    await press('Enter');
    await until(() => text(widget).includes('Adressen är sparad och mejlet är på väg.'));
    expect(fake.calls.stateContact).to.deep.equal([['c1', 'p2', { email: 'rut@exempel.se', language: 'sv' }]]);
    expect(text(widget)).to.include('r•••@r•••.se').and.not.include('rut@exempel.se');
    expect(focusedId(widget)).to.equal('mail-p2');
  });

  it('that is no address is sent nowhere, and stays to be mended', async () => {
    const { widget, signing: fake } = await showing('Väntar på en underskrift till', noMail());
    button(widget, 'Ange e-postadress').click();
    await until(() => focusedId(widget) === 'email-p2', 'focus in the field');
    await type('rut@exempel');
    await press('Enter');
    await until(() => text(widget).includes('Skriv en e-postadress med @ och punkt'));
    const field = find<HTMLInputElement>(widget, '#email-p2')!;
    expect([field.value, field.getAttribute('aria-invalid'), focusedId(widget)]).to.deep.equal(['rut@exempel', 'true', 'email-p2']);
    expect(fake.calls.stateContact).to.deep.equal([]);
    await expectAccessible(widget);
  });

  it('that the backend refuses stays to be mended as well', async () => {
    const fake = noMail();
    const refusing = { ...fake, stateContact: async () => refused({ code: 'invalid-request', status: 400 }) };
    const { widget } = await showing('Väntar på en underskrift till', refusing);
    button(widget, 'Ange e-postadress').click();
    await until(() => focusedId(widget) === 'email-p2', 'focus in the field');
    await type('rut@exempel.se');
    await press('Enter');
    await until(() => find(widget, '#email-p2')?.getAttribute('aria-invalid') === 'true', 'the fault at the field');
    expect(find<HTMLInputElement>(widget, '#email-p2')!.value).to.equal('rut@exempel.se');
  });

  it('can be chosen in another language where the municipality has several', async () => {
    const { widget, signing: fake } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    button(widget, 'Rätta adressen').click();
    await until(() => find(widget, '#language-p2'), 'the languages');
    expect(config.languages).to.have.length(2);
    find<HTMLInputElement>(widget, '#email-p2')!.value = 'rut@exempel.se';
    find<HTMLSelectElement>(widget, '#language-p2')!.value = 'en';
    button(widget, 'Spara och skicka').click();
    await until(() => fake.calls.stateContact.length, 'the address to be sent');
    expect(fake.calls.stateContact[0]![2]).to.deep.equal({ email: 'rut@exempel.se', language: 'en' });
  });

  it('can be left as it was', async () => {
    const { widget } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    button(widget, 'Rätta adressen').click();
    await until(() => find(widget, '#email-p2'), 'the field');
    button(widget, 'Avbryt').click();
    await until(() => widget.shadowRoot!.activeElement?.textContent === 'Rätta adressen', 'focus where one came from');
  });

  it('can be used again after a while, which it says instead of a button that does nothing', async () => {
    const { widget, signing: fake } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()));
    button(widget, 'Skicka igen').click();
    await until(() => text(widget).includes('Mejlet är skickat igen.'));
    expect(fake.calls.sendAgain).to.deep.equal([['c1', 'p2']]);
    expect(text(widget)).to.match(/Du kan skicka igen \d+ \S+ \d{4} kl\. \d\d\.\d\d\. Du kan skicka 2 gånger till\./);
    expect(button(widget, 'Skicka igen')).to.equal(undefined);
    await until(() => announced().includes('Mejlet är skickat igen.'), 'the words');
    await expectAccessible(widget);
  });

  it('has an end, and then there is the inbox', async () => {
    const { widget } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning({ parties: [you({ state: 'signed' }), other({ again: { at: '2026-11-20T12:30:00Z', left: 0 } })] })));
    expect(text(widget)).to.include('Du kan inte skicka fler gånger.');
    expect(button(widget, 'Skicka igen')).to.equal(undefined);
  });

  it('has an end for one\'s own address too, which is nothing to ask the other about', async () => {
    const own = you({ contact: { address: 't•••@e•••.se', language: 'sv' }, can: ['sendAgain'], again: { at: '2026-11-20T12:30:00Z', left: 0 } });
    const { widget } = await showing('Läs och skriv under', fakeSigning(sampleSigning({ parties: [own, without(other({ can: [] }))] })));
    expect(text(widget)).to.include('Du kan inte skicka fler gånger. Ärendet finns under Mina ärenden.');
  });

  it('says so when it was too soon', async () => {
    const { widget } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning(), { sendAgain: async () => refused({ code: 'too-many-requests', status: 429, retryAfter: 60 }) }));
    button(widget, 'Skicka igen').click();
    await until(() => focusedId(widget) === 'fault', 'focus on why');
    expect(find(widget, '#fault')!.textContent).to.include('Vänta');
  });

  it('is for whoever applied to see, and for nobody else', async () => {
    const { widget } = await showing('Läs och skriv under', fakeSigning(sampleSigning({ parties: [you({ applied: false }), without(other({ applied: true, state: 'signed', can: [] }))], can: ['sign', 'decline'] })));
    expect(all(widget, '.contact')).to.deep.equal([]);
  });
});

describe('signing now on this device', () => {
  it('logs the first guardian out before the second logs in, and takes nobody for another', async () => {
    const portal = loggedOut();
    await portal.startSession!({ orderId: 'o' });
    let second = false;
    const fake = fakeSigning(waitingSigning(), {
      waitingSignings: async () => ok(second ? waitingItems('d1') : { items: [] }),
      signing: async (id) => (id === 'd1' ? ok({ signing: sampleSigning({ case: 'd1' }), etag: undefined }) : ok({ signing: waitingSigning(), etag: undefined })),
    });
    const { widget, backend } = await showing('Väntar på en underskrift till', fake, '<kommun-guardian-signature case="c1"></kommun-guardian-signature>', {
      ...portal,
      startSession: async () => {
        second = true;
        await portal.startSession!({ orderId: 'o' });
        return ok(sampleSession({ person: { displayName: 'Erik Exempelsson' } }));
      },
    });
    button(widget, 'Skriv under nu på den här enheten').click();
    await until(() => heading(widget) === 'Lämna över enheten?');
    expect(focusedId(widget)).to.equal('step');
    await expectAccessible(widget);
    button(widget, 'Logga ut och lämna över').click();
    await until(() => heading(widget) === 'Nu ska den andra vårdnadshavaren logga in');
    expect(backend.calls.endSession).to.have.length(1);
    expect(text(widget)).to.not.match(/Tess|Alva/);
    await expectAccessible(widget);
    (await until(() => login(widget) && find(login(widget)!, '[data-choice="bankid/other"]'), 'the e-IDs')).click();
    await until(() => heading(widget) === 'Läs och skriv under');
    expect(fake.calls.signing.map(([id]) => id)).to.deep.equal(['c1', 'd1']);
  });

  /** A page that somebody came to by a link and has signed on; whoever logs in next has a case of their own, and the link is not theirs. */
  async function cameByLink() {
    const portal = loggedOut();
    await portal.startSession!({ orderId: 'o' });
    history.replaceState(null, '', `${location.pathname}${location.search}#${token}`);
    let second = false;
    const fake = fakeSigning(waitingSigning(), {
      openInvitation: async () => (second ? refused({ code: 'invitation-not-for-you', status: 403 }) : ok({ open: 'case', case: 'c1' })),
      waitingSignings: async () => ok(waitingItems('d1')),
      signing: async (id) => (second && id === 'c1' ? refused({ code: 'case-not-found', status: 404 }) : ok({ signing: id === 'd1' ? sampleSigning({ case: 'd1' }) : waitingSigning(), etag: undefined })),
    });
    return showing('Väntar på en underskrift till', fake, undefined, { ...portal, startSession: async (request) => ((second = true), portal.startSession!(request)) });
  }

  it('leads the other guardian on from a link that the first one came by', async () => {
    const { widget, signing: fake } = await cameByLink();
    button(widget, 'Skriv under nu på den här enheten').click();
    (await until(() => button(widget, 'Logga ut och lämna över'))).click();
    (await until(() => login(widget) && find(login(widget)!, '[data-choice="bankid/other"]'), 'the e-IDs')).click();
    await until(() => heading(widget) === 'Läs och skriv under');
    expect(fake.calls.openInvitation).to.have.length(1);
  });

  it('leads another person on from a link when the one who came by it has logged out', async () => {
    const { widget } = await cameByLink();
    const door = await until(() => login(widget), 'who is logged in');
    (await until(() => button(door, 'Logga ut'))).click();
    (await until(() => login(widget) && find(login(widget)!, '[data-choice="bankid/other"]'), 'the e-IDs')).click();
    await until(() => heading(widget) === 'Läs och skriv under');
  });

  it('tells the first guardian, when it is they who log in again, that it is the other who should', async () => {
    const portal = loggedOut();
    await portal.startSession!({ orderId: 'o' });
    const fake = fakeSigning(waitingSigning(), { waitingSignings: async () => ok({ items: [] }) });
    const { widget } = await showing('Väntar på en underskrift till', fake, '<kommun-guardian-signature case="c1"></kommun-guardian-signature>', portal);
    button(widget, 'Skriv under nu på den här enheten').click();
    (await until(() => button(widget, 'Logga ut och lämna över'))).click();
    (await until(() => login(widget) && find(login(widget)!, '[data-choice="bankid/other"]'), 'the e-IDs')).click();
    await until(() => text(widget).includes('Är det du som redan har skrivit under? Då är det den andra vårdnadshavaren som ska logga in.'));
    expect(button(widget, 'Logga ut och byt person')).to.not.equal(undefined);
  });

  it('that could not log out hands nothing over', async () => {
    const { widget } = await showing('Väntar på en underskrift till', fakeSigning(waitingSigning()), undefined, { endSession: async () => refused({ code: 'unreachable' }) });
    button(widget, 'Skriv under nu på den här enheten').click();
    (await until(() => button(widget, 'Logga ut och lämna över'))).click();
    await until(() => find(widget, '#fault')?.textContent?.startsWith('Vi når inte tjänsten'), 'why not');
    expect(heading(widget)).to.equal('Lämna över enheten?');
  });
});
