import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { answerProblem } from '../../http/problem-answers.ts';
import { ProblemError } from '../../http/problem.ts';
import { readBody } from '../../http/read-input.ts';
import { refuseForeignChanges } from '../../http/who-may-call.ts';
import { systemChangeSchema, systemPaths } from './simulated-system.contract.ts';
import type { SystemList } from './simulated-system.contract.ts';
import type { SilentSwitch } from './simulate-source.ts';

type Needs = Pick<Deps, 'allowedOrigins' | 'requestOrigin' | 'log' | 'random'>;

/** Where a visitor of a demonstration makes a simulated system silent, for everybody. @throws when `production` is true. */
export function simulatedSystemRoutes(deps: Needs & { production: boolean }, systems: readonly SilentSwitch[]): Hono {
  if (deps.production) throw new Error('A simulated system must not be used in production.');
  const app = new Hono();
  app.onError(answerProblem(deps));
  app.use(`${systemPaths.systems}/*`, refuseForeignChanges(deps));

  app.get(systemPaths.systems, (c) => {
    const list: SystemList = { systems: systems.map(({ id, name, isSilent }) => ({ id, name, silent: isSilent() })) };
    return c.json(list);
  });

  app.put(systemPaths.system(':id'), async (c) => {
    const { silent } = await readBody(c, systemChangeSchema);
    const system = systems.find(({ id }) => id === c.req.param('id'));
    if (!system) throw new ProblemError('not-found');
    system.setSilent(silent);
    return c.body(null, 204);
  });
  return app;
}
