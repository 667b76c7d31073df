import { caseName } from './case-join.ts';
import type { CaseSource, SourceCaseDetail, SourceMessage } from './case-source.ts';

/** What one system tells of an opened case. */
export interface CaseMember {
  source: CaseSource;
  detail: SourceCaseDetail;
}

/** The system through which the case takes replies, if any does. */
export const takerOf = (members: readonly CaseMember[]): CaseMember | undefined => members.find(({ source, detail }) => source.reply && detail.reply.allowed);

/** The message with ids that no other system's share. */
export const messageIn = ({ id: source }: CaseSource, message: SourceMessage): SourceMessage => ({
  ...message,
  id: caseName(source, message.id),
  documentIds: message.documentIds.map((id) => caseName(source, id)),
});

/**
 * All that is known of a case in the systems that have it. `first` says what only one of them can say, and of what it
 * leaves out the others say it; what has gathered in each of them stands in one order.
 */
export function toldByAll(first: CaseMember, members: readonly CaseMember[]): SourceCaseDetail {
  const details = [first, ...members.filter((member) => member !== first)].map(({ detail }) => detail);
  return {
    ...first.detail,
    summary: details.find(({ summary }) => summary)?.summary,
    steps: details.find(({ steps }) => steps.length > 0)?.steps ?? [],
    decision: details.find(({ decision }) => decision)?.decision,
    handler: details.find(({ handler }) => handler)?.handler,
    timeline: eachOnce(gathered(members, ({ source, detail }) => detail.timeline.map((one) => ({ ...one, id: caseName(source.id, one.id) })))),
    documents: gathered(members, ({ source, detail }) => detail.documents.map((one) => ({ ...one, id: caseName(source.id, one.id) }))),
    messages: gathered(members, ({ source, detail }) => detail.messages.map((one) => messageIn(source, one))),
    reply: takerOf(members)?.detail.reply ?? { ...first.detail.reply, allowed: false },
  };
}

const gathered = <Entry extends { at: Date }>(members: readonly CaseMember[], entriesOf: (member: CaseMember) => Entry[]): Entry[] =>
  members.flatMap(entriesOf).sort((a, b) => a.at.getTime() - b.at.getTime());

/** Systems tell each other what has happened, so that both say it, at times to the minute. */
function eachOnce(timeline: SourceCaseDetail['timeline']): SourceCaseDetail['timeline'] {
  return timeline.filter((one, index) => timeline.findIndex((other) => other.text === one.text && minuteOf(other.at) === minuteOf(one.at)) === index);
}

/** How much is new in what each system tells: what another has told of the same minute is the same. */
export function newsOnce(told: readonly (readonly Date[])[]): number {
  const minutes = new Set<number>();
  return told.reduce((count, news) => {
    const others = news.map(minuteOf).filter((minute) => !minutes.has(minute));
    for (const minute of others) minutes.add(minute);
    return count + others.length;
  }, 0);
}

const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000);
