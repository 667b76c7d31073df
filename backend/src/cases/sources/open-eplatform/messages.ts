import { z } from '../../../../../src/contract/schema.ts';
import type { SourceDocument, SourceMessage } from '../../case-source.ts';
import { documentOf } from '../file-name.ts';
import { maskPersonalNumbers } from '../personal-numbers.ts';
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

/** Who the person is in the case, as far as the platform lets on: the number of the user who began it, if that is the person. */
export type OwnUser = string | undefined;

/** A case's messages, oldest first, and the files that came with them. */
export function messagesOf({ Messages }: z.infer<typeof messagesSchema>, own: OwnUser): { messages: SourceMessage[]; documents: SourceDocument[] } {
  const rows = Messages === '' ? [] : Messages.ExternalMessage;
  const dated = rows.flatMap((row) => {
    const at = epochTime(row.addedInMilliseconds) ?? swedishTime(row.added);
    return at ? [{ row, at }] : [];
  });
  dated.sort((one, other) => one.at.getTime() - other.at.getTime());
  return {
    messages: dated.map(({ row, at }) => messageOf(row, at, own)),
    documents: dated.flatMap(({ row, at }) => attachmentsOf(row).map((attachment) => attachedDocument(attachment, at, senderOf(row, own)))),
  };
}

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
  if (row.postedByManager === 'true' || row.systemMessage === 'true') return 'municipality';
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
