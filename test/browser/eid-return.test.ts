import { expect } from 'chai';
import type { PortalBackend } from '../../src/client/portal-backend.ts';
import { KommunEidLogin } from '../../src/widgets/login/login.element.ts';
import { iPhone, pretend } from '../support/device.ts';
import { fakeBackend, ok, sampleOrder, sampleSession } from '../support/fake-backend.ts';
import { fixture } from '../support/fixture.ts';
import { until } from '../support/until.ts';

if (!customElements.get('kommun-eid-login')) customElements.define('kommun-eid-login', KommunEidLogin);

const launch = { mobile: 'https://app.example/?autostarttoken=x', desktop: 'exempel:///?autostarttoken=x' };
/** No two orders of a page have the same id. */
let id = '';
const order = (state = 'waitingForApp') => sampleOrder({ id, device: 'same', state, launch, pollAfterMs: 60_000 });
const text = (widget: KommunEidLogin): string => (widget.shadowRoot?.querySelector('.box')?.textContent ?? '').replaceAll(/\s+/g, ' ');
const find = <E extends HTMLElement = HTMLElement>(widget: KommunEidLogin, selector: string): E | null => widget.shadowRoot!.querySelector<E>(selector);
const choice = (widget: KommunEidLogin, name: string) => find(widget, `[data-choice="${name}"]`);
const kept = (): Record<string, unknown> => JSON.parse(Object.values({ ...sessionStorage }).join());

async function ready(answers: Partial<PortalBackend> = {}) {
  const backend = fakeBackend({ startEidOrder: async () => ok(order()), eidOrder: async () => ok(order()), ...answers });
  const widget = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>', { backend });
  await until(() => choice(widget, 'bankid/same'), 'the e-IDs to choose from');
  return { widget, backend };
}

/** Somebody with an iPhone who has been shown the link to the app. */
async function launching(answers?: Partial<PortalBackend>) {
  pretend(iPhone);
  const made = await ready(answers);
  choice(made.widget, 'bankid/same')!.click();
  await until(() => find(made.widget, 'a.button'), 'the link to the app');
  const returnTo = new URL(made.backend.calls.startEidOrder[0]![0].returnTo!);
  return { ...made, returnTo };
}

/** What a page that is loaded anew finds: the storage, and the address that the citizen came back with. The order is complete by then. */
async function loadedAnew(hash: (own: string) => string, answers: Partial<PortalBackend> = {}) {
  let anew = false;
  const { widget: first, backend, returnTo } = await launching({ eidOrder: async () => ok(order(anew ? 'complete' : undefined)), ...answers });
  const storage = Object.entries({ ...sessionStorage });
  const page = first.parentElement!;
  first.remove();
  await until(() => sessionStorage.length === 0, 'the order to be let go');
  for (const [key, value] of storage) sessionStorage.setItem(key, value);
  history.replaceState(null, '', hash(returnTo.hash));
  anew = true;
  const widget = page.appendChild(document.createElement('kommun-eid-login'));
  await until(() => text(widget).includes('Inloggad som'), 'the login');
  return { backend };
}

let before = '';
beforeEach(() => {
  sessionStorage.clear();
  before = location.href;
  id = `order-${crypto.randomUUID()}`;
});
afterEach(() => history.replaceState(null, '', before));

describe('the address to come back to', () => {
  it('is given from an iPhone, with a mark that is made anew each time and that nobody can guess', async () => {
    const { widget, backend, returnTo } = await launching();
    const [...buttons] = widget.shadowRoot!.querySelectorAll<HTMLElement>('button');
    buttons.find((one) => one.textContent!.includes('Avbryt'))!.click();
    (await until(() => choice(widget, 'bankid/same'))).click();
    await until(() => backend.calls.startEidOrder.length === 2);
    const again = new URL(backend.calls.startEidOrder[1]![0].returnTo!);
    expect(returnTo.origin + returnTo.pathname).to.equal(location.origin + location.pathname);
    expect(returnTo.hash).to.match(/^#kommun-eid\.[\w-]{22}$/);
    expect(again.hash).to.match(/^#kommun-eid\.[\w-]{22}$/).and.not.equal(returnTo.hash);
  });

  it('is not given from a computer, whose page is never left', async () => {
    const { widget, backend } = await ready();
    choice(widget, 'bankid/same')!.click();
    await until(() => find(widget, 'a.button'));
    expect(backend.calls.startEidOrder).to.deep.equal([[{ purpose: 'login', provider: 'bankid', device: 'same' }]]);
  });

  it('is given to an e-ID on a page of its own, also from a computer', async () => {
    const { widget, backend } = await ready();
    choice(widget, 'annan/same')!.click();
    await until(() => backend.calls.startEidOrder.length);
    expect(new URL(backend.calls.startEidOrder[0]![0].returnTo!).hash).to.match(/^#kommun-eid\.[\w-]{22}$/);
  });
});

describe('coming back from an e-ID', () => {
  it('puts the page\'s own address and place back', async () => {
    history.replaceState(null, '', '#mitt-avsnitt');
    pretend(iPhone);
    const { widget, backend } = await ready();
    widget.style.marginBlock = '200vh';
    widget.scrollIntoView({ block: 'center', behavior: 'instant' });
    choice(widget, 'bankid/same')!.click();
    await until(() => find(widget, 'a.button'));
    const place = scrollY;
    scrollTo(0, 0);
    location.hash = new URL(backend.calls.startEidOrder[0]![0].returnTo!).hash;
    await until(() => location.hash === '#mitt-avsnitt');
    expect(place).to.be.greaterThan(100);
    expect(scrollY).to.be.closeTo(place, 1);
    await until(() => backend.calls.eidOrder.length > 0, 'the status to be asked for at once');
  });

  it('puts back an address that was too long for the app to be told', async () => {
    const search = `?sida=${'x'.repeat(600)}`;
    history.replaceState(null, '', search);
    const { returnTo } = await launching();
    history.replaceState(null, '', returnTo);
    expect(location.search).to.equal('');
    dispatchEvent(new Event('focus'));
    expect(location.search).to.equal(search);
  });

  for (const hash of ['#kommun-eid', '#kommun-eid.bm9uY2U', '#kommun-eid.bm9uY2U~kod', '#kommun-eid.~kod']) {
    it(`to a tab that began nothing, by ${hash}, starts nothing, and says where to go`, async () => {
      history.replaceState(null, '', hash);
      const { widget, backend } = await ready();
      await until(() => text(widget).includes('Gå tillbaka till fliken där du började logga in'));
      expect(location.href).to.not.include('kommun-eid').and.not.include('kod');
      expect(backend.calls.startEidOrder).to.deep.equal([]);
      expect(backend.calls.startSession).to.deep.equal([]);
    });

    it(`from another order than the tab's own, by ${hash}, changes nothing of the one under way`, async () => {
      const { widget, backend } = await launching();
      const remembered = kept();
      widget.style.marginBlockEnd = '200vh';
      scrollTo(0, 100);
      location.hash = hash;
      await until(() => !location.hash, 'the address to be cleaned');
      expect(scrollY).to.equal(100);
      expect(kept()).to.deep.equal(remembered);
      expect(find(widget, 'a.button')).to.not.equal(null);
      expect(text(widget)).to.not.include('Gå tillbaka till fliken');
      expect(backend.calls.cancelEidOrder).to.deep.equal([]);
    });
  }

  it('goes on with the order in a page that was loaded anew, and starts no new one', async () => {
    const { backend } = await loadedAnew((own) => own);
    expect(backend.calls.startEidOrder).to.have.length(1);
    expect(backend.calls.startSession).to.deep.equal([[{ orderId: id }]]);
  });

  it('with a code takes it out of the address, keeps it nowhere, and hands it in with the order', async () => {
    const seen: string[] = [];
    const { backend } = await loadedAnew((own) => `${own}~en-kod`, {
      startSession: async () => {
        seen.push(location.href, JSON.stringify({ ...sessionStorage, ...localStorage }), document.body.outerHTML);
        return ok(sampleSession());
      },
    });
    expect(backend.calls.startSession).to.deep.equal([[{ orderId: id, handoff: 'en-kod' }]]);
    expect(seen.join()).to.include(id).and.not.include('en-kod');
  });

  it('with the code of somebody else\'s order hands in nothing of it', async () => {
    const { backend } = await loadedAnew(() => '#kommun-eid.bm9uY2U~en-kod');
    expect(backend.calls.startSession).to.deep.equal([[{ orderId: id }]]);
  });
});
