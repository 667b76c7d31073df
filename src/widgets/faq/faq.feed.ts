import * as z from 'zod/mini';
import { faqBlockSchema, faqFeedSchema, faqItemSchema, type FaqItem } from '../../contract/faq.ts';

/** A feed as it came: the questions, and the kinds of blocks that had to be left out. */
export interface Feed {
  items: FaqItem[];
  unknown: string[];
}

const looseFeedSchema = z.extend(faqFeedSchema, { items: z.array(z.extend(faqItemSchema, { answer: z.array(z.unknown()) })) });
const kindSchema = z.object({ kind: z.string() });

/** `body` as a feed; `undefined` when it is none. A block of an unknown kind is left out and named. */
export function readFeed(body: unknown): Feed | undefined {
  const feed = looseFeedSchema.safeParse(body);
  if (!feed.success) return undefined;
  const unknown: string[] = [];
  const items = feed.data.items.map(({ answer, ...item }) => ({
    ...item,
    answer: answer.flatMap((block) => {
      const known = faqBlockSchema.safeParse(block);
      if (known.success) return [known.data];
      unknown.push(kindSchema.safeParse(block).data?.kind ?? '?');
      return [];
    }),
  }));
  return { items, unknown };
}
