import type { Case, CaseDocument, CaseMessage, CaseSourceState, CaseSummary } from '../../../src/contract/case.ts';
import type { ServiceCentre } from '../../../src/contract/portal-config.ts';
import type { KeyedNames } from '../secrets/keyed-names.ts';
import { caseName } from './case-join.ts';
import type { InboxCase } from './case-query.ts';
import type { SourceCase, SourceCaseDetail, SourceDocument, SourceMessage } from './case-source.ts';
import { contactsOf, maskContactDetails } from './contact-details.ts';
import { withoutPersonalNumbers } from './personal-numbers.ts';

/** The names under which one person's browser knows things. They mean nothing to anybody else's. */
export interface PersonNames {
  caseId(one: { source: string; id: string }): Promise<string>;
  /** What `caseId` was made from; absent for anybody else's id. */
  caseOf(id: string): Promise<{ source: string; id: string } | undefined>;
  /** For documents and messages: a system's own ids may hold anything. */
  partId(id: string): Promise<string>;
  partOf(id: string): Promise<string | undefined>;
  childId(key: string): Promise<string>;
}

/** The names of the person with that key. */
export function namesFor({ nameOf, hide, reveal }: KeyedNames, personKey: string): PersonNames {
  return {
    caseId: ({ source, id }) => hide(caseName(source, id), `case:${personKey}`),
    async caseOf(hidden) {
      const found = await reveal(hidden, `case:${personKey}`);
      if (found === undefined) return undefined;
      const end = found.indexOf(' ');
      return { source: found.slice(0, end), id: found.slice(end + 1) };
    },
    partId: (id) => hide(id, `case-part:${personKey}`),
    partOf: (hidden) => reveal(hidden, `case-part:${personKey}`),
    childId: (key) => nameOf(key, `child:${personKey}`),
  };
}

/** `fields` without those that hold nothing. */
function stated<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ReturnType<typeof stated<Fields>>;
}

/** What is left to show of a case that asks for a more secure login. */
export function closedToThisLogin(one: SourceCase): SourceCase {
  return {
    ...one,
    title: '',
    service: { id: '', name: '' },
    references: [],
    concerns: { kind: 'unknown' },
    myRole: 'applicant',
    status: 'unknown',
    sourceStatus: '',
    lastEvent: undefined,
    dueAt: undefined,
    nextAction: undefined,
    signing: undefined,
    news: [],
  };
}

/** A row of the inbox as the browser sees it. */
export async function summaryOf({ source, told, references, unread, childId }: InboxCase, names: PersonNames, isOpen: boolean): Promise<CaseSummary> {
  const { concerns, lastEvent } = told;
  const plain = forEyesOf(told);
  const id = await names.caseId({ source, id: told.id });
  return withoutPersonalNumbers({
    id,
    title: plain(told.title),
    service: told.service,
    references,
    concerns: { kind: concerns.kind, ...(concerns.kind === 'child' && { givenName: concerns.givenName, ...stated({ childId }) }) },
    status: told.status,
    sourceStatus: plain(told.sourceStatus),
    updatedAt: told.updatedAt.toISOString(),
    unread,
    source,
    ...stated({
      lastEvent: lastEvent && { at: lastEvent.at.toISOString(), text: plain(lastEvent.text) },
      dueAt: told.dueAt?.toISOString(),
      nextAction: actionOf(told, id),
      signing: told.signing,
      requiresLoa: isOpen ? undefined : told.requiresLoa,
    }),
  });
}

function actionOf({ nextAction }: SourceCase, id: string): SourceCase['nextAction'] {
  return nextAction?.url ? { ...nextAction, url: nextAction.url.replace('{case}', encodeURIComponent(id)) } : nextAction;
}

/** What is done to words in a case: where others have a part in it, how one reaches them is not shown. */
const forEyesOf = ({ concerns, myRole = 'applicant' }: SourceCase, isOpen?: (found: string) => boolean) => (text: string) =>
  concerns.kind === 'me' && myRole === 'applicant' ? text : maskContactDetails(text, isOpen);

export interface DetailContext {
  names: PersonNames;
  /** Times of what this person has not seen. */
  unseen: readonly Date[];
  sourceState: CaseSourceState;
  serviceCentre: ServiceCentre;
  related: InboxCase[];
}

/** One case as the browser sees it; `detail` is what `one` is told as. */
export async function caseViewOf(one: InboxCase, detail: SourceCaseDetail, context: DetailContext): Promise<Case> {
  const { names, sourceState, serviceCentre, related } = context;
  const { decision } = detail;
  const plain = forEyesOf(detail);
  /** For what the municipality writes: a handler may quote one guardian to the other, and says as well how to reach the municipality. */
  const official = forEyesOf(detail, contactsOf(serviceCentre, detail.handler?.phone));
  const newTimes = new Set(context.unseen.map((at) => at.getTime()));
  return withoutPersonalNumbers({
    ...(await summaryOf(one, names, true)),
    steps: detail.steps.map(({ at, ...step }) => ({ ...step, name: official(step.name), ...stated({ at: at?.toISOString() }) })),
    timeline: detail.timeline.map(({ id, at, text }) => ({ id, at: at.toISOString(), text: plain(text), isNew: newTimes.has(at.getTime()) })),
    documents: await Promise.all(detail.documents.map((document) => documentView(document, names, document.origin === 'municipality' ? official : plain))),
    messages: await Promise.all(detail.messages.map((message) => messageView(message, names, official))),
    reply: { ...detail.reply, ...stated({ reason: detail.reply.reason && official(detail.reply.reason) }) },
    related: await Promise.all(
      related.map(async ({ source, told, references }) => ({
        id: await names.caseId({ source, id: told.id }),
        title: forEyesOf(told)(told.title),
        reference: references[0] ?? '',
      })),
    ),
    sourceState,
    ...stated({
      summary: detail.summary && plain(detail.summary),
      handler: detail.handler,
      decision: decision && {
        outcome: official(decision.outcome),
        at: decision.at.toISOString(),
        // Where an appeal goes is no person's address.
        ...stated({ howToAppeal: decision.howToAppeal, appealUntil: decision.appealUntil?.toISOString() }),
      },
    }),
  });
}

/** The news that came after what has been seen. */
export const unseen = (news: readonly Date[], readUpTo: Date | undefined): Date[] => news.filter((at) => !readUpTo || at > readUpTo);

async function documentView(document: SourceDocument, names: PersonNames, forEyes: (text: string) => string): Promise<CaseDocument> {
  const { title, fileName, mediaType, origin, size, at, expiresAt } = document;
  const plain = origin === 'you' ? (text: string) => text : forEyes;
  return {
    id: await names.partId(document.id),
    title: plain(title),
    fileName: plain(fileName),
    mediaType,
    origin,
    at: at.toISOString(),
    ...stated({ size, expiresAt: expiresAt?.toISOString() }),
  };
}

/** A message as the browser sees it. How another citizen can be reached is no business of whoever shares a case with them; `official` is what is done to the municipality's words. */
export async function messageView(message: SourceMessage, names: PersonNames, official: (text: string) => string): Promise<CaseMessage> {
  const { from, text, at, senderName, readAt } = message;
  return withoutPersonalNumbers({
    id: await names.partId(message.id),
    at: at.toISOString(),
    from,
    text: from === 'you' ? text : from === 'guardian' ? maskContactDetails(text) : official(text),
    documentIds: await Promise.all(message.documentIds.map((id) => names.partId(id))),
    ...stated({ senderName, readAt: readAt && readAt.toISOString() }),
  });
}
