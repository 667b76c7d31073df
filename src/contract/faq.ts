import * as z from 'zod/mini';
import './jitless.ts';

// Apart, since a browser asks and never checks what is asked.
export * from './faq.request.ts';

/** Text with links in it: a plain string, or a link. Never HTML. */
export const inlineSchema = z.union([z.string(), z.object({ text: z.string(), href: z.string() })]);
export type Inline = z.infer<typeof inlineSchema>;

/** A piece of an answer. A kind that the widget does not know is left out, with a warning for the editor. */
export const faqBlockSchema = z.union([
  z.object({ kind: z.literal('paragraph'), content: z.array(inlineSchema) }),
  z.object({ kind: z.literal('list'), items: z.array(z.array(inlineSchema)) }),
  z.object({ kind: z.literal('steps'), items: z.array(z.array(inlineSchema)) }),
]);
export type FaqBlock = z.infer<typeof faqBlockSchema>;

export const faqItemSchema = z.object({ id: z.string(), question: z.string(), answer: z.array(faqBlockSchema) });
export type FaqItem = z.infer<typeof faqItemSchema>;

/** `GET /faq?lang=`, or any JSON address given in `src`. */
export const faqFeedSchema = z.object({ items: z.array(faqItemSchema) });
export type FaqFeed = z.infer<typeof faqFeedSchema>;
