import { siteRoot } from '../site-root.ts';
import { shownIn } from './preview.contract.ts';

// The page inside the builder's frame: a link, as an editor puts it on a page, which the loader makes into the widget.
const { fragment, words, api, scheme } = shownIn(location.search);
const main = document.querySelector('main')!;

document.documentElement.dataset['scheme'] = scheme;
// Alone in a tab, a link could bring anybody to a login that talks with a stranger: the builder says which it talks with.
if (window.parent === window) main.append(wrapped('p', 'Den här sidan visas i byggaren.'));
else await show();

async function show(): Promise<void> {
  document.querySelector<HTMLMetaElement>('meta[name=kommun-api]')!.content = api;
  main.append(linkParagraph(), ...(isQuestions() ? sampleQuestions() : []));
  // By import, since a policy about trusted scripts stops a tag that is made here.
  await import(/* @vite-ignore */ new URL('v1/kommun.js', siteRoot).href);
  await sayIfOutOfReach();
}

function linkParagraph(): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href: fragment, textContent: words });
  return wrapped('p', link);
}

/** Questions that come from an address of their own would be hidden by those of the sample. */
function isQuestions(): boolean {
  return fragment.startsWith('#kommun-faq') && !new URLSearchParams(fragment.split('?')[1]).has('src');
}

function sampleQuestions(): HTMLElement[] {
  return [
    ['När är biblioteket öppet?', 'Måndag till fredag klockan 10–18 och lördag klockan 10–14.'],
    ['Hur lånar jag en bok?', 'Skaffa ett lånekort i disken. Ta med legitimation.'],
    ['Vad kostar det om jag är sen?', 'Två kronor per dag och bok.'],
  ].flatMap(([question = '', answer = '']) => [wrapped('h3', question), wrapped('p', answer)]);
}

function wrapped(name: string, content: Node | string): HTMLElement {
  const element = document.createElement(name);
  element.append(content);
  return element;
}

/** A widget says that it cannot reach its backend as visitors need it said; whoever sets it up needs to know why. */
async function sayIfOutOfReach(): Promise<void> {
  const answer = await fetch(`${api.replace(/\/$/, '')}/config`).catch(() => undefined);
  if (answer?.ok) return;
  const trouble = wrapped('p', `Tjänsten på ${api} svarar inte hit. Kontrollera adressen. Stämmer den ska ${location.origin} stå i tjänstens allowedOrigins.`);
  trouble.className = 'trouble';
  trouble.setAttribute('role', 'status');
  main.prepend(trouble);
}
