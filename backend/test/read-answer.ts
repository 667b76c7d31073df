import type { z } from '../../src/contract/schema.ts';

/** The answer's JSON, which must have the shape that `schema` says. */
export async function readAnswer<Schema extends z.ZodMiniType>(schema: Schema, answer: Response | Promise<Response>): Promise<z.output<Schema>> {
  return schema.parse(await (await answer).json());
}
