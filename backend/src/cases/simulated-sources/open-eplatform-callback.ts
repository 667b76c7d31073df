import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from '../../../../src/contract/schema.ts';
import type { SimulatedInstance, SimulatedMessage } from './open-eplatform-xml.ts';

const callback = 'http://www.oeplatform.org/version/1.0/schemas/integration/callback';
const soap = 'http://schemas.xmlsoap.org/soap/envelope/';

const attachmentSchema = z.object({ encodedData: z.string(), filename: z.string().check(z.minLength(1)), size: z.string().check(z.regex(/^[1-9]\d*$/)) });
const callSchema = z.object({
  'S:Envelope': z.object({
    '@xmlns:S': z.literal(soap),
    'S:Body': z.object({
      addMessageAsOwner: z.object({
        '@xmlns': z.literal(callback),
        flowInstanceID: z.string(),
        message: z.object({
          added: z.iso.datetime(),
          attachments: z._default(z.array(attachmentSchema), []),
          message: z.string().check(z.minLength(1)),
          userID: z.string(),
          readReceiptEnabled: z.enum(['true', 'false']),
        }),
        principal: z.object({ citizenID: z.string() }),
      }),
    }),
  }),
});
type Call = z.infer<typeof callSchema>['S:Envelope']['S:Body']['addMessageAsOwner'];

const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  isArray: (name) => name === 'attachments',
});

/** What the platform's SOAP interface answers to a call, which it carries out on `instances`. It knows `addMessageAsOwner` alone. */
export function answerCallback(instances: readonly (SimulatedInstance & { messages: SimulatedMessage[] })[], body: string): { status: 200 | 500; body: string } {
  const call = XMLValidator.validate(body) === true ? callSchema.safeParse(parser.parse(body)).data : undefined;
  if (!call) return fault('Cannot understand the message');
  const { flowInstanceID, message, principal } = call['S:Envelope']['S:Body'].addMessageAsOwner;
  const instance = instances.find(({ id }) => id === flowInstanceID);
  if (!instance) return fault('The requested flow instance was not found', 'FlowInstanceNotFoundFault');
  if (!isOwner(instance, principal.citizenID) || instance.status.disallowsMessages) return fault('Access denied', 'AccessDeniedFault');
  const added = messageOf(message, userIdOf(instance, principal.citizenID), instances);
  instance.messages.push(added);
  return { status: 200, body: envelope(`<addMessageAsOwnerResponse xmlns="${callback}"><messageID>${added.id}</messageID></addMessageAsOwnerResponse>`) };
}

export const isOwner = ({ owner, coOwner }: SimulatedInstance, idNumber: string): boolean => idNumber === owner || idNumber === coOwner?.owner;

const userIdOf = ({ owner, ownerUserId, coOwner }: SimulatedInstance, idNumber: string) => (coOwner && idNumber !== owner ? coOwner.userId : ownerUserId);

function messageOf(message: Call['message'], userId: string, instances: readonly { messages: SimulatedMessage[] }[]): SimulatedMessage {
  const all = instances.flatMap(({ messages }) => messages);
  const next = (ids: readonly string[]) => Math.max(0, ...ids.map(Number)) + 1;
  const firstFile = next(all.flatMap(({ files = [] }) => files.map(({ id }) => id)));
  return {
    id: String(next(all.map(({ id }) => id))),
    at: new Date(message.added),
    text: message.message,
    userId,
    name: ['Test', 'Person'],
    byManager: false,
    files: message.attachments.map(({ encodedData, filename }, index) => ({
      id: String(firstFile + index),
      fileName: filename,
      bytes: Uint8Array.from(atob(encodedData), (character) => character.charCodeAt(0)),
    })),
  };
}

const envelope = (body: string) => `<S:Envelope xmlns:S="${soap}"><S:Body>${body}</S:Body></S:Envelope>`;

function fault(words: string, detail?: string): { status: 500; body: string } {
  const details = detail ? `<detail><${detail} xmlns="${callback}"/></detail>` : '';
  return { status: 500, body: envelope(`<S:Fault><faultcode>S:Server</faultcode><faultstring>${words}</faultstring>${details}</S:Fault>`) };
}
