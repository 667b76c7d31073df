import type { CaseStatus, NextAction } from '../../../../src/contract/case.ts';
import type { Random } from '../../secrets/random.ts';
import { timedId } from '../case-id.ts';
import type { CaseRole } from '../case-source.ts';
import type { NewCase, StoredDocument } from '../case-store.ts';
import { smallPdf, smallPng } from './small-files.ts';

/** A guardian of the family, by the id of the test person. */
export type Guardian = 'karin' | 'erik';
export type Child = 'Alva' | 'Noel' | 'Iris';
/** Days before today; half days are hours of that day. */
type DaysAgo = number;

/** A case in few words; days are counted from the day on which it is told. */
export interface Sketch {
  title: string;
  service: { id: string; name: string };
  reference: string;
  status: CaseStatus;
  sourceStatus: string;
  child?: Child;
  parts: { [Person in Guardian]?: { role: CaseRole; next?: NextAction } };
  summary?: string;
  /** Days from now; negative when it has passed. */
  due?: number;
  signing?: { signed: number; required: number };
  /** Names of the steps, and how many of them are done. */
  steps?: { names: readonly string[]; done: number; usualDays?: number };
  handler?: { name: string; unit: string; phone: string };
  reply?: { allowed: boolean; reason?: string };
  decision?: { outcome: string; ago: DaysAgo; howToAppeal?: string; appealWithin?: number };
  events: readonly [DaysAgo, Guardian | 'municipality', string][];
  messages?: readonly [DaysAgo, Guardian | 'municipality', string][];
  documents?: readonly [DaysAgo, Guardian | 'municipality', title: string, file: 'pdf' | 'png', ...lines: string[]][];
  /** Days from now until the documents can no longer be fetched. */
  documentsFor?: number;
  /** References of other cases in the same family. */
  related?: readonly string[];
  /** The guardians who have seen everything. */
  seenBy?: readonly Guardian[];
}

/** What turns a sketch into a case: who is who, and what day it is. */
export interface Told {
  keys: Record<Guardian, string>;
  childKeys: Record<Child, string>;
  now: Date;
  random: Random;
}

const dayMs = 86_400_000;

/** The case that the sketch tells of. */
export function caseOf(sketch: Sketch, { keys, childKeys, now, random }: Told): NewCase {
  const ago = (days: DaysAgo) => new Date(now.getTime() - Math.round(days * dayMs));
  const by = (who: Guardian | 'municipality') => (who === 'municipality' ? undefined : keys[who]);
  const madeAt = ago(Math.max(0, ...sketch.events.map(([days]) => days)));
  const id = timedId(madeAt, random);
  const { decision, steps, child } = sketch;

  const events = sketch.events.map(([days, who, text]) => ({ id: timedId(ago(days), random), at: ago(days), by: by(who), text }));
  const documents = (sketch.documents ?? []).map(([days, who, title, file, ...lines]) => {
    const bytes = file === 'pdf' ? smallPdf(title, [`Ärende ${sketch.reference}`, ...lines]) : smallPng();
    const document: StoredDocument = {
      id: timedId(ago(days), random),
      at: ago(days),
      by: by(who),
      origin: 'municipality',
      title,
      fileName: `${title.toLowerCase().replaceAll(' ', '-')}.${file}`,
      mediaType: file === 'pdf' ? 'application/pdf' : 'image/png',
      size: bytes.length,
      expiresAt: sketch.documentsFor === undefined ? undefined : ago(-sketch.documentsFor),
    };
    return { ...document, bytes };
  });
  const messages = (sketch.messages ?? []).map(([days, who, text]) => ({
    id: timedId(ago(days), random),
    at: ago(days),
    by: by(who),
    senderName: who === 'municipality' ? sketch.handler?.name : undefined,
    text,
    // What came on the same day came with the message.
    documentIds: documents.filter((document) => document.at.getTime() === ago(days).getTime()).map((document) => document.id),
    readAt: undefined,
  }));
  const lastChange = Math.max(...[...events, ...messages, ...documents].map(({ at }) => at.getTime()));

  return {
    case: {
      id,
      title: sketch.title,
      service: sketch.service,
      references: [sketch.reference],
      externalIds: [],
      child: child && { key: childKeys[child], givenName: child },
      status: sketch.status,
      sourceStatus: sketch.sourceStatus,
      updatedAt: new Date(lastChange),
      dueAt: sketch.due === undefined ? undefined : ago(-sketch.due),
      signing: sketch.signing,
      requiresLoa: undefined,
      summary: sketch.summary,
      steps: (steps?.names ?? []).map((name, index) => ({
        name,
        state: index < (steps?.done ?? 0) ? 'done' : index === steps?.done ? 'current' : 'coming',
        ...(index === steps?.done && steps.usualDays !== undefined && { usualDays: steps.usualDays }),
      })),
      decision: decision && {
        outcome: decision.outcome,
        at: ago(decision.ago),
        ...(decision.howToAppeal !== undefined && { howToAppeal: decision.howToAppeal }),
        ...(decision.appealWithin !== undefined && { appealUntil: ago(decision.ago - decision.appealWithin) }),
      },
      reply: sketch.reply ?? { allowed: true },
      handler: sketch.handler,
      relatedIds: [],
    },
    parts: (Object.entries(sketch.parts) as [Guardian, { role: CaseRole; next?: NextAction }][]).map(([person, { role, next }]) => ({
      personKey: keys[person],
      role,
      nextAction: next && { kind: next },
    })),
    events,
    messages,
    documents,
  };
}
