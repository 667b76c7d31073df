import { expect } from 'chai';
import { LitElement, html } from 'lit';
import { connectionTo } from '../../src/portal/connection.ts';
import { onPage } from '../../src/portal/page-default.ts';
import { setPagePortal } from '../../src/portal/page-portal.ts';
import { PortalController } from '../../src/portal/portal.controller.ts';
import { KommunPortal } from '../../src/portal/portal.element.ts';
import { WordsController } from '../../src/portal/words.controller.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { fakeBackend, ok, sampleConfig } from '../support/fake-backend.ts';
import { fixture } from '../support/fixture.ts';
import { until } from '../support/until.ts';

const words = {
  name: 'probe',
  sv: { greeting: 'Hej {name}' },
  other: { en: async () => ({ greeting: 'Hello {name}' }), fi: () => Promise.reject(new Error('offline')) },
};

class ProbeWidget extends LitElement {
  readonly portal = new PortalController(this);
  readonly words = new WordsController(this, this.portal, words);

  protected override render() {
    return html`<p lang=${this.words.language}>${this.words.ready ? this.words.say('greeting', { name: 'Tess' }) : ''}</p>`;
  }

  get said(): string {
    return this.renderRoot.textContent!.trim();
  }
}
customElements.define('probe-widget', ProbeWidget);

const api = (widget: ProbeWidget) => widget.portal.connection?.api.pathname;
const probe = (root: ParentNode, selector = 'probe-widget') => root.querySelector<ProbeWidget>(selector)!;

describe('kommun-portal', () => {
  it('serves a widget that was on the page before the portal had its code', async () => {
    const page = await fixture('<kommun-portal api="/late"><probe-widget></probe-widget></kommun-portal>');
    expect(probe(page).portal.settled).to.equal(false);
    customElements.define('kommun-portal', KommunPortal);
    await until(() => api(probe(page)) === '/late/');
  });

  it('gives every widget the backend of the portal around it, several portals on a page', async () => {
    const page = await fixture(`<div>
      <kommun-portal api="/one"><probe-widget></probe-widget></kommun-portal>
      <kommun-portal api="/two/"><section><probe-widget></probe-widget></section></kommun-portal>
    </div>`);
    const [one, two] = page.querySelectorAll<ProbeWidget>('probe-widget');
    expect([api(one!), api(two!)]).to.deep.equal(['/one/', '/two/']);
  });

  it('lets portals on the same backend share one connection, and so one session', () => {
    expect(connectionTo(new URL('/same', location.origin))).to.equal(connectionTo(new URL('/same/', location.origin)));
  });

  it('follows a change of its address', async () => {
    const portal = await fixture('<kommun-portal api="/before"><probe-widget></probe-widget></kommun-portal>');
    portal.setAttribute('api', '/after');
    await until(() => api(probe(portal)) === '/after/');
  });

  it('lets the page stand in where no portal surrounds a widget, also when the page speaks late', async () => {
    setPagePortal({ api: undefined, language: undefined });
    const widget = await fixture<ProbeWidget>('<probe-widget></probe-widget>');
    expect(widget.portal.settled).to.equal(true);
    expect(widget.portal.connection).to.equal(undefined);
    setPagePortal({ api: '/page', language: undefined });
    expect(api(widget)).to.equal('/page/');
  });

  for (const [written, why] of [['', 'empty'], ['http://', 'no address'], ['javascript:alert(1)', 'not http']] as const) {
    it(`tells the editor when api is ${why}, and names what is allowed`, async () => {
      const portal = await fixture(`<kommun-portal api="${written}"><probe-widget></probe-widget></kommun-portal>`);
      expect(probe(portal).portal.connection).to.equal(undefined);
      expect(editorWarnings()).to.have.length(1);
      expect(editorWarnings()[0]).to.include('<kommun-portal>').and.to.include('api').and.to.include(`"${written}"`).and.to.include('https://');
    });
  }

  it('does not take an address without its https:// for a folder on the site', async () => {
    const portal = await fixture('<kommun-portal api="e-tjanster.kommunen.se/api/v1"><probe-widget></probe-widget></kommun-portal>');
    expect(probe(portal).portal.connection).to.equal(undefined);
    expect(editorWarnings()[0]).to.include('api="e-tjanster.kommunen.se/api/v1" går inte att använda').and.include('https://');
  });

  it('does not follow a page to another site, where the site itself has said which backend applies', async () => {
    setPagePortal({ api: '/page', language: undefined });
    const portal = await fixture('<kommun-portal api="https://ond.example/api"><probe-widget></probe-widget></kommun-portal>');
    expect(probe(portal).portal.connection).to.equal(undefined);
    expect(editorWarnings()[0]).to.include('https://ond.example').and.include('kan inte välja en annan');
    portal.setAttribute('api', '/egen');
    await until(() => api(probe(portal)) === '/egen/');
    setPagePortal({ api: undefined, language: undefined });
  });

  for (const written of ['/api', './api', '../api', '//kommun.example/api', 'https://kommun.example/api']) {
    it(`takes ${written} for an address`, async () => {
      const portal = await fixture(`<kommun-portal api="${written}"><probe-widget></probe-widget></kommun-portal>`);
      expect(probe(portal).portal.connection!.api.href).to.equal(`${new URL(written, location.href).href}/`);
      expect(editorWarnings()).to.deep.equal([]);
    });
  }

  it('tells the editor of a language that no widget speaks, and leaves the choice to the municipality', async () => {
    const backend = fakeBackend({ config: async () => ok(sampleConfig({ defaultLanguage: 'en' })) });
    const page = await fixture('<kommun-portal api="/languages" lang="xx"><probe-widget></probe-widget></kommun-portal>', { backend });
    expect(editorWarnings()).to.deep.equal(['<kommun-portal>: lang="xx" går inte att använda. Tillåtet: sv, en.']);
    expect(probe(page).said).to.equal('Hej Tess');
  });

  it('says nothing of a region of a language that is spoken', async () => {
    await fixture('<kommun-portal api="/languages" lang="sv-FI"></kommun-portal>');
    expect(editorWarnings()).to.deep.equal([]);
  });

  it('gives its language also when a script sets it as a property, on a page in another one', async () => {
    const page = await fixture('<div lang="sv"><kommun-portal api="/languages"><probe-widget></probe-widget></kommun-portal></div>');
    page.querySelector<KommunPortal>('kommun-portal')!.lang = 'en';
    await until(() => probe(page).said === 'Hello Tess');
  });

  it('tells the editor when api is missing', async () => {
    await fixture('<kommun-portal></kommun-portal>');
    expect(editorWarnings()).to.have.length(1);
    expect(editorWarnings()[0]).to.include('Attributet api saknas');
  });

  it('shows the same words in the page only when it was opened with ?kommun-debug', async () => {
    const address = location.href;
    const page = await fixture('<div></div>');
    page.innerHTML = '<kommun-portal api="ftp://a"></kommun-portal>';
    await until(() => editorWarnings().length === 1);
    history.replaceState(null, '', '?kommun-debug');
    page.innerHTML = '<kommun-portal api="ftp://b"></kommun-portal>';
    const note = await until(() => page.querySelector('[data-kommun-note]'));
    history.replaceState(null, '', address);
    expect(note.shadowRoot!.textContent).to.include('ftp://b');
    expect(page.querySelectorAll('[data-kommun-note]')).to.have.length(1);
  });
});

describe('the script tag', () => {
  /** What the loader's tag says of the page, as the loader leaves it there. */
  function pageWith(settings: { api: string | undefined; language?: string }): void {
    const tag = document.createElement('script');
    tag.type = 'text/plain';
    if (settings.api !== undefined) tag.dataset['api'] = settings.api;
    document.head.append(tag);
    setPagePortal({ language: undefined, ...settings });
  }

  afterEach(() => {
    document.querySelectorAll('script[data-api]').forEach((tag) => tag.remove());
    setPagePortal({ api: undefined, language: undefined });
  });

  it('still says whom to call where a page sets its backend itself', () => {
    setPagePortal({ api: undefined, language: undefined, phone: '0476-55000', sorry: 'Ring 0476-55000.' });
    setPagePortal({ api: '/page', language: undefined });
    expect(onPage()).to.include({ api: '/page', phone: '0476-55000', sorry: 'Ring 0476-55000.' });
    setPagePortal({ api: undefined, language: undefined, phone: undefined, sorry: '' });
  });

  it('with an address that is none is named to the editor, also on a page opened with ?kommun-debug, and nothing else is', async () => {
    const address = location.href;
    history.replaceState(null, '', '?kommun-debug');
    pageWith({ api: 'e-tjanster.kommunen.se/api/v1' });
    const widget = await fixture<ProbeWidget>('<probe-widget></probe-widget>');
    const note = await until(() => document.querySelector<HTMLElement>('[data-kommun-note]'));
    history.replaceState(null, '', address);
    expect(note.parentElement).to.equal(document.body);
    expect(note.shadowRoot!.textContent).to.include('<script>').and.include('data-api="e-tjanster.kommunen.se/api/v1" går inte att använda');
    note.remove();
    expect(widget.portal.settled && !widget.portal.connection).to.equal(true);
    widget.portal.tellIfMissing();
    expect(editorWarnings()).to.have.length(1);
  });

  it('that names no backend leaves it to the widget to say so', async () => {
    pageWith({ api: undefined });
    const widget = await fixture<ProbeWidget>('<probe-widget></probe-widget>');
    expect(editorWarnings()).to.deep.equal([]);
    widget.portal.tellIfMissing();
    expect(editorWarnings().join()).to.include('Adressen till kommunens tjänst saknas');
  });

  it('with a language that no widget speaks is told to the editor', async () => {
    pageWith({ api: '/page', language: 'xx' });
    await fixture('<probe-widget></probe-widget>');
    expect(editorWarnings()).to.deep.equal(['<script>: data-lang="xx" går inte att använda. Tillåtet: sv, en.']);
  });
});

describe('the language of a widget', () => {
  it('is that of the nearest lang', async () => {
    const page = await fixture('<div lang="en-GB"><probe-widget></probe-widget></div>');
    await until(() => probe(page).said === 'Hello Tess');
  });

  it('is that of the portal when the nearest lang is one that the widget does not speak', async () => {
    const page = await fixture('<div lang="de"><probe-widget></probe-widget></div>', { backend: fakeBackend(), language: 'en' });
    await until(() => probe(page).said === 'Hello Tess');
  });

  it('is that of the municipality when neither the page nor the portal states one that the widget speaks', async () => {
    const backend = fakeBackend({ config: async () => ok(sampleConfig({ defaultLanguage: 'en' })) });
    const page = await fixture('<div lang="de"><probe-widget></probe-widget></div>', { backend });
    expect(probe(page).said).to.equal('Hej Tess');
    await probe(page).portal.connection!.config();
    await until(() => probe(page).said === 'Hello Tess');
  });

  it('changes with the page', async () => {
    const page = await fixture('<div lang="sv"><probe-widget></probe-widget></div>');
    expect(probe(page).said).to.equal('Hej Tess');
    page.lang = 'en';
    await until(() => probe(page).said === 'Hello Tess');
  });

  it('falls back to Swedish, marked as Swedish, when the words cannot be fetched', async () => {
    const page = await fixture('<div lang="fi"><probe-widget></probe-widget></div>');
    await until(() => probe(page).said === 'Hej Tess');
    expect(probe(page).renderRoot.querySelector('p')!.lang).to.equal('sv');
  });

  it('warns the editor of a lang on the tag that the widget does not speak', async () => {
    await fixture('<probe-widget lang="tlh"></probe-widget>');
    expect(editorWarnings()).to.have.length(1);
    expect(editorWarnings()[0]).to.include('lang="tlh"').and.to.include('sv, en, fi');
  });

  it('gives way to the wording of the municipality', async () => {
    const backend = fakeBackend({ config: async () => ok(sampleConfig({ texts: { sv: { 'probe.greeting': 'Tjena {name}' } } })) });
    const page = await fixture('<div lang="sv"><probe-widget></probe-widget></div>', { backend });
    await probe(page).portal.connection!.config();
    await until(() => probe(page).said === 'Tjena Tess');
  });
});
