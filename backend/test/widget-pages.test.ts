import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { editorWidgets } from '../../cms/editor-widgets.ts';
import { ownPages } from '../src/widget-pages/own-page.ts';
import { widgetPageRoutes } from '../src/widget-pages/widget-page-routes.ts';
import { testMunicipality } from './test-municipality.ts';

const question = { id: 'logga-ut', question: 'Hur <loggar> jag ut?', answer: [{ kind: 'paragraph', content: ['Tryck. ', { text: 'Mer', href: '/mer' }, { text: 'Farligt', href: 'javascript:alert(1)' }] }] };

function site(file: Record<string, unknown> = {}) {
  const municipality = testMunicipality({ languages: ['sv', 'en'], faq: { feeds: { sv: { items: [question] } } }, ...file });
  const app = new Hono().route('/', widgetPageRoutes({ municipality, allowedOrigins: new Set(['https://kommun.test', 'https://skolan.test']) }, ''));
  return (path: string) => app.request(path);
}

describe("a widget's own page", () => {
  it('is there for every widget that an editor can link to', () => {
    expect(Object.keys(ownPages).toSorted()).toEqual(editorWidgets().map(({ short }) => short).toSorted());
  });

  it.each(Object.keys(ownPages))('/w/%s says whose it is, holds the widget and says whom to call', async (name) => {
    const answer = await site()(`/w/${name}`);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain('<html lang="sv">');
    expect(text).toContain('<h1>Provköping</h1>');
    expect(text).toContain(`<kommun-${name}`);
    expect(text).toContain(`</kommun-${name}>`);
    expect(text).toContain('href="tel:');
  });

  it('has the questions in it, for those who have no JavaScript, and runs nothing of them', async () => {
    const text = await (await site()('/w/faq')).text();
    expect(text).toContain('<h3 id="logga-ut">Hur &lt;loggar&gt; jag ut?</h3><p>Tryck. <a href="/mer">Mer</a>Farligt</p>');
  });

  it('says so where there are no questions in the language', async () => {
    const text = await (await site()('/w/faq?lang=en')).text();
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('There are no questions here yet.');
  });

  it('speaks the language of the municipality where it is asked for one that there is not', async () => {
    expect(await (await site()('/w/faq?lang=xx')).text()).toContain('<html lang="sv">');
  });

  it('can be framed by the sites that are listed, and by no other site', async () => {
    for (const name of Object.keys(ownPages)) {
      const policy = (await site()(`/w/${name}`)).headers.get('Content-Security-Policy');
      expect(policy).toContain("frame-ancestors 'self' https://kommun.test https://skolan.test;");
    }
  });

  it('is found by the name that people say', async () => {
    const answer = await site()('/w/inbox?lang=en');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('Location')).toBe('/w/case-inbox?lang=en');
  });

  it.each(['/w/nagot', '/w/', '/w/faq/mer', '/w/__proto__', '/w/constructor'])('is not at %s, where a citizen reads in Swedish whose page it is and whom to call', async (path) => {
    const answer = await site()(path);
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self' https://kommun.test https://skolan.test;");
    expect(text).toContain('<h1>Provköping</h1>');
    expect(text).toContain('<h2>Sidan finns inte</h2>');
    expect(text).toContain('href="tel:');
    expect(text).not.toContain('<script');
  });

  it('keeps the place of its questions until their code is there', async () => {
    expect(await (await site()('/w/faq')).text()).toContain('<link rel="stylesheet" href="/v1/kommun.css">');
  });
});
