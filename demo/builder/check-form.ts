import { checkPage, type Verdict } from './checker.ts';
import { askBrowser, askServer, fetchFacts } from './fetch-facts.ts';
import type { Facts } from './check-installation.ts';
import type { Fetched, Refusal } from './fetched.contract.ts';
import { readPage } from './read-page.ts';
import { webAddressFault } from './setting-fault.ts';
import { showVerdict, type Looked } from './verdict-view.ts';

const hasServer = !('static' in document.documentElement.dataset);
const ask = hasServer ? askServer : askBrowser;

/** Makes the form look at the page whose address or HTML somebody has given. */
export function checkForm(form: HTMLFormElement): void {
  const address = form.querySelector<HTMLInputElement>('[name=address]')!;
  const html = form.querySelector<HTMLTextAreaElement>('[name=html]')!;
  const status = form.querySelector('[data-check-status]')!;
  // A description that is not shown would be read out all the same.
  form.querySelector(hasServer ? '[data-static-only]' : '[data-server-only]')!.remove();
  form.hidden = false;
  let turn = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const mine = (turn += 1);
    const faults = faultsIn(address.value.trim(), html.value.trim());
    blame(address, faults.address);
    blame(html, faults.html);
    showVerdict(undefined);
    if (faults.address ?? faults.html) return;
    status.textContent = 'Kontrollerar sidan …';
    void look(address.value.trim(), html.value).catch(() => 'Kontrollen gick inte att göra. Ladda om sidan och försök igen.').then((came) => {
      if (mine !== turn) return;
      status.textContent = '';
      if (typeof came === 'string') blame(html.value.trim() === '' ? address : html, came);
      else showVerdict(came);
    });
  });
}

interface Faults {
  address?: string | undefined;
  html?: string | undefined;
}

function faultsIn(address: string, html: string): Faults {
  if (address !== '' && !/^https?:/i.test(address)) return { address: wholeAddressPlease };
  const fault = webAddressFault(address);
  if (fault !== undefined || html !== '') return { address: fault };
  if (!hasServer) return { html: 'Klistra in sidans HTML här.' };
  return address === '' ? { address: 'Skriv sidans adress, eller klistra in sidans HTML.' } : {};
}

const wholeAddressPlease = 'Skriv hela adressen, till exempel https://www.kommunen.se/sidan.';

/** What is wrong with the page, or in a sentence why it could not be fetched. */
async function look(address: string, html: string): Promise<Looked | string> {
  const page = address === '' ? undefined : new URL(address);
  if (html.trim() !== '') return lookAt(html, { page });
  const fetched = await askServer(page!, undefined).catch((): Fetched => ({ ok: false, reason: 'unreachable' }));
  const trouble = troubleWith(fetched);
  if (trouble !== undefined || !fetched.ok) return trouble ?? refusalSentences.unreachable;
  const found = new URL(fetched.address);
  const looked = await lookAt(fetched.body, { page: found, policy: fetched.policy });
  return { ...looked, ...(found.href !== page!.href && { foundAt: found }) };
}

function troubleWith(fetched: Fetched): string | undefined {
  if (!fetched.ok) return refusalSentences[fetched.reason];
  const { status, contentType } = fetched;
  if (status === 401 || status === 403) return 'Sidan släpper inte in alla. Öppna den själv, och klistra in sidans HTML i stället.';
  if (status >= 400) return `Sidan svarar med felet ${status}. Kontrollera adressen, och att sidan är publicerad.`;
  return /html/i.test(contentType) ? undefined : 'På adressen finns ingen webbsida, utan en fil av ett annat slag. Kontrollera adressen.';
}

async function lookAt(html: string, known: Facts): Promise<Verdict> {
  const document = readPage(html);
  return checkPage(document, await fetchFacts(document, known, ask));
}

const refusalSentences: Record<Refusal, string> = {
  'not-an-address': wholeAddressPlease,
  'not-public': 'Adressen leder till ett eget nät, och dit når inte kontrollen. Klistra in sidans HTML i stället.',
  'other-port': 'Kontrollen hämtar bara sidor på de vanliga portarna, 80 och 443. Klistra in sidans HTML i stället.',
  unreachable: 'Sidan svarar inte. Kontrollera adressen, eller klistra in sidans HTML.',
  unreadable: 'Sidan skickas packad, och det läser inte kontrollen. Klistra in sidans HTML i stället.',
  'too-slow': 'Sidan svarade inte i tid. Försök igen, eller klistra in sidans HTML.',
  'too-large': 'Sidan är för stor att hämta. Klistra in sidans HTML i stället.',
  'too-often': 'Det blev för många kontroller. Vänta en minut och försök igen.',
};

function blame(field: HTMLInputElement | HTMLTextAreaElement, fault: string | undefined): void {
  const place = field.form!.querySelector<HTMLElement>(`#${field.id}-fault`)!;
  place.textContent = fault ?? '';
  place.hidden = fault === undefined;
  field.setAttribute('aria-invalid', String(fault !== undefined));
  if (fault !== undefined) field.focus();
}
