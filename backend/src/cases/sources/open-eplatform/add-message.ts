import { z } from '../../../../../src/contract/schema.ts';
import { CaseSourceError } from '../../case-source.ts';
import type { UpstreamAnswer } from '../upstream.ts';
import { xmlOf } from './xml.ts';

/** A message to a case, from the one of its owners who has that personal number. */
export interface OwnerMessage {
  caseId: string;
  idNumber: string;
  at: Date;
  text: string;
  files: readonly { fileName: string; bytes: Uint8Array }[];
}

const callback = 'http://www.oeplatform.org/version/1.0/schemas/integration/callback';
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

/**
 * The SOAP 1.1 call `addMessageAsOwner` of the platform's callback interface. Its sibling `addMessage` is no way for a
 * citizen: what it adds stands in the case as written by the municipality.
 */
export function addMessageAsOwner({ caseId, idNumber, at, text, files }: OwnerMessage): string {
  const attachments = files.map(({ fileName, bytes }) =>
    element('attachments', element('encodedData', base64Of(bytes)) + element('filename', escaped(fileName)) + element('size', String(bytes.length))),
  );
  // The schema asks for the message's own user, and says that it is not used.
  const message = [element('added', at.toISOString()), ...attachments, element('message', escaped(text)), '<userID/>', element('readReceiptEnabled', 'false')];
  const principal = `<userID xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>${element('citizenID', escaped(idNumber))}`;
  const call = element('flowInstanceID', caseId) + element('message', message.join('')) + element('principal', principal);
  return `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${soap}"><S:Body><addMessageAsOwner xmlns="${callback}">${call}</addMessageAsOwner></S:Body></S:Envelope>`;
}

const number = z.string().check(z.regex(/^\d{1,18}$/));
const answerSchema = z.object({
  Envelope: z.object({
    Body: z.object({
      addMessageAsOwnerResponse: z.optional(z.object({ messageID: number })),
      Fault: z.optional(z.object({ detail: z.optional(z.unknown()) })),
    }),
  }),
});
const refusals = ['AccessDeniedFault', 'FlowInstanceNotFoundFault'];

/** The number that the message was given. @throws CaseSourceError `refused` when the platform does not let this person write there */
export function numberOfAdded(answer: UpstreamAnswer): string {
  if (!answer.mediaType.endsWith('xml')) throw new CaseSourceError('unavailable');
  const { addMessageAsOwnerResponse: added, Fault: fault } = xmlOf(answer, answerSchema).Envelope.Body;
  if (added) return added.messageID;
  const detail = fault?.detail;
  throw new CaseSourceError(detail instanceof Object && refusals.some((refusal) => refusal in detail) ? 'refused' : 'unavailable');
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? sign);

/** In portions of whole groups of three bytes, which is how base64 can be put together. */
function base64Of(bytes: Uint8Array): string {
  const portion = 3 * 8192;
  let text = '';
  for (let start = 0; start < bytes.length; start += portion) text += btoa(String.fromCharCode(...bytes.subarray(start, start + portion)));
  return text;
}
