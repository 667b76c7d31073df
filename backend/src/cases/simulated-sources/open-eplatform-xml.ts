import { swedishWallClock } from './swedish-wall-clock.ts';

export interface SimulatedAttachment {
  id: string;
  fileName: string;
  /** A small PDF unless stated. */
  bytes?: Uint8Array<ArrayBuffer>;
}

export interface SimulatedMessage {
  id: string;
  at: Date;
  text: string;
  /** User number of whoever wrote it. */
  userId: string;
  name: [first: string, last: string];
  byManager: boolean;
  files?: SimulatedAttachment[];
}

/** A case as the platform keeps it. */
export interface SimulatedInstance {
  id: string;
  familyId: string;
  flowName: string;
  /** No longer among the e-services that can be begun. */
  isRetired?: boolean;
  /** Personal number of the one who began it. */
  owner: string;
  ownerUserId: string;
  /** Somebody else whose case it is just as much. */
  coOwner?: { owner: string; userId: string };
  /** Personal number of the one whose signature it waits for. */
  waitsFor?: string;
  status: { name: string; contentType: string; disallowsMessages?: boolean; allowsMessagesForDays?: number };
  hidesStatus?: boolean;
  added: Date;
  submitted?: Date;
  statusChanged: Date;
  userDescription?: string;
  /** What handlers see, made of what was filled in. */
  managerDescription?: string;
  messages?: SimulatedMessage[];
}

export const escapeXml = (text: string): string =>
  text.replace(/[<>&"']/g, (character) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' })[character] ?? '');

const element = (name: string, content: string | undefined) => (content === undefined ? '' : `<${name}>${content}</${name}>`);
const text = (name: string, content: string | undefined) => element(name, content === undefined ? undefined : escapeXml(content));
const local = (name: string, at: Date | undefined) => text(name, at && swedishWallClock(at));
const exact = (name: string, at: Date | undefined) => text(name, at && String(at.getTime()));

export function instancesXml(instances: readonly SimulatedInstance[]): string {
  return element('FlowInstances', `\n${instances.map((instance) => element('FlowInstance', rowXml(instance))).join('\n')}\n`);
}

function rowXml(row: SimulatedInstance): string {
  return [
    text('flowInstanceID', row.id),
    local('added', row.added),
    local('firstSubmitted', row.submitted),
    text('fullyPopulated', 'true'),
    row.hidesStatus ? '' : statusXml(row),
    local('lastStatusChange', row.statusChanged),
    local('lastEventAdded', row.statusChanged),
    text('profileID', '1'),
    text('managerDescription', row.managerDescription),
    text('userDescription', row.userDescription),
    exact('addedInMilliseconds', row.added),
    exact('firstSubmittedInMilliseconds', row.submitted),
    exact('lastStatusChangeInMilliseconds', row.statusChanged),
    element('poster', element('user', text('userID', row.ownerUserId) + text('username', 'test') + text('email', 'test@kommun.test'))),
    text('flowID', String(Number(row.familyId) + 1000)),
    text('flowFamilyID', row.familyId),
  ].join('');
}

export function statusXml({ status }: SimulatedInstance): string {
  const fields = [
    text('statusID', '12910'),
    text('name', status.name),
    text('newExternalMessagesDisallowed', String(status.disallowsMessages ?? false)),
    text('newExternalMessagesAllowedDays', status.allowsMessagesForDays?.toString()),
    text('contentType', status.contentType),
  ];
  return element('Status', fields.join(''));
}

export function instanceHeaderXml({ id, flowName, status, ownerUserId, coOwner, managerDescription = '' }: SimulatedInstance): string {
  const owners = [ownerUserId, ...(coOwner ? [coOwner.userId] : [])].map((userId) => element('Owner', `<Firstname><![CDATA[Test]]></Firstname><ID>${userId}</ID>`));
  const header = `<Flow><Name><![CDATA[${flowName}]]></Name></Flow><FlowInstanceID>${id}</FlowInstanceID><Status><Name><![CDATA[${status.name}]]></Name></Status>${owners.join('')}`;
  const values = `<applicant><Name>S\u00f6kande</Name><Value>${escapeXml(managerDescription)}</Value></applicant>`;
  return `<FlowInstance xmlns="http://www.oeplatform.org/version/2.0/schemas/flowinstance"><Header>${header}</Header><Values>${values}</Values></FlowInstance>`;
}

export function messagesXml({ id, messages = [] }: SimulatedInstance): string {
  return element('Messages', messages.map((message) => element('ExternalMessage', messageXml(message, id))).join(''));
}

function messageXml(message: SimulatedMessage, instanceId: string): string {
  const [first, last] = message.name;
  const files = message.files?.map(({ id, fileName, bytes }) =>
    element('ExternalMessageAttachment', text('attachmentID', id) + text('filename', fileName) + text('size', String(bytes?.length ?? 4711)) + local('added', message.at)),
  );
  return [
    text('postedByManager', String(message.byManager)),
    text('systemMessage', 'false'),
    element('attachments', files?.join('')),
    text('messageID', message.id),
    text('message', message.text),
    element('poster', text('userID', message.userId) + text('firstname', first) + text('lastname', last) + text('email', 'test@kommun.test')),
    local('added', message.at),
    text('flowInstanceID', instanceId),
  ].join('');
}
