import { expect } from 'vitest';
import { problemSchema } from '../../src/contract/problem.ts';
import { apiBase, operations } from '../src/openapi/operations.ts';

/** Fails when the answer is one that the API's description does not promise: a status, a shape or a problem code of its own. */
export async function expectAsDescribed(request: Request, response: Response): Promise<void> {
  const path = new URL(request.url).pathname.slice(apiBase.length);
  const operation = operations.find(
    (one) => one.method.toUpperCase() === request.method && matches(one.path, path),
  );
  if (!operation) return;
  if (response.status === 304) return expect(operation.answer.cached, `${operation.id} answers 304`).toBe(true);
  const page = operation.pages?.[response.status];
  if (page !== undefined) return expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
  if (!response.ok && response.status !== operation.answer.status) {
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = problemSchema.parse(await response.json());
    expect(operation.problems, `problems of ${operation.id}`).toContain(problem.code);
    return;
  }
  expect(response.status, `status of ${operation.id}`).toBe(operation.answer.status);
  if (operation.answer.file) expect(response.headers.get('Content-Disposition')).toMatch(/^attachment;/);
  else if (operation.answer.schema) operation.answer.schema.parse(await response.json());
  else expect(await response.text()).toBe('');
}

const matches = (template: string, path: string) =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
