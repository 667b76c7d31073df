import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { faqFeedbackSchema } from '../../../src/contract/faq.ts';
import { paths } from '../../../src/contract/paths.ts';
import { maskPersonalNumbers } from '../cases/personal-numbers.ts';
import type { Deps } from '../deps.ts';
import { mayBeKept } from '../http/answer-headers.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readBody, readQuery } from '../http/read-input.ts';
import { faqQuerySchema } from '../openapi/operations.ts';

/** Questions and answers, and the count of whom they helped. */
export function faqRoutes(deps: Deps): Hono {
  const { municipality, store, clock } = deps;
  return new Hono()
    .get(`/${paths.faq}`, mayBeKept, etag(), (c) => {
      const { lang = municipality.defaultLanguage } = readQuery(c, faqQuerySchema);
      const feed = new Map(Object.entries(municipality.faq.feeds)).get(lang);
      if (!feed) throw new ProblemError('not-found');
      return c.json(feed);
    })
    .post(`/${paths.faqFeedback}`, async (c) => {
      const { question, helpful } = await readBody(c, faqFeedbackSchema);
      if (maskPersonalNumbers(question) !== question) throw new ProblemError('invalid-request', { errors: [{ pointer: '/question', code: 'personal-number' }] });
      if (!municipality.faq.feedback) throw new ProblemError('feedback-not-allowed');
      await refuseOver(deps.rateLimits.feedbackPerAddress, deps.clientAddress(c));
      await store.faqFeedback.count(question, helpful, clock.now().toISOString().slice(0, 10));
      return c.body(null, 204);
    });
}
