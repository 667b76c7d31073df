import { Hono } from 'hono';
import type { Context } from 'hono';
import { bankIdPaths, bankIdRequestSchemas, orderRefSchema } from '../bankid-api.ts';
import type { BankIdPath } from '../bankid-api.ts';
import { BankIdFault, invalidParameters } from './bankid-fault.ts';
import type { BankIdSimulator } from './bankid-simulator.ts';
import type { OrderRequest } from './start-of-request.ts';

/** Where the API lies below the host, as BankID's own does. */
export const simulatorBase = '/rp/v6.0';
/** Names who takes an order that is for nobody in particular, so that it goes the way of that number among `scenarios`. */
export const personHeader = 'X-Simulator-Person';

const rateLimit = { 'RateLimit-Limit': '100', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '2' };

/** BankID's Relying Party API over the simulator. It runs wherever the web platform does. */
export function bankIdSimulatorApp(simulator: BankIdSimulator): Hono {
  const app = new Hono();
  app.onError((error) => {
    const fault = error instanceof BankIdFault ? error : new BankIdFault(500, 'internalError', 'unforeseen');
    return errorAnswer(fault);
  });
  app.notFound(() => errorAnswer(new BankIdFault(404, 'notFound')));

  for (const path of bankIdPaths) {
    app.all(simulatorBase + path, async (c) => {
      if (c.req.method !== 'POST') throw new BankIdFault(405, 'methodNotAllowed');
      // Exactly so: BankID refuses it with a charset.
      if (c.req.header('Content-Type') !== 'application/json') throw new BankIdFault(415, 'unsupportedMediaType');
      return c.json(await answerTo(simulator, path, await bodyOf(c), c.req.header(personHeader)));
    });
  }
  return app;
}

function answerTo(simulator: BankIdSimulator, path: BankIdPath, body: unknown, person: string | undefined): Promise<object> {
  switch (path) {
    case '/collect':
      return simulator.collect(within(orderRefSchema.safeParse(body)).orderRef);
    case '/cancel':
      return simulator.cancel(within(orderRefSchema.safeParse(body)).orderRef);
    default:
      return simulator.start(path, within(bankIdRequestSchemas[path].safeParse(body) as Checked<OrderRequest>), person);
  }
}

type Checked<T> = { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } };

function within<T>(checked: Checked<T>): T {
  if (checked.success) return checked.data;
  throw invalidParameters(`Invalid ${checked.error.issues.map(({ path }) => path.join('.') || 'body').join(', ')}`);
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw invalidParameters('Not JSON');
  }
}

function errorAnswer({ status, errorCode, message }: BankIdFault): Response {
  return Response.json({ errorCode, details: message }, { status, headers: status === 429 ? rateLimit : {} });
}
