import {
  appPersonsSchema,
  appProblemSchema,
  appTransactionSchema,
  simulatorPaths,
} from '../../backend/src/eid/simulated/simulated-app.contract.ts';
import type { AppActRequest, AppPerson, AppTransactionAnswer, DisturbanceRequest } from '../../backend/src/eid/simulated/simulated-app.contract.ts';
import { clientHeader } from '../../src/contract/paths.ts';

/** What a call came to; `why` is in Swedish, for the phone's owner, and `code` there when the phone was refused. */
export type Answer<T> = { ok: true; value: T } | { ok: false; why: string; code?: string };

export const persons = async (): Promise<Answer<AppPerson[]>> =>
  mapped(await call('GET', simulatorPaths.persons), (body) => appPersonsSchema.parse(body).persons);

/** Takes an order by the text of a QR code, or by a start link's token. */
export const scan = async (content: string): Promise<Answer<AppTransactionAnswer>> =>
  mapped(await call('POST', simulatorPaths.scan, { content }), (body) => appTransactionSchema.parse(body));

export const act = (transaction: string, request: AppActRequest): Promise<Answer<unknown>> =>
  call('POST', simulatorPaths.transaction(transaction), request);

export const disturb = (request: DisturbanceRequest): Promise<Answer<unknown>> =>
  call('POST', simulatorPaths.disturbance, request);

async function call(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer<unknown>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { [clientHeader.name]: clientHeader.value, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.status === 204) return { ok: true, value: undefined };
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer };
    const { title, code } = appProblemSchema.parse(answer);
    return { ok: false, why: title, code };
  } catch {
    return { ok: false, why: 'Telefonen når inte demonstrationens server. Kontrollera att den är igång.' };
  }
}

const mapped = <From, To>(answer: Answer<From>, map: (from: From) => To): Answer<To> =>
  answer.ok ? { ok: true, value: map(answer.value) } : answer;
