import type { FaqFeedback } from '../../contract/faq.ts';
import type { Connection } from '../../portal/connection.ts';

/** Sends what somebody thought of an answer, where there is a backend that wants to know. False only when it should have arrived and did not. */
export async function sendFeedback(connection: Connection | undefined, feedback: FaqFeedback): Promise<boolean> {
  if (!connection) return true;
  try {
    const config = await connection.config();
    if (!config.ok || !config.value.faq.feedback) return config.ok;
    return (await (await connection.backend()).sendFaqFeedback(feedback)).ok;
  } catch {
    return false;
  }
}
