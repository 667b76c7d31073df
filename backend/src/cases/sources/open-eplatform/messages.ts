import { z } from '../../../../../src/contract/schema.ts';
import type { SourceDocument, SourceMessage } from '../../case-source.ts';
import { documentOf } from '../file-name.ts';
import { maskPersonalNumbers } from '../../personal-numbers.ts';
import { epochTime, swedishTime } from '../swedish-time.ts';
import { orNothing, xmlText } from './flow-instance.ts';

const rowNumber = z.string().check(z.regex(/^\d{1,18}$/));

const attachmentSchema = z.object({ attachmentID: rowNumber, filename: xmlText, fileName: xmlText, size: xmlText, added: xmlText });

const messageSchema = z.object({
  messageID: rowNumber,
  message: z.optional(z.string()),
  postedByManager: xmlText,
  systemMessage: xmlText,
  added: xmlText,
  addedInMilliseconds: xmlText,
  poster: orNothing(z.object({ userID: xmlText, firstname: xmlText, lastname: xmlText })),
  attachments: z.optional(z.union([z.literal(''), z.object({ ExternalMessageAttachment: z.array(attachmentSchema) })])),
});
type Message = z.infer<typeof messageSchema>;

export const messagesSchema = z.object({
  Messages: z.union([z.literal(''), z.object({ ExternalMessage: z.array(messageSchema) })]),
});

export type Messages = z.infer<typeof messagesSchema>;

/** The number of the user that the person is, when the platform lets on. */
export type OwnUser = string | undefined;

const rowsOf = ({ Messages: all }: Messages) => (all === '' ? [] : all.ExternalMessage);
const isByCitizen = ({ postedByManager, systemMessage }: Message) => postedByManager !== 'true' && systemMessage !== 'true';

export const isAnyByCitizen = (messages: Messages): boolean => rowsOf(messages).some(isByCitizen);

/** The number of the last message with that text that a citizen has sent since `since`; the platform tells times in whole minutes. */
export function numberOfSent(messages: Messages, text: string, since: Date): string | undefined {
  const plain = (words: string | undefined) => words?.replaceAll(/\s+/g, ' ').trim();
  const earliest = Math.floor(since.getTime() / 60_000) * 60_000;
  const sent = rowsOf(messages).filter((row) => isByCitizen(row) && plain(row.message) === plain(text) && (timeOf(row)?.getTime() ?? 0) >= earliest);
  return sent.map(({ messageID }) => messageID).toSorted((one, other) => Number(other) - Number(one))[0];
}

/** A case's messages, oldest first, and the files that came with them. */
export function messagesOf(told: Messages, own: OwnUser): { messages: SourceMessage[]; documents: SourceDocument[] } {
  const dated = rowsOf(told).flatMap((row) => {
    const at = timeOf(row);
    return at ? [{ row, at }] : [];
  });
  dated.sort((one, other) => one.at.getTime() - other.at.getTime());
  return {
    messages: dated.map(({ row, at }) => messageOf(row, at, own)),
    documents: dated.flatMap(({ row, at }) => attachmentsOf(row).map((attachment) => attachedDocument(attachment, at, senderOf(row, own)))),
  };
}

const timeOf = (row: Message) => epochTime(row.addedInMilliseconds) ?? swedishTime(row.added);

function messageOf(row: Message, at: Date, own: OwnUser): SourceMessage {
  const from = senderOf(row, own);
  const { firstname, lastname } = row.poster ?? {};
  // Only handlers are named: another guardian may be protected.
  const name = from === 'municipality' ? [firstname, lastname].filter(Boolean).join(' ') : '';
  return {
    id: row.messageID,
    at,
    from,
    senderName: name || undefined,
    text: maskPersonalNumbers(row.message ?? ''),
    documentIds: attachmentsOf(row).map(({ attachmentID }) => attachmentId(attachmentID)),
    readAt: undefined,
  };
}

function senderOf(row: Message, own: OwnUser): SourceMessage['from'] {
  if (!isByCitizen(row)) return 'municipality';
  return own !== undefined && row.poster?.userID === own ? 'you' : 'guardian';
}

const attachmentsOf = ({ attachments }: Message) => (attachments ? attachments.ExternalMessageAttachment : []);
const attachmentId = (number: string) => `attachment-${number}`;

function attachedDocument(attachment: z.infer<typeof attachmentSchema>, sentAt: Date, origin: SourceMessage['from']): SourceDocument {
  return documentOf({
    id: attachmentId(attachment.attachmentID),
    fileName: attachment.filename ?? attachment.fileName ?? 'bilaga',
    size: /^\d{1,12}$/.test(attachment.size ?? '') ? Number(attachment.size) : undefined,
    at: swedishTime(attachment.added) ?? sentAt,
    origin,
  });
}
