import { checkPage, type Verdict } from './checker.ts';
import { askBrowser, askServer, fetchFacts } from './fetch-facts.ts';
import type { Facts } from './check-installation.ts';
import type { Fetched } from './fetched.contract.ts';
import { readPage } from './read-page.ts';
import { webAddressFault } from './setting-fault.ts';
import { showVerdict } from './verdict-view.ts';

const hasServer = !('static' in document.documentElement.dataset);
const ask = hasServer ? askServer : askBrowser;

/** Makes the form look at the page whose address or HTML somebody has given. */
export function checkForm(form: HTMLFormElement): void {
  const address = form.querySelector<HTMLInputElement>('[name=address]')!;
  const html = form.querySelector<HTMLTextAreaElement>('[name=html]')!;
  const status = form.querySelector('[data-check-status]')!;
  form.hidden = false;
  let turn = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const mine = (turn += 1);
    const fault = missing(address.value, html.value);
    blame(address, fault);
    showVerdict(undefined);
    if (fault !== undefined) return;
    status.textContent = 'Kontrollerar sidan …';
    void look(address.value.trim(), html.value).then((came) => {
      if (mine !== turn) return;
      status.textContent = '';
      if (typeof came === 'string') blame(address, came);
      else showVerdict(came);
    });
  });
}

function missing(address: string, html: string): string | undefined {
  if (address.trim() !== '' && !/^https?:/i.test(address.trim())) return 'Skriv hela adressen, till exempel https://www.kommunen.se/sidan.';
  const fault = webAddressFault(address);
  if (fault !== undefined || html.trim() !== '') return fault;
  if (!hasServer) return 'Klistra in sidans HTML i rutan nedanför.';
  return address.trim() === '' ? 'Skriv sidans adress, eller klistra in sidans HTML.' : undefined;
}

/** What is wrong with the page, or in a sentence why it could not be fetched. */
async function look(address: string, html: string): Promise<Verdict | string> {
  const page = address === '' ? undefined : new URL(address);
  if (html.trim() !== '') return lookAt(html, { page });
  const fetched = await askServer(page!, undefined).catch((): Fetched => ({ ok: false, reason: 'unreachable' }));
  if (!fetched.ok) return refusalSentences[fetched.reason];
  if (fetched.status >= 400) return `Sidan svarar med felet ${fetched.status}. Kontrollera adressen, och att sidan är publicerad.`;
  return lookAt(fetched.body, { page: new URL(fetched.address), policy: fetched.policy });
}

async function lookAt(html: string, known: Facts): Promise<Verdict> {
  const document = readPage(html);
  return checkPage(document, await fetchFacts(document, known, ask));
}

const refusalSentences: Record<Extract<Fetched, { ok: false }>['reason'], string> = {
  'not-an-address': 'Skriv hela adressen, till exempel https://www.kommunen.se/sidan.',
  'not-public': 'Adressen leder till ett eget nät, och dit når inte kontrollen. Klistra in sidans HTML i stället.',
  unreachable: 'Sidan svarar inte. Kontrollera adressen, eller klistra in sidans HTML.',
  'too-slow': 'Sidan svarade inte i tid. Försök igen, eller klistra in sidans HTML.',
  'too-large': 'Sidan är för stor att hämta. Klistra in sidans HTML i stället.',
  'too-often': 'Det blev för många kontroller. Vänta en minut och försök igen.',
};

function blame(field: HTMLInputElement, fault: string | undefined): void {
  const place = field.form!.querySelector<HTMLElement>('#address-fault')!;
  place.textContent = fault ?? '';
  place.hidden = fault === undefined;
  field.setAttribute('aria-invalid', String(fault !== undefined));
  if (fault !== undefined) field.focus();
}
