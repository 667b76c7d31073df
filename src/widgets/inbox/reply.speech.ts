import type { Problem } from '../../contract/problem.ts';
import type { SayCase } from './case.text.ts';
import type { ReplyState } from './reply.machine.ts';

/** What somebody who cannot see the reply is told when it goes from `before` to `after`. `sentence` tells a problem in one breath. */
export function spokenOfReply(before: ReplyState, after: ReplyState, say: SayCase, sentence: (problem: Problem) => string): string[] {
  const sending = new Set(before.files.filter(({ state }) => state.at === 'sending').map(({ key }) => key));
  const files = after.files.filter(({ key }) => sending.has(key)).flatMap(({ name, state }) => {
    if (state.at === 'sent') return [say('file.done', { name })];
    return state.at === 'stopped' ? [`${name}: ${say('file.stopped')}`] : [];
  });
  const refused = typeof after.at === 'object' && after.at !== before.at && 'refused' in after.at ? after.at.refused : undefined;
  return refused ? [...files, `${sentence(refused)} ${say('reply.kept')}`] : files;
}
