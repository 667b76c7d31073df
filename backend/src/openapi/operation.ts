import type { ProblemCode } from '../../../src/contract/problem.ts';
import type { z } from '../../../src/contract/schema.ts';
import type { SecretName } from '../session/session-transport.ts';

/** One call of the API: what it takes, what it answers, and every problem it can end in. */
export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `apiBase`, with parameters as `{id}`. */
  path: string;
  summary: string;
  query?: z.ZodMiniObject;
  body?: z.ZodMiniType;
  /** The media type of a body that is bytes. */
  bytes?: string;
  /** Headers that it cannot do without, and what they say. */
  headers?: Readonly<Record<string, string>>;
  /** The answer when all went well; no schema where it has no body, or is a file, or leads elsewhere. */
  answer: { status: 200 | 201 | 204 | 303; schema?: z.ZodMiniType; cached?: true; file?: true };
  /** What is answered otherwise with a page for people to read, and why. */
  pages?: Readonly<Record<number, string>>;
  /** Which of the browser's secrets it goes by. */
  secret?: SecretName;
  problems: readonly ProblemCode[];
}
