import type { Case, CaseDocument, CaseMessage } from '../../../src/contract/case.ts';
import { statuses, words } from './case-bundle-words.ts';

/** A document, and where in the bundle it lies if it could be had. */
export interface BundledDocument {
  document: CaseDocument;
  path: string | undefined;
}

/** The case as one page that needs nothing else to be read. */
export function casePageOf(view: Case, documents: readonly BundledDocument[], language: 'sv' | 'en'): string {
  const word = words[language];
  const day = (instant: string) => dayIn(language, instant);
  const { decision } = view;
  const sender = (from: string, name?: string) => name ?? (from === 'you' ? word.you : from === 'guardian' ? word.guardian : word.municipality);
  const receipt = ({ from, readAt }: CaseMessage) => (from !== 'you' || readAt === undefined ? '' : `<br><small>${readAt === null ? word.unread : `${word.read} ${day(readAt)}`}</small>`);
  const filesOf = ({ documentIds }: CaseMessage) => documents.filter(({ document: { id } }) => documentIds.includes(id)).map(({ document: { title } }) => escaped(title));
  const attached = (message: CaseMessage) => (filesOf(message).length > 0 ? `<br>${word.files}: ${filesOf(message).join(', ')}` : '');
  const stateOf = (state: string) => (state === 'done' || state === 'current' || state === 'coming' ? word[state] : state);
  const facts = [
    [word.reference, view.references.join(', ')],
    [word.service, view.service.name],
    [word.concerns, view.concerns.givenName],
    [word.status, statusIn(view, language)],
    [word.handler, view.handler && [view.handler.name, view.handler.unit, view.handler.phone].filter(Boolean).join(', ')],
    [word.related, view.related.map(({ title, reference }) => `${title} (${reference})`).join(', ')],
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
${list(word.steps, view.steps.map(({ name, state }) => `${escaped(name)}: ${escaped(stateOf(state))}`))}
${list(word.timeline, view.timeline.map(({ at, text }) => `${day(at)}: ${escaped(text)}`))}
${list(word.messages, view.messages.map((message) => `${day(message.at)}, ${escaped(sender(message.from, message.senderName))}:<br>${escaped(message.text).replaceAll('\n', '<br>')}${attached(message)}${receipt(message)}`))}
${list(word.documents, documents.map(({ document: { title, at }, path }) => `${path ? `<a href="${encodeURI(path)}">${escaped(title)}</a>` : `${escaped(title)} (${word.missing})`}, ${day(at)}`))}
</html>
`;
}

/** In our words with the system's own beside them; a status that is not known in its own alone. */
function statusIn({ status, sourceStatus }: Case, language: 'sv' | 'en'): string {
  const ours = new Map(Object.entries(statuses[language])).get(status);
  return !ours || ours === sourceStatus ? sourceStatus : sourceStatus ? `${ours} (${sourceStatus})` : ours;
}

const list = (heading: string, items: readonly string[]) =>
  items.length > 0 ? `<h2>${heading}</h2>\n<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>` : '';

const dayIn = (language: 'sv' | 'en', instant: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Stockholm' }).format(new Date(instant));

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
