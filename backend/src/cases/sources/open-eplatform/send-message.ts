import { CaseSourceError } from '../../case-source.ts';
import type { SourceMessage } from '../../case-source.ts';
import { withinTime } from '../timer.ts';
import type { Timer } from '../timer.ts';
import type { OwnerMessage } from './add-message.ts';
import { messagesOf, numberOfSent } from './messages.ts';
import type { OpenEPlatformApi } from './open-eplatform-api.ts';

/** How long the platform may take over a message, in milliseconds. What is left of the whole time is for looking whether it came. */
const timeLimit = 12_000;

/**
 * Adds a message to the case. When its answer is lost on the way, the case itself is asked whether the message stands
 * there, so that nobody is told to send again what has come. @throws CaseSourceError
 */
export async function sendMessage(api: OpenEPlatformApi, timer: Timer, message: OwnerMessage): Promise<SourceMessage> {
  const { caseId, text, at } = message;
  const add = () => withinTime(timer, timeLimit, undefined, (signal) => api.addMessage(message, signal));
  const { number, told } = await add().then(
    async (added) => ({ number: added, told: await api.messages(caseId, undefined).catch(() => undefined) }),
    async (failure: unknown) => {
      if (isDenied(failure)) throw failure;
      const now = await api.messages(caseId, undefined).catch(() => undefined);
      const found = now && numberOfSent(now, text, at);
      if (found === undefined) throw failure;
      return { number: found, told: now };
    },
  );
  const sent = told && messagesOf(told, undefined).messages.find(({ id }) => id === number);
  return { id: number, at, from: 'you', senderName: undefined, text: sent?.text ?? text, documentIds: sent?.documentIds ?? [], readAt: undefined };
}

/** Whether the platform has said no, so that the message cannot have come. */
const isDenied = (failure: unknown) => failure instanceof CaseSourceError && (failure.code === 'refused' || failure.code === 'rejected');
