import { ContextConsumer } from '@lit/context';
import { expect } from 'chai';
import { html, LitElement } from 'lit';
import { warnEditor } from '../../src/kit/warn-editor.ts';
import { portalContext } from '../../src/portal/portal.ts';
import { expectAccessible } from '../support/accessible.ts';
import { stopClock } from '../support/clock.ts';
import { editorWarnings } from '../support/editor-warnings.ts';
import { fakeBackend, refused } from '../support/fake-backend.ts';
import { fixture } from '../support/fixture.ts';
import { focused, press, type } from '../support/keys.ts';
import { until } from '../support/until.ts';

class SampleWidget extends LitElement {
  readonly portal = new ContextConsumer(this, { context: portalContext, subscribe: true });

  protected override render() {
    return html`<label>Namn <input></label>`;
  }
}
customElements.define('sample-widget', SampleWidget);

async function failureOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(() => 'nothing failed', (error: Error) => error.message);
}

describe('the support of the browser tests', () => {
  it('give a widget the backend of the test', async () => {
    const backend = fakeBackend({ session: async () => refused({ code: 'offline' }) });
    const widget = await fixture<SampleWidget>('<sample-widget></sample-widget>', { backend });
    const given = await widget.portal.value?.connection?.backend();
    expect(await given?.session()).to.deep.equal({ ok: false, problem: { code: 'offline' } });
    expect(backend.calls.session).to.have.length(1);
  });

  it('leave no widget of an earlier test on the page', () => {
    expect(document.querySelector('sample-widget')).to.equal(null);
  });

  it('press real keys, also inside a widget', async () => {
    const widget = await fixture('<sample-widget></sample-widget>');
    await press('Tab');
    await type('Åsa');
    expect(focused()).to.equal(widget.shadowRoot!.querySelector('input'));
    expect(widget.shadowRoot!.querySelector('input')!.value).to.equal('Åsa');
  });

  it('accept what everybody can use and name what they cannot, inside a widget too', async () => {
    const widget = await fixture('<sample-widget></sample-widget>');
    await expectAccessible(widget);
    widget.shadowRoot!.querySelector('label')!.replaceWith(document.createElement('input'));
    expect(await failureOf(expectAccessible(widget))).to.match(/^label: /);
  });

  it('hear what the editor is told', async () => {
    warnEditor({ element: await fixture('<p></p>'), message: 'Skriv en rubrik.' });
    expect(editorWarnings()).to.deep.equal(['<p>: Skriv en rubrik.']);
  });

  it('stop the clock and still wait for what comes', async () => {
    const clock = stopClock('2026-03-01T12:00:00Z');
    let rang = false;
    setTimeout(() => { rang = true; }, 60_000);
    await clock.tickAsync(59_999);
    expect(rang).to.equal(false);
    void clock.tickAsync(1);
    await until(() => rang);
    expect(new Date().toISOString()).to.equal('2026-03-01T12:01:00.000Z');
  });

  it('say what never came', async () => {
    expect(await failureOf(until(() => false, 'a miracle', 50))).to.equal('Waited in vain for: a miracle');
  });
});
