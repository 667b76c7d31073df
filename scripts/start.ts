import type { RunningServer } from '../backend/src/node/server.ts';
import { siteBuild, widgetsBuild } from '../demo/node/build.ts';
import { runSteps } from '../demo/node/steps.ts';
import { startDemo } from '../demo/server.ts';

// `npm start`: the demo municipality's site with the backend, from one process. Builds only what has changed.
let demo: RunningServer | undefined;

const start = async () => {
  const port = Number(process.env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('PORT has to be a number from 0 to 65535.');
  const seedCases = Number(process.env['SEED_CASES']) || undefined;
  demo = await startDemo({ port, seedCases, databaseUrl: process.env['DATABASE_URL'], dataFolder: process.env['DATA_DIR'], quiet: true });
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.resolve(demo?.close()).finally(() => process.exit());
  });
}

try {
  const builds = [widgetsBuild, siteBuild].filter((build) => build.isStale());
  await runSteps([...builds, { name: 'Starting the database and the backend', run: start }]);
  console.log(`The demo is ready on ${demo?.url}`);
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : 'The demo could not start.');
  process.exitCode = 1;
}
