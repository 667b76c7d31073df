import type { NewCase, StoredCase } from '../../src/cases/case-store.ts';
import type { EidIdentity } from '../../src/eid/eid-provider.ts';
import { personKeyOf } from '../../src/cases/person-key.ts';
import { timedId } from '../../src/cases/case-id.ts';
import { secureRandom } from '../../src/secrets/random.ts';
import type { TestApp } from '../test-app.ts';

export const noon = new Date('2026-11-20T12:00:00.000Z');
export const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
export const newCaseId = (at = noon) => timedId(at, secureRandom);

/** A case about its applicant, in hand, that takes replies. */
export function storedCase(changes: Partial<StoredCase> = {}): StoredCase {
  return {
    id: newCaseId(),
    title: 'Ansökan om skolskjuts',
    service: { id: 'skolskjuts', name: 'Skolskjuts' },
    references: ['2026-1042'],
    externalIds: [],
    child: undefined,
    status: 'inProgress',
    sourceStatus: 'Handläggs',
    updatedAt: noon,
    dueAt: undefined,
    signing: undefined,
    requiresLoa: undefined,
    summary: undefined,
    steps: [],
    decision: undefined,
    reply: { allowed: true },
    handler: undefined,
    relatedIds: [],
    ...changes,
  };
}

/** A case for those whose keys are given, the first as applicant. */
export function someCase(personKeys: readonly string[], changes: Partial<StoredCase> = {}, entries: Partial<NewCase> = {}): NewCase {
  return {
    case: storedCase(changes),
    parts: personKeys.map((personKey, index) => ({ personKey, role: index === 0 ? 'applicant' : 'guardian', nextAction: undefined })),
    events: [],
    messages: [],
    documents: [],
    ...entries,
  };
}

export const eventBy = (by: string | undefined, at: Date, text = 'Ärendet har kommit in') => ({ id: newCaseId(at), at, by, text });
export const messageBy = (by: string | undefined, at: Date, text = 'Hej') => ({
  id: newCaseId(at),
  at,
  by,
  senderName: by === undefined ? 'Anna Ek' : undefined,
  text,
  documentIds: [],
  readAt: undefined,
});
export const aPdf = new TextEncoder().encode('%PDF-1.7\n% a very small document\n%%EOF\n');
export const documentBy = (by: string | undefined, at: Date, bytes: Uint8Array = aPdf) => ({
  id: newCaseId(at),
  at,
  by,
  origin: 'municipality' as const,
  title: 'Beslut',
  fileName: 'beslut.pdf',
  mediaType: 'application/pdf',
  size: bytes.length,
  expiresAt: undefined,
  bytes,
});

/** The name under which the backend of this world knows somebody. */
export const keyOf = ({ deps }: Pick<TestApp, 'deps'>, identity: EidIdentity): Promise<string> => personKeyOf(deps.keyedNames, identity);
