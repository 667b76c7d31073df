import { expect } from 'chai';
import { LitElement, html } from 'lit';
import { connectionTo } from '../../src/portal/connection.ts';
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
