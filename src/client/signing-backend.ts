import type { Options } from 'ky';
import { eidOrderSchema, type EidOrder } from '../contract/eid-order.ts';
import { casePaths as paths } from '../contract/case.paths.ts';
import {
  invitationSchema,
  signingSchema,
  waitingSigningsSchema,
  type ContactRequest,
  type DeclineRequest,
  type Invitation,
  type Signing,
  type SigningOrderRequest,
  type WaitingSignings,
} from '../contract/signing.ts';
import { HttpCalls } from './http-calls.ts';
import type { Answer } from './portal-backend.ts';

/** A signing as it was told, with the mark of that telling; without a `signing` nothing has changed since. */
export interface ToldSigning {
  signing: Signing | null;
  etag: string | undefined;
}

/** Everything that the widget asks about signing. No call throws, save by its own abort signal. */
export interface SigningBackend {
  waitingSignings(signal?: AbortSignal): Promise<Answer<WaitingSignings>>;
  openInvitation(token: string, signal?: AbortSignal): Promise<Answer<Invitation>>;
  /** `known` is the mark of what was told last. */
  signing(id: string, known?: string, signal?: AbortSignal): Promise<Answer<ToldSigning>>;
  startSigningOrder(id: string, request: SigningOrderRequest): Promise<Answer<EidOrder>>;
  /** Safe to send again when the answer was lost. */
  sign(id: string, orderId: string): Promise<Answer<Signing>>;
  decline(id: string, request: DeclineRequest): Promise<Answer<Signing>>;
  withdraw(id: string): Promise<Answer<Signing>>;
  stateContact(id: string, party: string, request: ContactRequest): Promise<Answer<Signing>>;
  sendAgain(id: string, party: string): Promise<Answer<Signing>>;
}

/** Signing over HTTP. `api` is the backend's address, ending in a slash. */
export class HttpSigningBackend implements SigningBackend {
  readonly #calls: HttpCalls;

  constructor(api: URL) {
    this.#calls = new HttpCalls(api);
  }

  waitingSignings(signal?: AbortSignal) {
    return this.#calls.ask(waitingSigningsSchema, paths.waitingSignings, {}, signal);
  }

  openInvitation(token: string, signal?: AbortSignal) {
    return this.#calls.change(invitationSchema, 'post', paths.openInvitation, { json: { token }, ...(signal && { signal }) });
  }

  async signing(id: string, known?: string, signal?: AbortSignal): Promise<Answer<ToldSigning>> {
    let etag: string | undefined;
    const options: Options = {
      ...(known !== undefined && { headers: { 'If-None-Match': known } }),
      hooks: {
        afterResponse: [(_request, _options, response) => {
          etag = response.headers.get('ETag') ?? undefined;
          return response.status === 304 ? new Response('null') : response;
        }],
      },
    };
    const answer = await this.#calls.ask(changedSigning, paths.signing(id), options, signal);
    return answer.ok ? { ok: true, value: { signing: answer.value, etag: etag ?? known } } : answer;
  }

  startSigningOrder(id: string, json: SigningOrderRequest) {
    return this.#calls.change(eidOrderSchema, 'post', paths.signingOrders(id), { json });
  }

  sign(id: string, orderId: string) {
    return this.#calls.change(signingSchema, 'post', paths.signature(id), { json: { orderId } });
  }

  decline(id: string, json: DeclineRequest) {
    return this.#calls.change(signingSchema, 'post', paths.decline(id), { json });
  }

  withdraw(id: string) {
    return this.#calls.change(signingSchema, 'post', paths.withdrawal(id));
  }

  stateContact(id: string, party: string, json: ContactRequest) {
    return this.#calls.change(signingSchema, 'put', paths.partyContact(id, party), { json });
  }

  sendAgain(id: string, party: string) {
    return this.#calls.change(signingSchema, 'post', paths.partyNotices(id, party));
  }
}

/** A signing, or `null` for one that has not changed. */
const changedSigning = {
  safeParse: (value: unknown) => (value === null ? ({ success: true, data: null } as const) : signingSchema.safeParse(value)),
};
