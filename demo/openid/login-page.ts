import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { html, raw } from 'hono/html';
import { testPerson, testPersons } from '../../backend/src/eid/simulated/test-persons.ts';
import { loa } from './openid-issuer.ts';
import type { IssuerAct, IssuerPage } from './openid-issuer.ts';

/** Every way in which an identification at an e-ID's own page can fail, besides a cancel there. */
export const failures = [
  { way: 'low', words: 'E-legitimationen har för låg nivå' },
  { way: 'broken', words: 'E-legitimationen svarar med ett fel' },
  { way: 'down', words: 'E-legitimationen är tillfälligt ur drift' },
  { way: 'silent', words: 'E-legitimationen svarar inte när kommunen frågar vem du är' },
] as const;

function actOf(form: URLSearchParams): IssuerAct | undefined {
  const person = testPerson(form.get('person') ?? '')?.id;
  switch (form.get('way')) {
    case 'cancel': return { error: 'access_denied' };
    case 'broken': return { error: 'server_error' };
    case 'down': return { error: 'temporarily_unavailable' };
    case 'approve': return person === undefined ? undefined : { person, acr: loa('loa3') };
    case 'low': return person === undefined ? undefined : { person, acr: loa('loa2') };
    case 'silent': return person === undefined ? undefined : { person, acr: loa('loa3'), silent: true };
    default: return undefined;
  }
}

/** The e-ID's own page, called `eid`, as the demo plays it: nothing but a form, which `relyingParty` sent the visitor to. */
export function loginPage(eid: string, relyingParty: string): IssuerPage {
  return async (request, response, finish) => {
    if (!finish) return answer(response, 400, page(eid, over));
    if (request.method !== 'POST') return answer(response, 200, page(eid, form(relyingParty), howTo));
    const act = actOf(new URLSearchParams(await text(request)));
    return act ? finish(act) : answer(response, 400, page(eid, form(relyingParty), howTo));
  };
}

// No word on where the form leads: that would stop the way back, which goes by way of the municipality's own address.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

function answer(response: ServerResponse, status: number, body: Html): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(String(body));
}

type Html = ReturnType<typeof html>;

// The phone's looks, and what a page has that is no phone.
const styles = ['../phone/phone.css', './login-page.css'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('');

const page = (eid: string, content: Html, aside: Html | '' = '') => html`<!doctype html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Låtsad e-legitimation (demonstration)</title>
  <meta name="robots" content="noindex">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="data:,">
  <style>${raw(styles)}</style>
</head>
<body>
  <main class="own-page">
    <p class="app-bar">${eid} <span class="badge">Låtsad</span></p>
    <div class="app-body">${content}</div>
  </main>
  ${aside}
</body>
</html>
`;

const form = (relyingParty: string) => html`
  <h1>Legitimera dig</h1>
  <p class="purpose">${relyingParty} vill veta vem du är.</p>
  <form method="post">
    <label>
      Vem är du?
      <select name="person" autocomplete="off">
        ${testPersons.map(({ id, givenName, familyName, number }) => html`<option value="${id}">${givenName} ${familyName}, ${number.slice(2, 8)}-${number.slice(8)}</option>`)}
      </select>
    </label>
    <button class="primary" name="way" value="approve">Legitimera</button>
    <button name="way" value="cancel">Avbryt</button>
    <details>
      <summary>Gör fel</summary>
      <p>Webbplatsen ska berätta vad som hände och hur du kommer vidare.</p>
      <ul class="ways">${failures.map(({ way, words }) => html`<li><button name="way" value="${way}">${words}</button></li>`)}</ul>
    </details>
  </form>
`;

const over = html`
  <h1>Inloggningen är redan avslutad</h1>
  <p>Gå tillbaka till webbplatsen där du började, och börja om därifrån.</p>
`;

const howTo = html`
  <aside class="about" aria-labelledby="sa-provar-du">
    <h2 id="sa-provar-du">Så här prövar du</h2>
    <p>Den här sidan spelar e-legitimationens egen sida. Ingen riktig e-legitimation används och alla personer är påhittade.</p>
    <p>Välj vem du är. Godkänn, avbryt, eller välj ett av sätten som det kan gå fel på. Sedan kommer du tillbaka till sidan där du började.</p>
  </aside>
`;
