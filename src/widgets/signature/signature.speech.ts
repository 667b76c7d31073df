import type { Frame } from './signature.frame.ts';
import { isToMend, type Shown } from './signature.machine.ts';
import { headlineOf } from './status.view.ts';

/** What is said aloud, once, of what others have done between `before` and `after`; empty for nothing worth a word. */
export function spokenOf({ signing: before, revised: wasRevised }: Shown, { signing: after, revised }: Shown, frame: Frame): string {
  const { say, nameOf } = frame;
  if (after.case !== before.case) return '';
  if (after.state !== before.state) return after.state === 'complete' ? say('said.complete') : `${headlineOf(after, frame)}.`;
  if (revised && !wasRevised && after.can.includes('sign')) return say('revised');
  if (before.can.includes('sign') && after.parties.some(({ isYou, state }) => isYou && state === 'signed')) return say('said.you');
  const returned = after.parties.find((party) => isToMend(party) && !before.parties.some((one) => one.id === party.id && isToMend(one)));
  if (returned) return returned.isYou ? say('said.undeliverable.yours') : say('said.undeliverable', { name: nameOf(returned) });
  const news = after.parties.find(({ id, isYou, state }) => !isYou && state !== before.parties.find((one) => one.id === id)?.state);
  if (news?.state === 'signed') return say('said.signed', { name: nameOf(news) });
  return news?.state === 'opened' || news?.state === 'delivered' ? `${nameOf(news)}: ${say(`state.${news.state}`)}.` : '';
}
