import { z } from '../../../../../src/contract/schema.ts';
import type { Upstream, UpstreamAnswer, UpstreamQuestion } from '../upstream.ts';
import { addMessageAsOwner, numberOfAdded } from './add-message.ts';
import type { OwnerMessage } from './add-message.ts';
import { flowInstancesSchema, statusSchema, xmlText } from './flow-instance.ts';
import type { FlowInstance, FoundIn } from './flow-instance.ts';
import { flowsSchema } from './flow-names.ts';
import type { Flows } from './flow-names.ts';
import { messagesSchema } from './messages.ts';
import { jsonOf, xmlOf } from './xml.ts';

const listPaths: Record<FoundIn, string> = {
  owned: '/api/instanceapi/getinstances/owner/citizenidentifier/{idNumber}',
  waitingForSignature: '/api/multisigninstanceapi/getwaitinginstances/citizenidentifier/{idNumber}',
  drafts: '/api/unsubmittedinstanceapi/getinstances/owner/citizenidentifier/{idNumber}',
};

const statusAnswerSchema = z.object({ Status: statusSchema });
const headerSchema = z.object({
  FlowInstance: z.array(
    z.object({ Header: z.object({ Flow: z.object({ Name: xmlText }), Owner: z._default(z.array(z.object({ ID: xmlText })), []) }) }),
  ),
});
const notFound = 404;
const soapFault = 500;

/** Open ePlatform's HTTP interface, a method for each call. What is not found is empty or `undefined`. */
export class OpenEPlatformApi {
  readonly #upstream: Upstream;
  readonly #authorization: string;

  constructor(upstream: Upstream, login: { username: string; password: string }) {
    this.#upstream = upstream;
    const bytes = new TextEncoder().encode(`${login.username}:${login.password}`);
    this.#authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
  }

  async instances(list: FoundIn, idNumber: string, signal: AbortSignal | undefined): Promise<FlowInstance[]> {
    const answer = await this.#ask({ path: listPaths[list], values: { idNumber }, query: { showStatus: 'true' } }, signal);
    if (!answer) return [];
    const { FlowInstances } = xmlOf(answer, flowInstancesSchema);
    return FlowInstances === '' ? [] : FlowInstances.FlowInstance;
  }

  async status(id: string, signal: AbortSignal | undefined): Promise<FlowInstance['Status']> {
    const answer = await this.#ask({ path: '/api/instanceapi/getstatus/{id}', values: { id } }, signal);
    return answer && xmlOf(answer, statusAnswerSchema).Status;
  }

  /** The name of the e-service and the numbers of the users whose case it is, from the head of the case's XML. What was filled in is left where it is. */
  async header(id: string, signal: AbortSignal | undefined): Promise<{ serviceName: string | undefined; owners: string[] }> {
    const answer = await this.#ask({ path: '/api/instanceapi/getinstance/{id}/xml', values: { id } }, signal);
    const header = answer && xmlOf(answer, headerSchema).FlowInstance[0]?.Header;
    return { serviceName: header?.Flow.Name, owners: (header?.Owner ?? []).map(({ ID }) => ID ?? '') };
  }

  async messages(id: string, signal: AbortSignal | undefined): Promise<z.infer<typeof messagesSchema>> {
    const answer = await this.#ask({ path: '/api/messageapi/getmessages/flowinstance/{id}', values: { id } }, signal);
    return answer ? xmlOf(answer, messagesSchema) : { Messages: '' };
  }

  /** Answers with the number of the message. */
  async addMessage(message: OwnerMessage, signal: AbortSignal | undefined): Promise<string> {
    const headers = { 'Content-Type': 'text/xml; charset=UTF-8', SOAPAction: '""' };
    const question = { method: 'POST', path: '/api/callback', headers, body: addMessageAsOwner(message), handles: [soapFault] } as const;
    return numberOfAdded(await this.#upstream.ask(this.#signed(question), signal));
  }

  pdf(id: string, signal: AbortSignal | undefined): Promise<UpstreamAnswer | undefined> {
    return this.#ask({ path: '/api/instanceapi/getinstance/{id}/pdf', values: { id } }, signal);
  }

  attachment(id: string, signal: AbortSignal | undefined): Promise<UpstreamAnswer | undefined> {
    return this.#ask({ path: '/api/messageapi/getattachment/{id}', values: { id } }, signal);
  }

  async flows(signal: AbortSignal | undefined): Promise<Flows> {
    const answer = await this.#ask({ path: '/api/v1/getflows/json' }, signal);
    return answer ? jsonOf(answer, flowsSchema) : { Flows: [] };
  }

  async #ask(question: UpstreamQuestion, signal: AbortSignal | undefined): Promise<UpstreamAnswer | undefined> {
    const answer = await this.#upstream.ask({ ...this.#signed(question), handles: [notFound] }, signal);
    return answer.status === notFound ? undefined : answer;
  }

  #signed(question: UpstreamQuestion): UpstreamQuestion {
    return { ...question, headers: { ...question.headers, Authorization: this.#authorization } };
  }
}
