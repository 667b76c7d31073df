import type { FaqBackend } from '../../client/faq-backend.ts';
import type { FaqFeedback } from '../../contract/faq.ts';
import type { Connection } from '../../portal/connection.ts';
import { Backends } from '../../portal/door.ts';

export const faqBackends = new Backends<FaqBackend>((api) => import('../../client/faq-backend.ts').then(({ HttpFaqBackend }) => new HttpFaqBackend(api)));

/** Sends what somebody thought of an answer, where there is a backend that wants to know. False only when it should have arrived and did not. */
export async function sendFeedback(connection: Connection | undefined, feedback: FaqFeedback): Promise<boolean> {
  if (!connection) return true;
  try {
    const config = await connection.config();
    if (!config.ok || !config.value.faq.feedback) return config.ok;
    return (await (await faqBackends.of(connection)).sendFeedback(feedback)).ok;
  } catch {
    return false;
  }
}
