import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PortalBackend } from '../../src/client/portal-backend.ts';
import type { EidOrder } from '../../src/contract/eid-order.ts';
import type { PortalConfig } from '../../src/contract/portal-config.ts';
import { KommunEidTest } from '../../src/widgets/eid-test/eid-test.element.ts';
import { expectAccessible } from '../support/accessible.ts';
import { announced } from '../support/announced.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { fakeBackend, inTurn, ok, refused, sampleConfig, sampleOrder } from '../support/fake-backend.ts';
import { fixture } from '../support/fixture.ts';
import { focused, press } from '../support/keys.ts';
import { until } from '../support/until.ts';

if (!customElements.get('kommun-eid-test')) customElements.define('kommun-eid-test', KommunEidTest);

const text = (widget: KommunEidTest): string => (widget.shadowRoot?.querySelector('.box')?.textContent ?? '').replaceAll(/\s+/g, ' ');
const find = <E extends HTMLElement = HTMLElement>(widget: KommunEidTest, selector: string): E | null => widget.shadowRoot!.querySelector<E>(selector);
const heading = (widget: KommunEidTest): string => find(widget, '#step')?.textContent ?? '';
const button = (widget: KommunEidTest, words: string): HTMLElement =>
  [...widget.shadowRoot!.querySelectorAll<HTMLElement>('button, a')].find((control) => control.textContent!.includes(words))!;
const choice = (widget: KommunEidTest, name: string) => find(widget, `[data-choice="${name}"]`);
const advice = (widget: KommunEidTest) => [...widget.shadowRoot!.querySelectorAll('.advice li')].map((one) => one.textContent!.trim());

async function ready(answers: Partial<PortalBackend> = {}, markup = '<kommun-eid-test></kommun-eid-test>') {
  const backend = fakeBackend(answers);
  const widget = await fixture<KommunEidTest>(markup, { backend });
  await until(() => choice(widget, 'bankid/other'), 'the e-IDs to choose from');
  return { widget, backend };
}

/** A test under way whose order comes to `end`. */
async function ending(end: Partial<EidOrder>, config: PortalConfig = sampleConfig()) {
  const made = await ready({
    config: async () => ok(config),
    startEidOrder: async (request) => ok(sampleOrder({ ...request, pollAfterMs: 1 })),
    eidOrder: async () => ok(sampleOrder({ purpose: 'test', ...end })),
  });
  choice(made.widget, 'bankid/other')!.focus();
  await press('Enter');
  return made;
}

const withIssuer = sampleConfig({
  eidProviders: [{ ...sampleConfig().eidProviders[0]!, issuer: { name: { sv: 'Exempelbanken' }, phone: '0771-12 34 56', url: 'https://banken.example/' } }],
});

beforeEach(() => {
  sessionStorage.clear();
  document.querySelectorAll('body > [role=status], body > [role=alert]').forEach((region) => region.remove());
});
afterEach(() => {
  document.documentElement.style.colorScheme = '';
  document.body.style.removeProperty('background');
});

describe('a test of an e-ID', () => {
  it('says what it is before anything begins, and starts nothing', async () => {
    const { widget, backend } = await ready();
    expect(heading(widget)).to.equal('Testa din e-legitimation');
    expect(text(widget)).to.include('Du loggas inte in, och inget om dig sparas.');
    expect([...widget.shadowRoot!.querySelectorAll('.providers button')].map((one) => one.textContent)).to.deep.equal([
      'Testa BankID på en annan enhet', 'Testa BankID på den här enheten', 'Testa Annan e-legitimation',
    ]);
    expect(backend.calls.startEidOrder).to.deep.equal([]);
    await expectAccessible(widget);
  });

  it('is asked of the backend as a test, with the code to scan', async () => {
    const { widget, backend } = await ready();
    choice(widget, 'bankid/other')!.focus();
    await press('Enter');
    await until(() => find(widget, '.qr path'), 'the QR code');
    expect(backend.calls.startEidOrder).to.deep.equal([[{ purpose: 'test', provider: 'bankid', device: 'other' }]]);
    expect(focused()).to.equal(find(widget, '#step'));
    await expectAccessible(widget);
  });

  it('that is passed says so and what it means, makes no session, and leaves nothing behind', async () => {
    const heard: string[] = [];
    const { widget, backend } = await ending({ state: 'complete' });
    widget.addEventListener('kommun-test-passed', ({ provider }) => heard.push(provider));
    await until(() => heading(widget) === 'Din e-legitimation fungerar');
    expect(text(widget)).to.include('Inget är sparat efter testet, och du är inte inloggad.');
    expect(text(widget)).to.include('Går det ändå inte att logga in i en e-tjänst? Ring Servicecenter, 0476-550 00.');
    expect(find<HTMLAnchorElement>(widget, 'a[href^="tel:"]')!.href).to.equal('tel:+4647655000');
    expect(heard).to.deep.equal(['bankid']);
    expect(backend.calls.startSession).to.deep.equal([]);
    expect(backend.calls.session).to.deep.equal([]);
    expect(sessionStorage).to.have.length(0);
    expect(focused()).to.equal(find(widget, '#step'));
    await until(() => announced().includes('Din e-legitimation fungerar.'), 'the words');
    await expectAccessible(widget);
  });

  it('can be followed by another', async () => {
    const { widget } = await ending({ state: 'complete' });
    (await until(() => button(widget, 'Testa en e-legitimation till'))).click();
    await until(() => choice(widget, 'annan/same'));
    expect(heading(widget)).to.equal('Testa din e-legitimation');
    expect(focused()).to.equal(find(widget, '#step'));
  });

  it('can be given up, and one is back at what one pressed', async () => {
    const { widget, backend } = await ready();
    choice(widget, 'bankid/other')!.click();
    await until(() => find(widget, '.qr path'), 'the QR code');
    button(widget, 'Avbryt').click();
    await until(() => focused() === choice(widget, 'bankid/other'), 'the focus on the e-ID');
    expect(backend.calls.cancelEidOrder.map(([id]) => id)).to.deep.equal(['order-1']);
  });

  it('goes on after a reload, by a mark of its own', async () => {
    const { widget } = await ready({ eidOrder: async () => ok(sampleOrder({ purpose: 'test', state: 'userActing', hint: 'userSign', pollAfterMs: 60_000 })) });
    choice(widget, 'bankid/other')!.click();
    await until(() => heading(widget) === 'Fortsätt i appen');
    expect(Object.keys({ ...sessionStorage })).to.have.length(1);
    expect(Object.keys({ ...sessionStorage })[0]).to.match(/^kommun-test:/);
    const again = document.createElement('kommun-eid-test');
    widget.after(again);
    await until(() => heading(again) === 'Fortsätt i appen');
  });
});

describe('a test that fails', () => {
  it('leads to the issuer first, by name, address and phone, and never to the test', async () => {
    const failed = new Promise<Event>((resolve) => document.addEventListener('kommun-test-failed', resolve, { once: true }));
    const { widget } = await ending({ state: 'failed', hint: 'certificateErr', failure: { code: 'eid-expired-or-blocked', advice: ['testEid', 'contactIssuer', 'resetCodeAtIssuer', 'usePaperForm'] } }, withIssuer);
    await until(() => heading(widget) === 'Din e-legitimation går inte att använda');
    expect(advice(widget)).to.deep.equal([
      'Kontakta utfärdaren: Exempelbanken, 0771-12 34 56', 'Försök igen', 'Glömt koden? Skaffa en ny e-legitimation hos Exempelbanken, 0771-12 34 56',
      'Använd en blankett i stället', 'Testa på ett annat sätt',
    ]);
    expect([...widget.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.advice li:first-child a')].map(({ href }) => href)).to.deep.equal(['https://banken.example/', 'tel:+46771123456']);
    expect(await failed).to.include({ code: 'eid-expired-or-blocked', bubbles: true, composed: true });
    expect(focused()).to.equal(find(widget, '#step'));
    await expectAccessible(widget);
  });

  for (const [what, end, title] of [
    ['the citizen gave up', { state: 'cancelled', hint: 'userCancel', failure: { code: 'eid-cancelled', advice: ['tryAgain', 'resetCodeAtIssuer'] } }, 'Testet avbröts'],
    ['nobody scanned the code', { state: 'failed', hint: 'startFailed', failure: { code: 'eid-not-found', advice: ['tryAgain', 'installApp', 'testEid', 'contactIssuer'] } }, 'Koden lästes inte av'],
    ['time ran out', { state: 'expired', hint: 'expiredTransaction', failure: { code: 'eid-timed-out', advice: ['tryAgain'] } }, 'Tiden gick ut'],
  ] as const) {
    it(`since ${what} can be tried again, and then comes the issuer`, async () => {
      const { widget } = await ending(end as unknown as Partial<EidOrder>, withIssuer);
      await until(() => heading(widget) === title);
      expect(advice(widget).slice(0, 2)).to.deep.equal([end.state === 'expired' ? 'Visa en ny kod' : 'Försök igen', 'Kontakta utfärdaren: Exempelbanken, 0771-12 34 56']);
      await expectAccessible(widget);
    });
  }

  it('in words that nobody has a message for is still a test and no login', async () => {
    const { widget } = await ending({ state: 'failed', hint: 'somethingNew', failure: { code: 'a-code-of-a-later-version', advice: [] } });
    await until(() => heading(widget) === 'Testet gick inte att göra');
    expect(text(widget)).to.not.include('Logga in på ett annat sätt');
  });

  it('because the backend refuses says why, with a way on', async () => {
    const { widget } = await ready({ startEidOrder: inTurn<Awaited<ReturnType<PortalBackend['startEidOrder']>>>(refused({ code: 'unreachable' }), ok(sampleOrder())) });
    choice(widget, 'bankid/other')!.click();
    await until(() => heading(widget) === 'Vi når inte tjänsten just nu');
    await expectAccessible(widget);
    button(widget, 'Försök igen').click();
    await until(() => find(widget, '.qr path'), 'the QR code');
  });

  it('before anything could be chosen can be tried again', async () => {
    const config = inTurn<Awaited<ReturnType<PortalBackend['config']>>>(refused({ code: 'timed-out' }), ok(sampleConfig()));
    const widget = await fixture<KommunEidTest>('<kommun-eid-test></kommun-eid-test>', { backend: fakeBackend({ config }) });
    await until(() => heading(widget) === 'Tjänsten svarar inte');
    button(widget, 'Försök igen').click();
    await until(() => choice(widget, 'bankid/other'), 'the e-IDs');
  });
});

describe('the widget with the test', () => {
  it('offers the e-IDs that can be tested, and no others', async () => {
    const [bankId, other] = sampleConfig().eidProviders;
    const config = sampleConfig({ eidProviders: [{ ...bankId!, purposes: ['login', 'test'] }, { ...other!, purposes: ['login', 'sign'] }] });
    const { widget } = await ready({ config: async () => ok(config) });
    expect([...widget.shadowRoot!.querySelectorAll('.name')].map((one) => one.textContent)).to.deep.equal(['BankID']);
  });

  it('speaks English where the page does', async () => {
    const backend = fakeBackend();
    const widget = await fixture<KommunEidTest>('<kommun-eid-test lang="en"></kommun-eid-test>', { backend });
    await until(() => heading(widget) === 'Test your e-ID');
    expect(text(widget)).to.include('You are not logged in, and nothing about you is saved.');
  });

  it('says in the editor\'s console what is wrong with a heading level, and what the citizen reads when there is no backend', async () => {
    const widget = await fixture<KommunEidTest>('<kommun-eid-test heading-level="9"></kommun-eid-test>');
    await until(() => heading(widget) === 'Tjänsten är stängd just nu');
    expect(find(widget, '#step')!.localName).to.equal('h2');
    expect(editorWarnings().join()).to.include('heading-level="9" går inte att använda').and.include('Adressen till kommunens tjänst saknas');
  });

  for (const [scheme, width] of [['dark', 320], ['dark', 1200], ['light', 320]] as const) {
    it(`is readable and fits, in the ${scheme}, ${width} pixels wide`, async () => {
      await setViewport({ width, height: 800 });
      document.documentElement.style.colorScheme = scheme;
      document.body.style.background = 'Canvas';
      const { widget } = await ending({ state: 'complete' }, withIssuer);
      await until(() => heading(widget) === 'Din e-legitimation fungerar');
      await expectAccessible(widget);
      button(widget, 'Testa en e-legitimation till').click();
      await until(() => choice(widget, 'bankid/other'));
      await expectAccessible(widget);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      await setViewport({ width: 800, height: 600 });
    });
  }
});
