import { ContextEvent } from '@lit/context';
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { decodeQR } from 'qr/decode.js';
import type { PortalBackend } from '../../src/client/portal-backend.ts';
import type { EidOrder } from '../../src/contract/eid-order.ts';
import { portalContext } from '../../src/portal/portal.ts';
import { KommunEidLogin } from '../../src/widgets/login/login.element.ts';
import type { KommunSessionEndedEvent } from '../../src/widgets/login/login.events.ts';
import { expectAccessible } from '../support/accessible.ts';
import { stopClock } from '../support/clock.ts';
import { announced, listen } from '../support/announced.ts';
import { deferred } from '../support/deferred.ts';
import { browsers, insideApps, pretend } from '../support/device.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { fakeBackend, inTurn, ok, refused, sampleConfig, sampleOrder, sampleSession } from '../support/fake-backend.ts';
import { fixture } from '../support/fixture.ts';
import { focused, press } from '../support/keys.ts';
import { until } from '../support/until.ts';

if (!customElements.get('kommun-eid-login')) customElements.define('kommun-eid-login', KommunEidLogin);

const picture = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
/** E-IDs that say more and less of themselves. */
const many = (number: number) => Array.from({ length: number }, (_, index) => ({
  ...sampleConfig().eidProviders[0]!,
  id: index ? `eid-${index}` : 'bankid',
  label: { sv: `E-legitimation nummer ${index}` },
  ...(index % 2 && { description: { sv: 'I mobilen, surfplattan eller datorn, för den som har ett svenskt personnummer' }, getUrl: 'https://skaffa.example/' }),
}));
const minutes = (number: number): string => new Date(Date.now() + number * 60_000).toISOString();
const text = (widget: KommunEidLogin): string => widget.shadowRoot!.querySelector('.box')!.textContent!.replaceAll(/\s+/g, ' ');
const find = <E extends HTMLElement = HTMLElement>(widget: KommunEidLogin, selector: string): E | null => widget.shadowRoot!.querySelector<E>(selector);
const heading = (widget: KommunEidLogin): string => find(widget, '#step')?.textContent ?? '';
const button = (widget: KommunEidLogin, words: string): HTMLElement =>
  [...widget.shadowRoot!.querySelectorAll<HTMLElement>('button, a')].find((control) => control.textContent!.includes(words) && !control.closest('dialog:not([open])'))!;
const choice = (widget: KommunEidLogin, id: string) => find(widget, `[data-choice="${id}"]`);

async function login(answers: Partial<PortalBackend> = {}, markup = '<kommun-eid-login></kommun-eid-login>') {
  const backend = fakeBackend(answers);
  const widget = await fixture<KommunEidLogin>(markup, { backend });
  return { widget, backend };
}

/** A widget whose choices are on the screen. */
async function ready(answers: Partial<PortalBackend> = {}, markup?: string) {
  const made = await login(answers, markup);
  await until(() => choice(made.widget, 'bankid/other'), 'the e-IDs to choose from');
  return made;
}

/** A widget that shows the QR code of an order, which then goes through `later`. */
async function scanning(later: Partial<EidOrder>[] = [{}], answers: Partial<PortalBackend> = {}) {
  const orders = later.map((changes) => ok(sampleOrder({ pollAfterMs: 1, ...changes })));
  const made = await ready({
    startEidOrder: async (request) => ok(sampleOrder({ ...request, pollAfterMs: 1 })),
    eidOrder: inTurn(orders[0]!, ...orders.slice(1)),
    ...answers,
  });
  choice(made.widget, 'bankid/other')!.click();
  await until(() => find(made.widget, '.qr path'), 'the QR code');
  return made;
}

const failing = (changes: Partial<EidOrder>): Partial<EidOrder>[] => [{ state: 'failed', ...changes }];

beforeEach(() => {
  Reflect.deleteProperty(performance, 'getEntriesByType');
  sessionStorage.clear();
  // A new page has said nothing yet.
  document.querySelectorAll('body > [role=status], body > [role=alert]').forEach((region) => region.remove());
});

describe('choosing how to log in', () => {
  it('shows every e-ID with both devices, and starts nothing', async () => {
    const { widget, backend } = await ready();
    expect([...widget.shadowRoot!.querySelectorAll('.providers button')].map((one) => one.textContent)).to.deep.equal([
      'Använd BankID på en annan enhet', 'Använd BankID på den här enheten', 'Logga in med Annan e-legitimation',
    ]);
    expect(backend.calls.startEidOrder).to.deep.equal([]);
    expect(document.activeElement).to.equal(document.body);
    await expectAccessible(widget);
  });

  it('keeps all e-IDs equally wide', async () => {
    const { widget } = await ready();
    const widths = [...widget.shadowRoot!.querySelectorAll('.providers li')].map((one) => Math.round(one.getBoundingClientRect().width));
    expect(new Set(widths).size).to.equal(1);
  });

  it('shows the logo that the municipality has named, unless the page brings one', async () => {
    const eidProviders = sampleConfig().eidProviders.map((provider) => ({ ...provider, logo: picture }));
    const { widget } = await ready({ config: async () => ok(sampleConfig({ eidProviders })) }, '<kommun-eid-login><img slot="logo-annan" alt="" width="40" height="40"></kommun-eid-login>');
    const shown = [...widget.shadowRoot!.querySelectorAll<HTMLImageElement>('.plate img')].filter((image) => image.checkVisibility());
    expect(shown.map(({ alt, src }) => [alt, src])).to.deep.equal([['', picture]]);
    expect(getComputedStyle(find(widget, '.plate')!).backgroundColor).to.equal('rgb(255, 255, 255)');
    await expectAccessible(widget);
  });

  it('keeps the room of a logo that does not come, and shows nothing there', async () => {
    const tall = async (logo: string) => {
      const eidProviders = sampleConfig().eidProviders.map((provider) => ({ ...provider, logo }));
      const { widget } = await ready({ config: async () => ok(sampleConfig({ eidProviders })) });
      const image = find<HTMLImageElement>(widget, '.plate img')!;
      await until(() => image.complete, 'the logo, or that there is none');
      return { widget, height: find(widget, '.providers')!.offsetHeight };
    };
    const { height } = await tall(picture);
    const broken = await tall('data:image/png;base64,AAAA');
    await until(() => getComputedStyle(find(broken.widget, '.plate')!).visibility === 'hidden');
    expect(broken.height).to.equal(height);
  });

  it('leads to where each e-ID is got, alike for all', async () => {
    const eidProviders = sampleConfig().eidProviders.map((provider) => ({ ...provider, getUrl: `https://${provider.id}.example/` }));
    const { widget } = await ready({ config: async () => ok(sampleConfig({ eidProviders })) });
    expect([...widget.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.providers a')].map(({ textContent, href }) => [textContent, href])).to.deep.equal([
      ['Skaffa BankID', 'https://bankid.example/'], ['Skaffa Annan e-legitimation', 'https://annan.example/'],
    ]);
    await expectAccessible(widget);
  });

  it('offers no e-ID that cannot be used to log in', async () => {
    const [bankId, other] = sampleConfig().eidProviders;
    const config = sampleConfig({ eidProviders: [{ ...bankId!, purposes: ['login'] }, { ...other!, purposes: ['sign', 'test'] }] });
    const { widget } = await ready({ config: async () => ok(config) });
    expect([...widget.shadowRoot!.querySelectorAll('.name')].map((one) => one.textContent)).to.deep.equal(['BankID']);
  });

  for (const width of [320, 1200]) {
    for (const number of [1, 2, 5, 8]) {
      it(`gives ${number} e-IDs the same size ${width} pixels wide, and room for all`, async () => {
        await setViewport({ width, height: 800 });
        const eidProviders = many(number);
        const { widget } = await ready({ config: async () => ok(sampleConfig({ eidProviders })) });
        const sizes = [...widget.shadowRoot!.querySelectorAll('.providers li')].map((one) => one.getBoundingClientRect()).map((box) => `${Math.round(box.width)} ${Math.round(box.height)}`);
        expect(sizes).to.have.length(number);
        expect(new Set(sizes).size).to.equal(1);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
        await setViewport({ width: 800, height: 600 });
      });
    }
  }

  it('puts a logo that the municipality brings on a white plate', async () => {
    const { widget } = await ready({}, '<kommun-eid-login><img slot="logo-bankid" alt="" width="40" height="40"></kommun-eid-login>');
    expect(getComputedStyle(find(widget, '.plate')!).backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('speaks the language of the page around it', async () => {
    const { widget } = await login({}, '<kommun-eid-login lang="en"></kommun-eid-login>');
    await until(() => text(widget).includes('Use BankID on another device'));
    expect(find(widget, '.box')!.lang).to.equal('en');
  });

  it('uses a wording of the municipality\'s own', async () => {
    const config = sampleConfig({ texts: { sv: { 'login.heading': 'Logga in på Mina sidor' } } });
    const { widget } = await ready({ config: async () => ok(config) });
    expect(heading(widget)).to.equal('Logga in på Mina sidor');
  });

  for (const [app, userAgent] of Object.entries(insideApps)) {
    it(`tells somebody who has opened the page inside ${app} to open it in a browser`, async () => {
      pretend({ userAgent });
      const { widget } = await ready();
      expect(text(widget)).to.include('Du har öppnat sidan inne i en annan app. Öppna den i din vanliga webbläsare');
      await expectAccessible(widget);
    });
  }

  for (const [browser, userAgent] of Object.entries(browsers)) {
    it(`says nothing of another app in ${browser}`, async () => {
      pretend({ userAgent });
      const { widget } = await ready();
      expect(text(widget)).not.to.include('inne i en annan app');
    });
  }

  it('leaves what the editor put inside where it is', async () => {
    const { widget } = await ready({}, '<kommun-eid-login><p>Länk utan skript</p><p slot="logged-in">Hemligt</p></kommun-eid-login>');
    expect(widget.querySelector<HTMLElement>('p:not([slot])')!.offsetHeight).to.be.greaterThan(0);
    expect(widget.querySelector<HTMLElement>('[slot]')!.offsetHeight).to.equal(0);
  });

  it('hears one press although the host page listens for clicks everywhere', async () => {
    const { widget } = await ready();
    let heard = 0;
    document.body.addEventListener('click', () => { heard += 1; }, { once: true });
    choice(widget, 'bankid/other')!.click();
    expect(heard).to.equal(0);
  });

  it('starts one order however often the button is pressed', async () => {
    const { widget, backend } = await ready();
    const one = choice(widget, 'bankid/other')!;
    one.click();
    one.click();
    await until(() => find(widget, '.qr path'));
    expect(backend.calls.startEidOrder).to.have.length(1);
    const [request] = backend.calls.startEidOrder[0]!;
    expect(request).to.deep.equal({ purpose: 'login', provider: 'bankid', device: 'other' });
  });
});

describe('the QR code', () => {
  it('can be read by a camera, to the letter, black on white with four modules of quiet around it', async () => {
    const qr = 'bankid.67df3917-fa0d-44e5-b327-edcc928297f8.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8';
    const { widget } = await scanning([{ qr }]);
    const svg = find(widget, '.qr svg')! as unknown as SVGSVGElement;
    await until(async () => (await photograph(svg)) === qr, 'a code that says what the order said');
    const box = find(widget, '.qr')!;
    expect(getComputedStyle(box).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(svg).fill).to.equal('rgb(0, 0, 0)');
    expect(svg.querySelector('path')!.getBBox()).to.include({ x: 4, y: 4 });
    expect(box.getBoundingClientRect().width).to.be.at.least(256);
  });

  it('changes in place: the same picture with a stable name, and nothing is announced', async () => {
    const frames = ['a', 'b', 'c'].map((qr) => ({ qr: `bankid.${qr}` }));
    const { widget } = await scanning(frames);
    const path = find(widget, '.qr path')!;
    const box = find(widget, '.qr')!;
    const heard = listen();
    const first = path.getAttribute('d');
    await until(() => path.getAttribute('d') !== first);
    expect(heard.filter((said) => !said.startsWith('Väntar på att'))).to.deep.equal([]);
    expect(heard.length).to.be.at.most(1);
    expect(path.isConnected && find(widget, '.qr') === box).to.equal(true);
    expect(box.getAttribute('aria-label')).to.equal('QR-kod att läsa av med appen BankID');
    expect(box.closest('[aria-live]')).to.equal(null);
    await expectAccessible(widget);
  });

  it('has its steps in words beside it, and a clock that is silent', async () => {
    const { widget } = await scanning();
    expect(find(widget, 'ol')!.children).to.have.length(4);
    expect(find(widget, '[role=timer]')!.getAttribute('aria-live')).to.equal('off');
    expect(find(widget, '[role=timer]')!.textContent).to.equal('Tid kvar: 3 minuter');
  });

  it('is gone as soon as it has been scanned, and the keyboard is not lost', async () => {
    const acting = deferred<EidOrder>();
    const { widget } = await scanning([], { eidOrder: async () => ok(await acting.promise) });
    button(widget, 'Förstora koden').focus();
    acting.resolve(sampleOrder({ state: 'userActing', hint: 'userSign' }));
    await until(() => !find(widget, '.qr'));
    expect(text(widget)).to.include('Skriv din säkerhetskod i appen BankID');
    expect(focused()).to.equal(find(widget, '#step'));
    await until(() => announced().includes('Skriv din säkerhetskod'));
    await expectAccessible(widget);
  });

  it('can be enlarged, and Escape gives back the page and the place', async () => {
    const { widget } = await scanning();
    const enlarge = button(widget, 'Förstora koden');
    enlarge.focus();
    await press('Enter');
    const dialog = find<HTMLDialogElement>(widget, '#large')!;
    await until(() => dialog.open && dialog.querySelector('.qr path'));
    expect(widget.shadowRoot!.querySelectorAll('.qr path')).to.have.length(1);
    await expectAccessible(widget);
    await press('Escape');
    await until(() => !dialog.open);
    expect(focused()).to.equal(enlarge);
    expect(find(widget, '.scan .qr path')).to.not.equal(null);
  });

  it('is larger than before when it is enlarged on a phone', async () => {
    await setViewport({ width: 320, height: 640 });
    const { widget } = await scanning();
    const before = find(widget, '.scan .qr')!.offsetWidth;
    button(widget, 'Förstora koden').click();
    const large = await until(() => find(widget, '#large[open] .qr'));
    expect(large.offsetWidth).to.be.greaterThan(before);
    expect(large.offsetWidth).to.equal(document.documentElement.clientWidth);
    await setViewport({ width: 800, height: 600 });
  });

  it('says when part of it is out of view', async () => {
    const { widget } = await scanning();
    const note = find(widget, '.scan .note')!;
    widget.style.marginTop = '200vh';
    await until(() => !note.hidden);
    expect(note.textContent).to.include('syns inte helt');
    await until(() => announced().includes('Väntar på att du läser av koden. QR-koden syns inte helt'));
  });
});

async function photograph(svg: SVGSVGElement): Promise<string | undefined> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', '392');
  copy.setAttribute('height', '392');
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(392, 392).getContext('2d')!;
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, 392, 392);
  canvas.drawImage(image, 0, 0);
  const { data, width, height } = canvas.getImageData(0, 0, 392, 392);
  return decodeQR({ data, width, height });
}

describe('an e-ID on this device', () => {
  const launch = { mobile: 'https://app.example/?autostarttoken=x', desktop: 'exempel:///?autostarttoken=x' };

  it('is started by a link that the citizen presses, and the page says what to do if nothing happens', async () => {
    const order = sampleOrder({ device: 'same', state: 'waitingForApp', hint: 'outstandingTransaction', launch });
    const { widget } = await ready({ startEidOrder: async () => ok(order), eidOrder: async () => ok(order) });
    choice(widget, 'bankid/same')!.click();
    const link = await until(() => find<HTMLAnchorElement>(widget, 'a.button'));
    expect(link.href).to.equal(launch.desktop);
    expect(link.referrerPolicy).to.equal('origin');
    expect(focused()).to.equal(find(widget, '#step'));
    await expectAccessible(widget);
    const clock = stopClock();
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    await clock.tickAsync(100);
    expect(text(widget)).to.include('Försöker öppna appen BankID.').and.not.include('Startar inte appen?');
    await clock.tickAsync(6000);
    expect(text(widget)).to.include('Startar inte appen?');
  });

  it('can be changed for another device, which ends the first order', async () => {
    const order = sampleOrder({ device: 'same', state: 'waitingForApp', launch });
    const { widget, backend } = await ready({ startEidOrder: async (request) => ok(request.device === 'same' ? order : sampleOrder({ id: 'order-2' })) });
    choice(widget, 'bankid/same')!.click();
    (await until(() => button(widget, 'på en annan enhet i stället'))).click();
    await until(() => find(widget, '.qr path'));
    expect(backend.calls.cancelEidOrder.map(([id]) => id)).to.deep.equal(['order-1']);
  });

  it('runs no script that the backend might have been made to send', async () => {
    const order = sampleOrder({ device: 'same', state: 'waitingForApp', launch: { mobile: 'javascript:alert(1)', desktop: 'javascript:alert(1)' } });
    const { widget } = await ready({ startEidOrder: async () => ok(order) });
    choice(widget, 'bankid/same')!.click();
    expect((await until(() => find(widget, 'a.button'))).hasAttribute('href')).to.equal(false);
  });

  it('goes on with the same order after a reload, and starts no new one', async () => {
    const acting = sampleOrder({ device: 'same', state: 'userActing', hint: 'userSign', pollAfterMs: 60_000 });
    const backend = fakeBackend({ startEidOrder: async () => ok(acting), eidOrder: async () => ok(acting) });
    const first = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>', { backend });
    (await until(() => choice(first, 'bankid/same'))).click();
    await until(() => heading(first) === 'Fortsätt i appen');
    const kept = Object.entries(sessionStorage);
    expect(JSON.stringify(kept)).to.include('order-1').and.not.include('Tess');
    // What a reload leaves behind is the storage and nothing else.
    const again = document.createElement('kommun-eid-login');
    first.after(again);
    await until(() => heading(again) === 'Fortsätt i appen');
    expect(backend.calls.startEidOrder).to.have.length(1);
    expect(backend.calls.eidOrder.at(-1)![0]).to.equal('order-1');
  });

  for (const [name, target] of [['visibilitychange', document], ['focus', window], ['pageshow', window]] as const) {
    it(`is asked about anew at ${name} when the question before has hung, as on a phone that slept`, async () => {
      const order = sampleOrder({ device: 'same', state: 'waitingForApp', launch, pollAfterMs: 60_000 });
      const { widget, backend } = await ready({ startEidOrder: async () => ok(order), eidOrder: () => new Promise(() => {}) });
      choice(widget, 'bankid/same')!.click();
      await until(() => find(widget, 'a.button'));
      const clock = stopClock();
      const comeBack = async () => {
        target.dispatchEvent(new Event(name));
        await clock.tickAsync(0);
        return backend.calls.eidOrder.length;
      };
      expect(await comeBack()).to.equal(1);
      expect(await comeBack()).to.equal(1);
      await clock.tickAsync(5000);
      expect(await comeBack()).to.equal(2);
      expect(backend.calls.eidOrder.map(([, signal]) => signal!.aborted)).to.deep.equal([true, false]);
    });
  }

  it('is asked about at once when the citizen comes back to the page', async () => {
    const order = sampleOrder({ device: 'same', state: 'waitingForApp', launch, pollAfterMs: 60_000 });
    const { widget, backend } = await ready({ startEidOrder: async () => ok(order), eidOrder: async () => ok(order) });
    choice(widget, 'bankid/same')!.click();
    await until(() => find(widget, 'a.button'));
    for (const [index, target, name] of [[1, window, 'focus'], [2, document, 'visibilitychange'], [3, window, 'pageshow']] as const) {
      target.dispatchEvent(new Event(name));
      await until(() => backend.calls.eidOrder.length === index);
    }
  });
});

describe('an e-ID on a page of its own', () => {
  it('leads there, and offers the link as well', async () => {
    const before = location.href;
    const redirectUrl = `${location.href}#idp`;
    const order = sampleOrder({ provider: 'annan', device: 'same', state: 'redirecting', redirectUrl });
    const { widget } = await ready({ startEidOrder: async () => ok(order), eidOrder: async () => ok(order) });
    choice(widget, 'annan/same')!.click();
    await until(() => location.hash === '#idp');
    expect((await until(() => find<HTMLAnchorElement>(widget, 'a.button'))).href).to.equal(redirectUrl);
    await expectAccessible(widget);
    history.replaceState(null, '', before);
  });

  it('leads to no address that runs a script', async () => {
    Object.assign(window, { ran: 0 });
    const order = sampleOrder({ provider: 'annan', device: 'same', state: 'redirecting', redirectUrl: 'javascript:void(window.ran += 1)' });
    const { widget } = await ready({ startEidOrder: async () => ok(order), eidOrder: async () => ok(order) });
    choice(widget, 'annan/same')!.click();
    const link = await until(() => find(widget, 'a.button'));
    expect(link.hasAttribute('href')).to.equal(false);
    expect(window).to.have.property('ran', 0);
  });
});

describe('cancelling', () => {
  it('is always there, ends the order, and gives back the button that was pressed', async () => {
    const { widget, backend } = await scanning();
    button(widget, 'Avbryt').focus();
    await press('Enter');
    await until(() => choice(widget, 'bankid/other'));
    expect(focused()).to.equal(choice(widget, 'bankid/other'));
    expect(backend.calls.cancelEidOrder).to.deep.equal([['order-1', { leaving: false }]]);
    expect(sessionStorage).to.have.length(0);
  });

  it('also ends an order whose answer had not yet come', async () => {
    const answer = deferred<EidOrder>();
    const { widget, backend } = await ready({ startEidOrder: async () => ok(await answer.promise) });
    choice(widget, 'bankid/other')!.click();
    (await until(() => button(widget, 'Avbryt'))).click();
    answer.resolve(sampleOrder({ id: 'late' }));
    await until(() => backend.calls.cancelEidOrder.length);
    expect(backend.calls.cancelEidOrder[0]![0]).to.equal('late');
    expect(find(widget, '.qr')).to.equal(null);
  });

  it('is not offered in the moment when the e-ID is done, since the login can no longer be undone', async () => {
    const answer = deferred<Awaited<ReturnType<PortalBackend['startSession']>>>();
    const { widget } = await scanning([{ state: 'complete' }], { startSession: () => answer.promise });
    await until(() => heading(widget) === 'Du loggas in');
    expect(button(widget, 'Avbryt')).to.equal(undefined);
    answer.resolve(refused({ code: 'unreachable' }));
    await until(() => button(widget, 'Avbryt'), 'a way out when the connection is lost');
  });

  it('does not happen as the page goes while a phone approves, since it may only be loaded anew', async () => {
    const { widget, backend } = await scanning([{ state: 'userActing', hint: 'userSign', pollAfterMs: 60_000 }]);
    await until(() => heading(widget) === 'Fortsätt i appen');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(backend.calls.cancelEidOrder).to.deep.equal([]);
    expect(sessionStorage).to.have.length(1);
  });

  for (const [how, arrival, page, goesOn] of [
    ['by a new visit', 'navigate', 1, false],
    ['by the Back button', 'back_forward', 1, false],
    ['by loading it anew', 'reload', 1, true],
    ['in a second widget', 'navigate', performance.timeOrigin, true],
  ] as const) {
    it(`${goesOn ? 'does not happen' : 'happens'} to what a phone approves when it is found again ${how}`, async () => {
      const { widget, backend } = await scanning([{ state: 'userActing', hint: 'userSign', pollAfterMs: 60_000 }]);
      await until(() => heading(widget) === 'Fortsätt i appen');
      const [[key, kept] = []] = Object.entries(sessionStorage) as [string, string][];
      sessionStorage.setItem(key!, JSON.stringify({ ...JSON.parse(kept!), page }));
      performance.getEntriesByType = () => [{ type: arrival }] as unknown as PerformanceEntryList;
      const again = document.createElement('kommun-eid-login');
      widget.after(again);
      await until(() => (goesOn ? heading(again) === 'Fortsätt i appen' : choice(again, 'bankid/other') && backend.calls.cancelEidOrder.length));
      expect(backend.calls.cancelEidOrder).to.have.length(goesOn ? 0 : 1);
      expect(sessionStorage).to.have.length(goesOn ? 1 : 0);
    });
  }

  it('happens to what a phone approves when a page that the browser had put away is shown again', async () => {
    const { widget, backend } = await scanning([{ state: 'userActing', hint: 'userSign', pollAfterMs: 60_000 }]);
    await until(() => heading(widget) === 'Fortsätt i appen');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => choice(widget, 'bankid/other'));
    expect(backend.calls.cancelEidOrder.map(([id]) => id)).to.deep.equal(['order-1']);
  });

  it('happens by itself when the citizen leaves a code that nobody has scanned', async () => {
    const { backend } = await scanning();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await until(() => backend.calls.cancelEidOrder.length);
    expect(backend.calls.cancelEidOrder).to.deep.equal([['order-1', { leaving: true }]]);
  });

  it('does not happen when the page goes because the app came', async () => {
    const order = sampleOrder({ device: 'same', state: 'waitingForApp', pollAfterMs: 60_000 });
    const { widget, backend } = await ready({ startEidOrder: async () => ok(order) });
    choice(widget, 'bankid/same')!.click();
    await until(() => heading(widget) === 'Öppna BankID');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(backend.calls.cancelEidOrder).to.deep.equal([]);
    expect(sessionStorage).to.have.length(1);
  });

  it('happens when the widget is taken away, and not when it is moved', async () => {
    const { widget, backend } = await scanning();
    const elsewhere = widget.parentElement!.appendChild(document.createElement('section'));
    elsewhere.append(widget);
    await until(() => find(widget, '.qr path'));
    expect(backend.calls.cancelEidOrder).to.deep.equal([]);
    widget.remove();
    await until(() => backend.calls.cancelEidOrder.length);
  });
});

describe('a lost connection', () => {
  it('keeps the last code, says so once, and goes on by itself', async () => {
    const back = deferred<EidOrder>();
    const answers = [refused({ code: 'unreachable' })];
    const { widget, backend } = await scanning([], { eidOrder: async () => answers.shift() ?? ok(await back.promise) });
    await until(() => text(widget).includes('Kopplar upp igen'));
    expect(find(widget, '.qr path')).to.not.equal(null);
    await until(() => announced().includes('Kopplar upp igen'));
    await expectAccessible(widget);
    back.resolve(sampleOrder());
    await until(() => !text(widget).includes('Kopplar upp igen'));
    expect(backend.calls.startEidOrder).to.have.length(1);
  });

  it('is not what a backend has that asks to slow down, as when many tabs are open: the login goes on, calmly', async () => {
    const clock = stopClock();
    const busy = refused({ code: 'too-many-requests', status: 429, retryAfter: 2 });
    let scanned = false;
    const backend = fakeBackend({ eidOrder: async () => (scanned ? ok(sampleOrder({ state: 'userActing', hint: 'userSign' })) : busy) });
    const widget = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>', { backend });
    (await until(() => choice(widget, 'bankid/other'))).click();
    await until(() => find(widget, '.qr path'));
    await clock.tickAsync(200_000);
    expect(text(widget)).to.include('Väntar på att du läser av koden').and.not.include('Kopplar upp igen');
    expect(backend.calls.eidOrder.length).to.be.within(50, 100);
    scanned = true;
    await clock.tickAsync(3100);
    expect(text(widget)).to.include('Skriv din säkerhetskod');
  });

  it('of a backend that never stops asking to slow down ends in a plain sentence, when no order can be left', async () => {
    const clock = stopClock();
    const backend = fakeBackend({ eidOrder: async () => refused({ code: 'too-many-requests', status: 429, retryAfter: 30 }) });
    const widget = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>', { backend });
    (await until(() => choice(widget, 'bankid/other'))).click();
    await until(() => find(widget, '.qr path'));
    await clock.tickAsync(300_000);
    await until(() => heading(widget) === 'Det blev för många försök');
    expect(button(widget, 'Försök igen')).to.not.equal(undefined);
  });

  it('is tried after 1, 2, 4 and then every 4 seconds', async () => {
    const clock = stopClock();
    const backend = fakeBackend({ eidOrder: async () => refused({ code: 'unreachable' }) });
    const widget = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>', { backend });
    await until(() => choice(widget, 'bankid/other'));
    choice(widget, 'bankid/other')!.click();
    await until(() => find(widget, '.qr path'));
    const asked = () => backend.calls.eidOrder.length;
    for (const [wait, times] of [[1000, 1], [1000, 2], [2000, 3], [4000, 4], [4000, 5]] as const) {
      await clock.tickAsync(wait - 1);
      expect(asked()).to.equal(times - 1);
      await clock.tickAsync(1);
      expect(asked()).to.equal(times);
    }
  });
});

describe('a login that fails', () => {
  for (const [hint, code, title, sentence] of [
    ['startFailed', 'eid-not-found', 'Koden lästes inte av', 'Öppna appen BankID och läs av koden'],
    ['certificateErr', 'eid-expired-or-blocked', 'Din e-legitimation går inte att använda', 'för gammal eller spärrad'],
    ['userCancel', 'eid-cancelled', 'Inloggningen avbröts', 'Du avbröt i appen'],
    ['expiredTransaction', 'eid-timed-out', 'Tiden gick ut', 'svarade inte'],
    ['alreadyInProgress', 'eid-in-progress', 'En inloggning var redan påbörjad', 'Var det inte du'],
    ['facialRecognitionFailed', 'eid-check-failed', 'Kontrollen av vem du är gick inte', 'Ansiktskontrollen'],
    ['multipleBankIdsOnDevice', 'eid-device-unsuitable', 'Enheten eller appen klarar inte', 'flera BankID'],
    ['transactionRiskBlocked', 'eid-blocked-by-risk', 'stoppades av säkerhetsskäl', 'inte var säker'],
    ['somethingNew', 'a-code-of-a-later-version', 'Det gick inte att logga in', 'Något gick fel'],
  ] as const) {
    it(`by ${hint} says why, with a way on`, async () => {
      const heard: string[] = [];
      const { widget } = await scanning(failing({ hint, failure: { code, advice: ['tryAgain', 'anAdviceOfALaterVersion', 'usePaperForm'] } }));
      widget.addEventListener('kommun-login-failed', (event) => heard.push(event.code));
      await until(() => heading(widget).includes(title));
      expect(text(widget)).to.include(sentence);
      expect([...widget.shadowRoot!.querySelectorAll('.advice li')].map((one) => one.textContent)).to.deep.equal(['Försök igen', 'Använd en blankett i stället', 'Logga in på ett annat sätt']);
      expect(focused()).to.equal(find(widget, '#step'));
      await expectAccessible(widget);
    });
  }

  it('offers the ways on in the order of the backend', async () => {
    const advice = ['contactServiceCentre', 'contactIssuer', 'testEid', 'useOtherProvider'];
    const { widget } = await scanning(failing({ failure: { code: 'eid-failed', advice } }));
    const list = await until(() => find(widget, '.advice'));
    expect([...list.children].map((one) => one.textContent!.trim())).to.deep.equal([
      'Kontakta Servicecenter, 0476-550 00, info@almhult.se', 'Kontakta utfärdaren: din bank', 'Testa din e-legitimation', 'Logga in på ett annat sätt',
    ]);
    expect(list.querySelector<HTMLAnchorElement>('a')!.href).to.equal('tel:+4647655000');
  });

  it('leads to the municipality\'s own test of the e-ID where there is one', async () => {
    const config = sampleConfig({ links: { ...sampleConfig().links, eidTest: 'https://kommun.example/testa' } });
    const { widget } = await scanning(failing({ failure: { code: 'eid-failed', advice: ['testEid'] } }), { config: async () => ok(config) });
    const list = await until(() => find(widget, '.advice'));
    expect(list.querySelector('a')!.href).to.equal('https://kommun.example/testa');
  });

  it('tells the page its code and nothing about the person', async () => {
    const failed = new Promise<Event>((resolve) => document.addEventListener('kommun-login-failed', resolve, { once: true }));
    await scanning(failing({ hint: 'userCancel', failure: { code: 'eid-cancelled', advice: [] } }));
    expect((await failed) as Event & { code: string }).to.include({ code: 'eid-cancelled', bubbles: true, composed: true });
  });

  it('can be tried again at once', async () => {
    const { widget, backend } = await scanning(failing({ failure: { code: 'eid-cancelled', advice: ['tryAgain'] } }));
    (await until(() => button(widget, 'Försök igen'))).click();
    await until(() => backend.calls.startEidOrder.length === 2);
    expect(backend.calls.startEidOrder[1]![0]).to.include({ provider: 'bankid', device: 'other' });
  });

  it('leads back to the choice of an e-ID, whatever the backend advises', async () => {
    const { widget } = await scanning(failing({ hint: 'userCancel', failure: { code: 'eid-cancelled', advice: ['tryAgain'] } }));
    (await until(() => button(widget, 'Logga in på ett annat sätt'))).click();
    await until(() => choice(widget, 'annan/same'));
    expect(focused()).to.equal(choice(widget, 'bankid/other'));
  });

  it('leads back to the choice of an e-ID also when the backend refuses to begin', async () => {
    const { widget } = await ready({ startEidOrder: async () => refused({ code: 'eid-provider-unavailable', status: 503 }) });
    choice(widget, 'bankid/other')!.click();
    (await until(() => button(widget, 'Logga in på ett annat sätt'))).click();
    await until(() => choice(widget, 'annan/same'));
  });

  it('offers a new code when time is up', async () => {
    const { widget } = await scanning([{ state: 'expired', hint: 'expiredTransaction', failure: { code: 'eid-timed-out', advice: ['tryAgain'] } }]);
    await until(() => button(widget, 'Visa en ny kod'));
  });
});

describe('a backend in trouble', () => {
  for (const [code, status, title] of [
    ['offline', undefined, 'Du verkar sakna internet'],
    ['unreachable', undefined, 'Vi når inte tjänsten just nu'],
    ['timed-out', undefined, 'Tjänsten svarar inte'],
    ['unreadable-answer', 200, 'Något har gått fel hos oss'],
    ['not-logged-in', 401, 'Du är inte inloggad'],
    ['request-not-allowed', 403, 'Det går inte att göra det här från den här sidan'],
    ['not-found', 404, 'Det du söker finns inte längre'],
    ['conflict', 409, 'Något annat hann före'],
    ['internal-error', 500, 'Något har gått fel hos oss'],
    ['maintenance', 503, 'Tjänsten är stängd en stund'],
    ['a-code-of-a-later-version', 422, 'Något har gått fel hos oss'],
  ] as const) {
    it(`that answers ${code} is a plain sentence with a way on`, async () => {
      const problem = { code, ...(status !== undefined && { status }) };
      const { widget, backend } = await ready({ startEidOrder: inTurn<Awaited<ReturnType<PortalBackend['startEidOrder']>>>(refused(problem), ok(sampleOrder())) });
      choice(widget, 'bankid/other')!.click();
      await until(() => heading(widget) === title);
      expect(find(widget, 'a[href^="tel:"]')).to.not.equal(null);
      await expectAccessible(widget);
      button(widget, 'Försök igen').click();
      await until(() => find(widget, '.qr path'));
      expect(backend.calls.startEidOrder).to.have.length(2);
    });
  }

  it('says for how long to wait', async () => {
    const { widget } = await ready({ startEidOrder: async () => refused({ code: 'too-many-requests', status: 429, retryAfter: 30, traceId: 'spår-1' }) });
    choice(widget, 'bankid/other')!.click();
    await until(() => text(widget).includes('Vänta 30 sekunder'));
    expect(text(widget)).to.include('Felkod: spår-1');
  });

  it('before anything could be chosen can be tried again', async () => {
    const { widget } = await login({ config: inTurn<Awaited<ReturnType<PortalBackend['config']>>>(refused({ code: 'timed-out' }), ok(sampleConfig())) });
    await until(() => heading(widget) === 'Tjänsten svarar inte');
    button(widget, 'Försök igen').click();
    await until(() => choice(widget, 'bankid/other'));
  });

  it('that takes its time is waited for in words', async () => {
    const { widget } = await login({ config: () => new Promise(() => {}) });
    await until(() => text(widget).includes('Hämtar inloggningen'));
    await expectAccessible(widget);
  });

  it('that nobody has named is the editor\'s to mend, in words that a citizen does not see', async () => {
    const widget = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>');
    await until(() => heading(widget) === 'Tjänsten är stängd just nu');
    expect(text(widget)).to.not.match(/api|data-|backend/);
    expect(editorWarnings().join()).to.include('<kommun-eid-login>: Adressen till kommunens tjänst saknas');
  });
});

describe('a municipality that has no e-ID yet', () => {
  it('is told so where its editor looks, while the citizen is led to the help', async () => {
    const { widget } = await login({ config: async () => ok(sampleConfig({ eidProviders: [] })) });
    await until(() => text(widget).includes('Det går inte att logga in här just nu.'));
    expect(text(widget)).to.not.include('municipality');
    expect(editorWarnings()).to.deep.equal(['<kommun-eid-login>: Det finns ingen e-legitimation att välja. De skrivs i eidProviders i municipality.json.']);
  });
});

describe('being logged in', () => {
  it('follows from an order that is complete, and is told to the page and to those who listen', async () => {
    const started = new Promise((resolve) => document.addEventListener('kommun-session-started', resolve, { once: true }));
    const { widget, backend } = await scanning([{ state: 'complete' }]);
    await until(() => heading(widget) === 'Du är inloggad');
    await started;
    expect(text(widget)).to.include('Inloggad som Tess Testsson').and.include('30 minuter');
    expect(backend.calls.startSession[0]![0]).to.deep.equal({ orderId: 'order-1' });
    expect(focused()).to.equal(find(widget, '#step'));
    await until(() => announced().includes('Du är inloggad.'));
    expect(JSON.stringify(Object.entries(sessionStorage)) + location.href).to.not.include('Tess');
    await expectAccessible(widget);
  });

  it('says when it ends, and that one is asked before that, but not where nobody will be asked', async () => {
    const { widget } = await login({ session: async () => ok(sampleSession()) });
    await until(() => text(widget).includes('Du loggas ut om 30 minuter. Innan dess får du en fråga.'));
    const last = await login({ session: async () => ok(sampleSession({ expiresAt: minutes(20) })) });
    await until(() => text(last.widget).includes('Du loggas ut om 20 minuter.'));
    expect(text(last.widget)).to.not.include('får du en fråga');
  });

  it('keeps translators from the name, and from nothing else', async () => {
    const { widget } = await login({ session: async () => ok(sampleSession()) });
    const name = await until(() => find(widget, '.person [translate=no]'));
    expect(name.textContent).to.equal('Tess Testsson');
    expect(name.parentElement!.textContent).to.equal('Inloggad som Tess Testsson');
    expect(name.parentElement!.translate).to.equal(true);
  });

  it('comes in the end although the answer was lost on the way', async () => {
    const { widget } = await scanning([{ state: 'complete' }], {
      startSession: inTurn<Awaited<ReturnType<PortalBackend['startSession']>>>(refused({ code: 'unreachable' }), ok(sampleSession())),
    });
    await until(() => heading(widget) === 'Du är inloggad');
  });

  it('shows what is meant for those who are logged in', async () => {
    const { widget } = await login({ session: async () => ok(sampleSession()) }, '<kommun-eid-login><p slot="logged-in">Dina ärenden</p></kommun-eid-login>');
    await until(() => widget.querySelector('p')!.offsetHeight > 0);
  });

  it('offers the next page when it is on the same site, and warns the editor when it is not', async () => {
    const { widget } = await login({ session: async () => ok(sampleSession()) }, '<kommun-eid-login next="/mina-sidor"></kommun-eid-login>');
    expect((await until(() => button(widget, 'Gå vidare')) as HTMLAnchorElement).href).to.equal(`${location.origin}/mina-sidor`);
    widget.next = 'https://elsewhere.example/';
    await widget.updateComplete;
    expect(button(widget, 'Gå vidare')).to.equal(undefined);
    expect(editorWarnings().join()).to.include('next="https://elsewhere.example/" går inte att använda');
  });

  it('leads on by itself to where the citizen was going', async () => {
    const before = location.href;
    const url = new URL(location.href);
    url.searchParams.set('kommun-next', '#framme');
    history.replaceState(null, '', url);
    const { widget } = await scanning([{ state: 'complete' }]);
    await until(() => heading(widget) === 'Du är inloggad');
    expect((button(widget, 'Gå vidare') as HTMLAnchorElement).hash).to.equal('#framme');
    history.replaceState(null, '', before);
  });

  it('ends when the citizen logs out, with the advice to close the browser', async () => {
    const ended = new Promise<Event>((resolve) => document.addEventListener('kommun-session-ended', resolve, { once: true }));
    const { widget, backend } = await login({ session: async () => ok(sampleSession()) });
    (await until(() => button(widget, 'Logga ut'))).click();
    await until(() => heading(widget) === 'Du har loggat ut');
    expect(text(widget)).to.include('Stäng också webbläsaren').and.not.include('Tess');
    expect(backend.calls.endSession).to.have.length(1);
    expect((await ended) as Event & { reason: string }).to.include({ reason: 'pressed' });
    expect(focused()).to.equal(find(widget, '#step'));
    await expectAccessible(widget);
  });

  it('says when logging out did not work', async () => {
    const { widget } = await login({ session: async () => ok(sampleSession()), endSession: async () => refused({ code: 'unreachable' }) });
    (await until(() => button(widget, 'Logga ut'))).click();
    await until(() => text(widget).includes('Vi når inte tjänsten just nu'));
    expect(heading(widget)).to.equal('Du är inloggad');
  });
});

describe('a session that is about to end', () => {
  const soon = (changes = {}) => sampleSession({ idleExpiresAt: minutes(1.5), ...changes });

  async function warned(answers: Partial<PortalBackend> = {}) {
    const made = await login({ session: async () => ok(soon()), ...answers });
    const dialog = await until(() => find<HTMLDialogElement>(made.widget, '#warning'));
    await until(() => dialog.open);
    return { ...made, dialog };
  }

  it('asks in a dialog that has the keyboard, and stays when the citizen wants to', async () => {
    const { widget, dialog, backend } = await warned();
    expect(focused()!.textContent).to.equal('Fortsätt vara inloggad');
    await expectAccessible(widget);
    await press('Enter');
    await until(() => !dialog.open);
    expect(backend.calls.extendSession).to.have.length(1);
  });

  it('takes Escape for yes', async () => {
    const { dialog, backend } = await warned();
    await press('Escape');
    await until(() => !dialog.open);
    expect(backend.calls.extendSession).to.have.length(1);
  });

  it('says so when there is a minute and when there are twenty seconds left, inside the dialog', async () => {
    const clock = stopClock();
    const backend = fakeBackend({ session: async () => ok(soon()) });
    const widget = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>', { backend });
    const dialog = await until(() => find<HTMLDialogElement>(widget, '#warning'));
    await until(() => dialog.open);
    const said = find(widget, '#said')!;
    await clock.tickAsync(30_400);
    expect(said.textContent).to.equal('Du loggas ut om 60 sekunder.');
    await clock.tickAsync(40_000);
    expect(said.textContent).to.equal('Du loggas ut om 20 sekunder.');
  });

  it('loses nothing when it ends while a form is half filled', async () => {
    const clock = stopClock();
    let gone = false;
    const backend = fakeBackend({ session: async () => ok(gone ? { authenticated: false } : soon()) });
    const widget = await fixture<KommunEidLogin>('<kommun-eid-login><form slot="logged-in"><input value=""></form></kommun-eid-login>', { backend });
    await until(() => find<HTMLDialogElement>(widget, '#warning')?.open);
    const input = widget.querySelector('input')!;
    input.value = 'halvskriven';
    gone = true;
    await clock.tickAsync(91_000);
    expect(heading(widget)).to.equal('Du har loggats ut');
    expect(text(widget)).to.include('Det du har skrivit på sidan finns kvar');
    expect(widget.querySelector('input')).to.equal(input);
    expect(input.value).to.equal('halvskriven');
    await clock.tickAsync(500);
    expect(announced()).to.include('Du har loggats ut');
  });

  it('and cannot be put off says so instead', async () => {
    const { widget, dialog } = await warned({ session: async () => ok(soon({ expiresAt: minutes(1.5) })) });
    expect(dialog.textContent).to.include('så länge det går');
    button(widget, 'Stäng').click();
    await until(() => !dialog.open);
  });

  it('warns in one place when two widgets show it', async () => {
    const backend = fakeBackend({ session: async () => ok(soon()) });
    const first = await fixture<KommunEidLogin>('<kommun-eid-login></kommun-eid-login>', { backend });
    first.parentElement!.append(document.createElement('kommun-eid-login'));
    const second = first.parentElement!.lastElementChild as KommunEidLogin;
    await until(() => find<HTMLDialogElement>(first, '#warning')?.open && find(second, '#warning'));
    expect(find<HTMLDialogElement>(second, '#warning')!.open).to.equal(false);
  });
});

describe('several tabs', () => {
  it('that are told of a logout show it at once', async () => {
    const { widget } = await login({ session: async () => ok(sampleSession()) });
    await until(() => heading(widget) === 'Du är inloggad');
    const tab = new BroadcastChannel(channelOf(widget));
    tab.postMessage('logged-out');
    await until(() => text(widget).includes('Utloggningen gjordes i en annan flik'));
    tab.close();
  });

  it('hear of a logout here, as a code without a name', async () => {
    const { widget } = await login({ session: async () => ok(sampleSession()) });
    await until(() => heading(widget) === 'Du är inloggad');
    const tab = new BroadcastChannel(channelOf(widget));
    const heard = new Promise((resolve) => { tab.onmessage = ({ data }) => resolve(data); });
    button(widget, 'Logga ut').click();
    expect(await heard).to.equal('logged-out');
    tab.close();
  });

  for (const [who, person, told] of [
    ['somebody else', { displayName: 'Annan Annansson' }, ['kommun-session-ended', 'kommun-session-started']],
    ['the same person, more securely', undefined, ['kommun-session-started']],
  ] as const) {
    it(`tell the page when ${who} has logged in`, async () => {
      const heard: string[] = [];
      const answers = inTurn(ok(sampleSession()), ok(sampleSession({ ...(person && { person }), expiresAt: minutes(470) })));
      const { widget } = await login({ session: answers });
      for (const name of ['kommun-session-ended', 'kommun-session-started']) widget.addEventListener(name, () => heard.push(name));
      await until(() => text(widget).includes('Tess'));
      const tab = new BroadcastChannel(channelOf(widget));
      tab.postMessage('changed');
      await until(() => heard.includes('kommun-session-started'));
      expect(heard).to.deep.equal(told);
      tab.close();
    });
  }

  it('are not needed: where the browser refuses them to hear of each other, the login is there all the same', async () => {
    const { BroadcastChannel } = window;
    window.BroadcastChannel = function unwilling() { throw new DOMException('', 'SecurityError'); } as unknown as typeof BroadcastChannel;
    await ready().finally(() => { window.BroadcastChannel = BroadcastChannel; });
  });

  it('show no name of a page that was put away, until the backend has been asked', async () => {
    const later = deferred<Awaited<ReturnType<PortalBackend['session']>>>();
    const answers = [Promise.resolve(ok(sampleSession()))];
    const { widget } = await login({ session: () => answers.shift() ?? later.promise });
    const ended = new Promise<KommunSessionEndedEvent>((resolve) => { widget.addEventListener('kommun-session-ended', resolve); });
    await until(() => text(widget).includes('Tess'));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await widget.updateComplete;
    expect(text(widget)).to.not.include('Tess');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    later.resolve(ok({ authenticated: false }));
    await until(() => choice(widget, 'bankid/other'));
    expect((await ended).reason).to.equal('elsewhere');
    expect(heading(widget)).to.equal('Du har loggats ut');
  });
});

function channelOf(widget: KommunEidLogin): string {
  let api = '';
  widget.dispatchEvent(new ContextEvent(portalContext, widget, ({ connection }) => { api = connection!.api.href; }));
  return `kommun-session:${api}`;
}

describe('the attributes', () => {
  it('set the level of the heading', async () => {
    const { widget } = await ready({}, '<kommun-eid-login heading-level="3"></kommun-eid-login>');
    expect(find(widget, '#step')!.localName).to.equal('h3');
  });

  it('can be taken away again without a word to the editor', async () => {
    const { widget } = await ready({}, '<kommun-eid-login heading-level="3"></kommun-eid-login>');
    widget.removeAttribute('heading-level');
    await until(() => find(widget, '#step')!.localName === 'h2');
    expect(editorWarnings()).to.deep.equal([]);
  });

  it('that are wrong are the editor\'s to hear of, and the widget goes on', async () => {
    const { widget } = await ready({}, '<kommun-eid-login heading-level="9"></kommun-eid-login>');
    expect(find(widget, '#step')!.localName).to.equal('h2');
    expect(editorWarnings()).to.deep.equal(['<kommun-eid-login>: heading-level="9" går inte att använda. Tillåtet: 2, 3, 4, 5 eller 6.']);
  });
});
