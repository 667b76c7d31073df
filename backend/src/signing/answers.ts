import type { ProblemDocument } from '../../../src/contract/problem.ts';
import { plainText } from '../cases/plain-text.ts';
import { ProblemError } from '../http/problem.ts';
import type { EService, Question } from '../municipality/e-service.ts';

type Answers = Record<string, string>;
type Fault = NonNullable<ProblemDocument['errors']>[number];

/** What was filled in, as it will stand in what is signed: in the order of the questions, without what was left empty. @throws ProblemError that names every answer that is wrong. */
export function checkedAnswers({ questions }: EService, given: Answers): Answers {
  const answers = new Map(Object.entries(given).map(([id, answer]) => [id, plainText(answer).trim()]));
  const strangers = [...answers.keys()].filter((id) => !questions.some((question) => question.id === id));
  const faults: Fault[] = [
    ...strangers.map((id) => ({ pointer: pointerTo(id), code: 'unknown-question' })),
    ...questions.flatMap((question) => {
      const code = faultIn(question, answers.get(question.id) ?? '');
      return code === undefined ? [] : [{ pointer: pointerTo(question.id), code }];
    }),
  ];
  if (faults.length > 0) throw new ProblemError('invalid-request', { errors: faults });
  return Object.fromEntries(questions.map(({ id }) => [id, answers.get(id) ?? '']).filter(([, answer]) => answer !== ''));
}

const pointerTo = (id: string) => `/answers/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`;

function faultIn({ kind, choices = [], isOptional }: Question, answer: string): string | undefined {
  if (answer === '') return isOptional ? undefined : 'missing';
  if (kind === 'date') return isDay(answer) ? undefined : 'not-a-date';
  if (kind === 'choice') return choices.some(({ value }) => value === answer) ? undefined : 'not-a-choice';
  return undefined;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
