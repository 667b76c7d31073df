import { expect } from 'chai';
import { KommunEidLogin } from '../../src/widgets/login/login.element.ts';
import { expectAccessible } from '../support/accessible.ts';
import { ok, sampleSession } from '../support/fake-backend.ts';
import { until } from '../support/until.ts';
import { fakeCases, find, put, titles } from './inbox.page.ts';

if (!customElements.get('kommun-eid-login')) customElements.define('kommun-eid-login', KommunEidLogin);

const soon = () => sampleSession({ idleExpiresAt: new Date(Date.now() + 90_000).toISOString() });
const ending = { session: async () => ok(soon()) };
const logins = () => [...document.querySelectorAll<KommunEidLogin>('kommun-eid-login')];
const warns = (one: Element | undefined) => Boolean(one && find<HTMLDialogElement>(one, '#warning')?.open);

/** A page of several tags, with the rows of its inbox on the screen. */
async function page(markup: string, portal = {}) {
  const root = await put(`<div>${markup}</div>`, fakeCases(), portal);
  const inbox = root.querySelector('kommun-case-inbox')!;
  await until(() => titles(inbox).length, 'the rows');
  return inbox;
}

describe('somebody who is logged in on a page with an inbox', () => {
  it('finds the way out there when the page has no login, and is warned before time runs out', async () => {
    const inbox = await page('<kommun-case-inbox></kommun-case-inbox>', ending);
    const own = await until(() => logins()[0], 'a login');
    expect(own.parentElement).to.equal(inbox);
    await until(() => warns(own), 'the warning');
    await expectAccessible(own);
  });

  it('is warned by the page\'s own login, however early the badge came, and meets no second one', async () => {
    await page('<kommun-unread-badge></kommun-unread-badge><kommun-case-inbox></kommun-case-inbox><kommun-eid-login></kommun-eid-login>');
    await until(() => find(logins()[0]!, '#warning'), 'who is logged in');
    expect(logins()).to.have.length(1);
  });

  it('is warned within the inbox when the page\'s own login lies in a closed menu', async () => {
    const inbox = await page('<div style="display: none"><kommun-eid-login></kommun-eid-login></div><kommun-case-inbox></kommun-case-inbox>', ending);
    await until(() => logins().some((one) => one.parentElement === inbox && warns(one)), 'the warning');
    expect(logins().filter(warns)).to.have.length(1);
  });

  it('no longer sees the link to log in that the editor has put there, but the way out', async () => {
    const inbox = await page('<kommun-case-inbox><p slot="login"><a href="#">Logga in</a></p></kommun-case-inbox>');
    await until(() => logins()[0]?.checkVisibility(), 'a login');
    expect(inbox.querySelector('p')!.checkVisibility()).to.equal(false);
  });

  it('keeps the login that the editor has put there', async () => {
    const inbox = await page('<kommun-case-inbox><kommun-eid-login slot="login"></kommun-eid-login></kommun-case-inbox>', ending);
    await until(() => warns(logins()[0]), 'the warning');
    expect(logins()).to.have.length(1);
    expect(logins()[0]!.parentElement).to.equal(inbox);
  });

  it('is left alone by the short list until time runs out', async () => {
    const short = '<kommun-case-inbox compact href="/"></kommun-case-inbox>';
    await page(short);
    expect(logins()).to.deep.equal([]);
    await page(short, ending);
    await until(() => warns(logins()[0]), 'the warning');
  });
});
