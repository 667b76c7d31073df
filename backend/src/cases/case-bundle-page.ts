import type { Case, CaseDocument } from '../../../src/contract/case.ts';

/** A document, and where in the bundle it lies if it could be had. */
export interface BundledDocument {
  document: CaseDocument;
  path: string | undefined;
}

const words = {
  sv: {
    reference: 'Ärendenummer',
    service: 'Tjänst',
    concerns: 'Gäller',
    status: 'Status',
    due: 'Senast',
    decision: 'Beslut',
    appeal: 'Så överklagar du',
    appealUntil: 'Överklaga senast',
    timeline: 'Händelser',
    messages: 'Meddelanden',
    documents: 'Handlingar',
    missing: 'kunde inte hämtas och finns inte med',
    you: 'Du',
    guardian: 'Den andra vårdnadshavaren',
    municipality: 'Kommunen',
  },
  en: {
    reference: 'Case number',
    service: 'Service',
    concerns: 'Concerns',
    status: 'Status',
    due: 'No later than',
    decision: 'Decision',
    appeal: 'How to appeal',
    appealUntil: 'Appeal no later than',
    timeline: 'Events',
    messages: 'Messages',
    documents: 'Documents',
    missing: 'could not be fetched and is not included',
    you: 'You',
    guardian: 'The other guardian',
    municipality: 'The municipality',
  },
} as const;

/** The case as one page that needs nothing else to be read. */
export function casePageOf(view: Case, documents: readonly BundledDocument[], language: 'sv' | 'en'): string {
  const word = words[language];
  const day = (instant: string) => dayIn(language, instant);
  const { decision } = view;
  const sender = (from: string, name?: string) => name ?? (from === 'you' ? word.you : from === 'guardian' ? word.guardian : word.municipality);
  const facts = [
    [word.reference, view.references.join(', ')],
    [word.service, view.service.name],
    [word.concerns, view.concerns.givenName],
    [word.status, view.sourceStatus],
    [word.due, view.dueAt && day(view.dueAt)],
    [word.decision, decision && `${decision.outcome} (${day(decision.at)})`],
    [word.appeal, decision?.howToAppeal],
    [word.appealUntil, decision?.appealUntil && day(decision.appealUntil)],
  ] as const;
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${escaped(view.title)}</title>
<h1>${escaped(view.title)}</h1>
${view.summary ? `<p>${escaped(view.summary)}</p>` : ''}
<dl>${facts.map(([name, value]) => (value ? `<dt>${name}</dt><dd>${escaped(value)}</dd>` : '')).join('')}</dl>
${list(word.timeline, view.timeline.map(({ at, text }) => `${day(at)}: ${escaped(text)}`))}
${list(word.messages, view.messages.map(({ at, from, senderName, text }) => `${day(at)}, ${escaped(sender(from, senderName))}:<br>${escaped(text).replaceAll('\n', '<br>')}`))}
${list(word.documents, documents.map(({ document: { title, at }, path }) => `${path ? `<a href="${encodeURI(path)}">${escaped(title)}</a>` : `${escaped(title)} (${word.missing})`}, ${day(at)}`))}
</html>
`;
}

const list = (heading: string, items: readonly string[]) =>
  items.length > 0 ? `<h2>${heading}</h2>\n<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>` : '';

const dayIn = (language: 'sv' | 'en', instant: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(new Date(instant));

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
