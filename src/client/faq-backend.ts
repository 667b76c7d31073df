import type { FaqFeedback } from '../contract/faq.ts';
import { portalPaths as paths } from '../contract/portal.paths.ts';
import { HttpCalls, nothing } from './http-calls.ts';
import type { Answer } from './portal-backend.ts';

/** Everything that a list of questions tells the backend. No call throws. */
export interface FaqBackend {
  sendFeedback(feedback: FaqFeedback): Promise<Answer<null>>;
}

/** The questions' part of the backend over HTTP. `api` is the backend's address, ending in a slash. */
export class HttpFaqBackend implements FaqBackend {
  readonly #calls: HttpCalls;

  constructor(api: URL) {
    this.#calls = new HttpCalls(api);
  }

  /** Goes without the session's cookie: nobody is to be known by what they thought. */
  sendFeedback(json: FaqFeedback) {
    return this.#calls.change(nothing, 'post', paths.faqFeedback, { json, credentials: 'omit' });
  }
}
