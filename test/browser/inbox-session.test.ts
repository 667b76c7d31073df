import { expect } from 'chai';
import { KommunEidLogin } from '../../src/widgets/login/login.element.ts';
import { expectAccessible } from '../support/accessible.ts';
import { stopClock } from '../support/clock.ts';
import { ok, refused, sampleOrder, sampleSession } from '../support/fake-backend.ts';
import { focused } from '../support/keys.ts';
import { until } from '../support/until.ts';
import { all, at, button, fakeCases, filled, find, inbox, put, sampleCase, sampleDetail, samplePage, searchOf, text, titles } from './inbox.page.ts';

if (!customElements.get('kommun-eid-login')) customElements.define('kommun-eid-login', KommunEidLogin);

const soon = () => sampleSession({ idleExpiresAt: new Date(Date.now() + 90_000).toISOString() });
const ending = { session: async () => ok(soon()) };
const logins = () => [...document.querySelectorAll<KommunEidLogin>('kommun-eid-login')];
const warns = (one: Element | undefined) => Boolean(one && find<HTMLDialogElement>(one, '#warning')?.open);

/** A page of several tags, with the rows of its inbox on the screen. */
async function page(markup: string, portal = {}) {
  const root = await put(`<div>${markup}</div>`, fakeCases(), portal);
  const widget = root.querySelector('kommun-case-inbox')!;
  await until(() => titles(widget).length, 'the rows');
  return widget;
}

describe('somebody who is logged in on a page with an inbox', () => {
  it('finds the way out there when the page has no login, and is warned before time runs out', async () => {
    const widget = await page('<kommun-case-inbox></kommun-case-inbox>', ending);
    const own = await until(() => logins()[0], 'a login');
    expect(own.parentElement).to.equal(widget);
    await until(() => warns(own), 'the warning');
    await expectAccessible(own);
  });

  it('is warned by the page\'s own login, however early the badge came, and meets no second one', async () => {
    await page('<kommun-unread-badge></kommun-unread-badge><kommun-case-inbox></kommun-case-inbox><kommun-eid-login></kommun-eid-login>');
    await until(() => find(logins()[0]!, '#warning'), 'who is logged in');
    expect(logins()).to.have.length(1);
  });

  it('is warned within the inbox when the page\'s own login lies in a closed menu', async () => {
    const widget = await page('<div style="display: none"><kommun-eid-login></kommun-eid-login></div><kommun-case-inbox></kommun-case-inbox>', ending);
    await until(() => logins().some((one) => one.parentElement === widget && warns(one)), 'the warning');
    expect(logins().filter(warns)).to.have.length(1);
  });

  it('no longer sees the link to log in that the editor has put there, but the way out', async () => {
    const widget = await page('<kommun-case-inbox><p slot="login"><a href="#">Logga in</a></p></kommun-case-inbox>');
    await until(() => logins()[0]?.checkVisibility(), 'a login');
    expect(widget.querySelector('p')!.checkVisibility()).to.equal(false);
  });

  it('keeps the login that the editor has put there', async () => {
    const widget = await page('<kommun-case-inbox><kommun-eid-login slot="login"></kommun-eid-login></kommun-case-inbox>', ending);
    await until(() => warns(logins()[0]), 'the warning');
    expect(logins()).to.have.length(1);
    expect(logins()[0]!.parentElement).to.equal(widget);
  });

  it('is left alone by the short list until time runs out', async () => {
    const short = '<kommun-case-inbox compact href="/"></kommun-case-inbox>';
    await page(short);
    expect(logins()).to.deep.equal([]);
    await page(short, ending);
    await until(() => warns(logins()[0]), 'the warning');
  });
});

describe('a case that takes a stronger login', () => {
  const weak = sampleSession({ loa: 'loa2' });
  const strong = sampleSession({ loa: 'loa3', expiresAt: new Date(Date.now() + 9 * 3_600_000).toISOString() });

  /** A backend whose only case shows itself once the login is strong. */
  function weakLogin() {
    let session = weak;
    const portal = {
      session: async () => ok(session),
      startEidOrder: async () => ok(sampleOrder({ state: 'complete' })),
      startSession: async () => ok((session = strong)),
    };
    const cases = fakeCases({
      cases: async () => ok(samplePage([session === weak ? sampleCase('c1', { title: '', service: { id: '', name: '' }, references: [], requiresLoa: 'loa3' }) : sampleCase()])),
      oneCase: async () => (session === weak ? refused({ code: 'login-level-too-low', status: 403 }) : ok(sampleDetail())),
    });
    return { portal, cases };
  }

  const choices = (widget: Element) => all(widget.querySelector('kommun-eid-login')!, '[data-choice]');

  it('says why, and shows itself when one press, a new login, is done', async () => {
    const { portal, cases } = weakLogin();
    const { widget } = await filled(cases, undefined, portal);
    button(widget, 'Logga in på ett säkrare sätt').click();
    await until(() => text(widget).includes('Du är inloggad med BankID. Det här ärendet kräver en e-legitimation på en högre nivå.'));
    const [first] = await until(() => (choices(widget).length ? choices(widget) : undefined), 'the e-IDs to choose from');
    await until(() => focused()?.id === 'heading', 'focus on the heading');
    await expectAccessible(widget);
    expect(searchOf()).to.equal('case.c1');
    first!.click();
    await until(() => find(widget, '#messages'), 'the case');
    await until(() => focused()?.id === 'heading', 'focus on the case');
    expect(searchOf()).to.equal('case.c1');
    expect(choices(widget)).to.deep.equal([]);
  });

  it('is come to by an address as well, and nobody is logged out by looking', async () => {
    at('kommun-inbox=case.c1');
    const { portal, cases } = weakLogin();
    const { widget } = await inbox(cases, undefined, portal);
    (await until(() => button(widget, 'Logga in på ett säkrare sätt'))).click();
    await until(() => choices(widget).length, 'the e-IDs to choose from');
    button(widget, 'Avbryt').click();
    await until(() => button(widget, 'Logga in på ett säkrare sätt'));
    await until(() => !choices(widget).length && find(widget.querySelector('kommun-eid-login')!, '[part=person]'), 'who is logged in');
  });

  it('lets go of the login when one goes back to the list', async () => {
    const { portal, cases } = weakLogin();
    const { widget } = await filled(cases, undefined, portal);
    button(widget, 'Logga in på ett säkrare sätt').click();
    await until(() => choices(widget).length, 'the e-IDs to choose from');
    (await until(() => find(widget, 'a.back'), 'the way back')).click();
    await until(() => !choices(widget).length, 'no e-IDs');
    await until(() => (focused() as HTMLElement | null)?.dataset['case'] === 'c1', 'focus on the row');
  });
});

describe('an inbox whose tab is taken over by another login', () => {
  it('shows nothing of the person before while it asks for the cases of the next', async () => {
    const erik = sampleSession({ expiresAt: new Date(Date.now() + 9 * 3_600_000).toISOString() });
    let session = sampleSession();
    let calls = 0;
    const cases = fakeCases({ cases: () => (calls++ ? new Promise(() => {}) : Promise.resolve(ok(samplePage()))) });
    const { widget } = await filled(cases, undefined, { session: async () => ok(session) });
    session = erik;
    const clock = stopClock(new Date(Date.now() + 11_000));
    window.dispatchEvent(new Event('focus'));
    await clock.tickAsync(1);
    await until(() => calls === 2, 'a new question');
    expect(text(widget)).to.not.include('förskola');
  });
});
