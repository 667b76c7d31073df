import type { ReceivedMail } from './mailbox.contract.ts';

/** What the mailbox shows. Mails are newest first, and absent until the first answer. */
export interface MailboxState {
  mails: readonly ReceivedMail[] | undefined;
  /** Whether the last question had no answer; what came before it stays. */
  isOutOfReach: boolean;
  /** Whose mails are shown; `''` is everybody's. */
  address: string;
  /** The mail that lies open. */
  openId: string;
  readIds: ReadonlySet<string>;
}

export const nothingYet: MailboxState = { mails: undefined, isOutOfReach: false, address: '', openId: '', readIds: new Set() };

/** The mailbox after an answer, or none. */
export function afterAnswer(state: MailboxState, mails: readonly ReceivedMail[] | undefined): MailboxState {
  return mails ? opened({ ...state, mails, isOutOfReach: false }, state.openId) : { ...state, isOutOfReach: true };
}

/** The mailbox with that mail open, which counts as read then. */
export function opened(state: MailboxState, openId: string): MailboxState {
  const isThere = state.mails?.some(({ id }) => id === openId) ?? false;
  return { ...state, openId, readIds: isThere ? new Set([...state.readIds, openId]) : state.readIds };
}

export const openMail = ({ mails, openId }: MailboxState): ReceivedMail | undefined => mails?.find(({ id }) => id === openId);

export const shownMails = ({ mails = [], address }: MailboxState): readonly ReceivedMail[] => mails.filter(({ to }) => address === '' || to === address);

/** Everybody whom something has come to, in the order of the alphabet. */
export const addressesIn = ({ mails = [] }: MailboxState): string[] => [...new Set(mails.map(({ to }) => to))].sort((a, b) => a.localeCompare(b, 'sv'));

/** What is said of what has come since `before`; nothing of what was there from the beginning. */
export function newsSince(before: MailboxState, { mails = [] }: MailboxState): string | undefined {
  const { mails: known } = before;
  const news = known && mails.filter(({ id }) => !known.some((mail) => mail.id === id));
  if (!news?.[0]) return undefined;
  return news.length === 1 ? `Nytt mejl till ${news[0].to}: ${news[0].subject}` : `${news.length} nya mejl`;
}
