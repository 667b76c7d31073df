import { siteRoot } from '../site-root.ts';
import { backendIn, chosenIn, widgetPage, type Fields } from './choices.ts';
import { oncePerSite } from './cms-guide.ts';
import { frame, linkAddress, snippet, type Shape } from './snippet.ts';

/** The backend of the demo itself. */
export const ownBackend = new URL('api/v1', siteRoot);

/** Without a server the pages that a backend has for the widgets are files. */
const isStatic = 'static' in document.documentElement.dataset;

/** Shows what an editor and a web manager paste, in every shape that can say it. */
export function showResult(form: HTMLFormElement, fields: Fields): void {
  const chosen = chosenIn(fields, ownBackend, isStatic);
  const backend = backendIn(fields, ownBackend);
  const write = (place: string, text: string) => (form.querySelector(place)!.textContent = text);
  write('[data-code=address]', linkAddress(chosen));
  write('[data-words]', chosen.words);
  write('[data-origins]', originsOf(chosen.page, backend));
  write('[data-code=loader]', oncePerSite(new URL('../v1/kommun.js', backend).href, backend.href, fields.get('phone')));
  for (const place of form.querySelectorAll<HTMLElement>('[data-shape]')) showCode(place, snippet(place.dataset['shape'] as Shape, chosen));
  const isFaq = chosen.short === 'faq';
  const framed = form.querySelector<HTMLElement>('[data-frame]')!;
  framed.hidden = !isFaq;
  framed.querySelector('code')!.textContent = frame(new URL(linkAddress({ ...chosen, page: widgetPage(chosen.short, backend, isStatic && backend.href === ownBackend.href).href })), chosen.words);
  for (const step of form.querySelectorAll<HTMLElement>('[data-questions-step]')) step.hidden = !isFaq || fields.has('src');
}

function showCode(place: HTMLElement, code: string | undefined): void {
  place.querySelector('code')!.textContent = code ?? '';
  place.querySelector('figure')!.hidden = code === undefined;
  place.querySelector<HTMLElement>('[data-unsayable]')!.hidden = code !== undefined;
}

/** Whoever got the choices from somebody else is to know where they lead; nothing where all is the demo's own. */
function originsOf(page: string, backend: URL): string {
  const leadsTo = URL.canParse(page) ? new URL(page).origin : 'en sida på webbplatsen där du lägger in den';
  return [leadsTo, backend.origin].every((one) => one === ownBackend.origin) ? '' : `Länken leder till ${leadsTo}. Widgeten talar med ${backend.origin}.`;
}
