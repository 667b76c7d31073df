import { localizedSchema } from '../../../src/contract/language.ts';
import { z } from '../../../src/contract/schema.ts';

const id = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/, 'up to 64 small letters, digits and hyphens'));
const words = z.string().check(z.minLength(1));
const wholeNumber = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
const span = (most: number) => z.optional(z.strictObject({ from: z.optional(wholeNumber(0, most)), to: z.optional(wholeNumber(0, most)) }));

/** One question of an e-service's form, as it stands in what is signed. The form itself is the municipality's own page. */
const questionSchema = z.strictObject({
  id,
  label: words,
  /** `choice` is answered by the `value` of one of `choices`, `date` by `2026-11-24`. */
  kind: z.enum(['text', 'date', 'choice']),
  choices: z.optional(z.array(z.strictObject({ value: id, label: words })).check(z.minLength(1))),
  isOptional: z._default(z.boolean(), false),
});
export type Question = z.infer<typeof questionSchema>;

/** How long what an e-service does not say itself is kept. */
export const defaultKeep = { endedDays: 30, completeDays: 365 };

/** An e-service that concerns a child and is signed by its guardians. What is signed is in Swedish. */
export const eServiceSchema = z.strictObject({
  id,
  name: localizedSchema,
  /** What the case is called, before "för" and the child's name: `Ansökan om skolskjuts`. */
  title: words,
  /** Whether every guardian must sign, or whoever applies is enough. */
  guardians: z.enum(['all', 'one']),
  /** Ages and school years that it is for, both ends included; year 0 is the preschool class. */
  ages: span(17),
  schoolYears: span(13),
  /** `municipal`: only children at a school that the municipality runs. */
  schools: z._default(z.enum(['municipal', 'any']), 'municipal'),
  /** The page with its form, to change what was filled in. */
  page: z.optional(z.string().check(z.regex(/^(https?:\/\/[^\s/]|\/(?!\/))\S*$/, 'a whole address (https://…), or a path on this site (/…)'))),
  questions: z.array(questionSchema),
  /** What one vouches for by signing. */
  statement: words,
  /** What happens when all have signed. */
  afterwards: localizedSchema,
  /** How many days there are to sign in; the last one is included. */
  signWithinDays: z._default(wholeNumber(1, 180), 30),
  keep: z._default(
    z.strictObject({
      /** Days until an application that came to nothing is deleted, from when it did. */
      endedDays: z._default(wholeNumber(0, 3650), defaultKeep.endedDays),
      /** Days until what was signed is deleted, from when it was handed over, if it is decided by then and nothing has happened in it since. */
      completeDays: z._default(wholeNumber(30, 36_500), defaultKeep.completeDays),
    }),
    defaultKeep,
  ),
});
export type EService = z.infer<typeof eServiceSchema>;
