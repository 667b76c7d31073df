import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Deps } from '../../deps.ts';
import { answerProblem } from '../../http/problem-answers.ts';
import { readBody } from '../../http/read-input.ts';
import { refuseForeignChanges } from '../../http/who-may-call.ts';
import { appActSchema, appScanSchema, disturbanceSchema, simulatorPaths } from './simulated-app.contract.ts';
import type { AppAnswer, AppRefusal, Simulation } from './simulated-app.ts';
import { testPersons } from './test-persons.ts';

const refusals: Record<AppRefusal, { status: 404 | 409 | 410 | 422; title: string }> = {
  'qr-unknown': { status: 404, title: 'QR-koden hör inte till en e-legitimation.' },
  'qr-too-old': { status: 410, title: 'QR-koden är för gammal. Skanna den som visas nu.' },
  'link-unknown': { status: 404, title: 'Startlänken gäller inte.' },
  'already-scanned': { status: 409, title: 'Koden eller länken är redan använd.' },
  'order-ended': { status: 410, title: 'Legitimeringen är avslutad.' },
  'transaction-unknown': { status: 404, title: 'Legitimeringen finns inte längre.' },
  'person-unknown': { status: 422, title: 'Välj en av testpersonerna.' },
  'person-not-asked-for': { status: 422, title: 'Begäran gäller någon annan. Välj rätt person.' },
  'person-busy': { status: 409, title: 'Personen hade redan en legitimering på gång. Båda har avbrutits.' },
};

type Needs = Pick<Deps, 'allowedOrigins' | 'requestOrigin' | 'clock' | 'log' | 'random'>;

/**
 * The API of the phone that plays the e-ID app, under `/simulator`. It approves for anybody, so it is only for
 * demonstrations and tests. @throws when `production` is true.
 */
export function simulatedAppRoutes(deps: Needs & { production: boolean }, providers: readonly Simulation[]): Hono {
  if (deps.production) throw new Error('The simulated e-ID must not be used in production.');
  const { clock } = deps;

  const app = new Hono();
  app.onError(answerProblem(deps));
  app.use('/simulator/*', refuseForeignChanges(deps));

  app.get(simulatorPaths.persons, (c) =>
    c.json({
      persons: testPersons.map(({ id, givenName, familyName, number }) => ({ id, name: `${givenName} ${familyName}`, number })),
    }),
  );

  app.post(simulatorPaths.scan, async (c) => {
    const { content } = await readBody(c, appScanSchema);
    return answer(c, await firstThatKnows(providers, (provider) => provider.app.scan(content)));
  });

  app.post('/simulator/transactions/:id', async (c) => {
    const act = await readBody(c, appActSchema);
    return answer(c, await firstThatKnows(providers, async (provider) => provider.app.act(c.req.param('id'), act)));
  });

  app.post(simulatorPaths.disturbance, async (c) => {
    const { kind, seconds } = await readBody(c, disturbanceSchema);
    const until = new Date(clock.now().getTime() + seconds * 1000);
    for (const provider of providers) provider.disturb({ kind, until });
    return c.body(null, 204);
  });

  return app;
}

const unknown: readonly AppRefusal[] = ['qr-unknown', 'link-unknown', 'transaction-unknown'];

/** One phone for all simulated providers: the first that does not say "not mine" has the answer. */
async function firstThatKnows<T>(
  providers: readonly Simulation[],
  ask: (provider: Simulation) => Promise<AppAnswer<T>>,
): Promise<AppAnswer<T>> {
  let last: AppAnswer<T> = { ok: false, code: 'transaction-unknown' };
  for (const provider of providers) {
    last = await ask(provider);
    if (last.ok || !unknown.includes(last.code)) return last;
  }
  return last;
}

function answer<T extends object>(c: Context, outcome: AppAnswer<T>): Response {
  if (outcome.ok) return c.json(outcome.value);
  const { status, title } = refusals[outcome.code];
  const document = { type: `urn:kommun:problem:${outcome.code}`, title, status, code: outcome.code };
  return c.body(JSON.stringify(document), status, { 'Content-Type': 'application/problem+json' });
}
