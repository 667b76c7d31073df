import * as z from 'zod/mini';
import './jitless.ts';

/** `POST /faq/opinions`, answered 204. `question` is the question's stable address, never what a citizen typed. */
export const faqFeedbackSchema = z.strictObject({
  question: z.string().check(z.regex(/^[\p{L}\p{N}-]{1,120}$/u)),
  helpful: z.boolean(),
});
export type FaqFeedback = z.infer<typeof faqFeedbackSchema>;
