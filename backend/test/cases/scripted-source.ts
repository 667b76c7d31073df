import { CaseSourceError } from '../../src/cases/case-source.ts';
import type { CaseSource, SourceCase, SourceCaseDetail } from '../../src/cases/case-source.ts';
import { noon } from './some-case.ts';

/** A case as some system tells it. */
export const sourceCase = (id: string, changes: Partial<SourceCase> = {}): SourceCase => ({
  id,
  title: `Ärende ${id}`,
  service: { id: 'bygglov', name: 'Bygglov' },
  references: [`REF-${id}`],
  externalIds: [],
  concerns: { kind: 'me' },
  status: 'inProgress',
  sourceStatus: 'Handläggs',
  lastEvent: undefined,
  updatedAt: noon,
  dueAt: undefined,
  nextAction: undefined,
  signing: undefined,
  news: [],
  ...changes,
});

export const sourceDetail = (id: string, changes: Partial<SourceCaseDetail> = {}): SourceCaseDetail => ({
  ...sourceCase(id),
  summary: undefined,
  steps: [],
  timeline: [],
  decision: undefined,
  documents: [],
  messages: [],
  reply: { allowed: false },
  handler: undefined,
  relatedIds: [],
  ...changes,
});

/** A system that answers as the test says, and counts how often it was asked. */
export interface ScriptedSource extends CaseSource {
  asked: number;
  answer: 'cases' | 'failure' | 'bug' | 'nothing';
  cases: SourceCase[];
}

export function scriptedSource(id: string, cases: SourceCase[] = [], changes: Partial<CaseSource> = {}): ScriptedSource {
  const source: ScriptedSource = {
    id,
    name: `Systemet ${id}`,
    asked: 0,
    answer: 'cases',
    cases,
    list: () => told(() => source.cases),
    find: (_, caseId) => told(() => source.cases.filter((one) => one.id === caseId).map((one) => ({ ...sourceDetail(caseId), ...one }))[0]),
    document: async () => undefined,
    ...changes,
  };

  function told<Value>(value: () => Value): Promise<Value> {
    source.asked += 1;
    if (source.answer === 'failure') return Promise.reject(new CaseSourceError('unavailable'));
    if (source.answer === 'bug') return Promise.reject(new TypeError('a person, 199001012385, in its message'));
    return source.answer === 'nothing' ? new Promise(() => {}) : Promise.resolve(value());
  }
  return source;
}
