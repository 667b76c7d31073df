import { fileURLToPath } from 'node:url';
import { quotasTimes } from '../http/rate-limit.ts';
import type { Environment } from './production-guard.ts';
import { startServer } from './server.ts';
import type { RunningServer, ServerOptions } from './server.ts';

const ownMunicipality = fileURLToPath(new URL('../../municipality.json', import.meta.url));

/** The server's options as environment variables set them. @throws when one is not of its kind. */
export function optionsFrom(env: Environment): ServerOptions {
  return {
    municipalityFile: env['MUNICIPALITY_FILE'] ?? ownMunicipality,
    port: numberFrom(env, 'PORT'),
    host: env['HOST'],
    publicOrigin: env['PUBLIC_ORIGIN'],
    databaseUrl: env['DATABASE_URL'],
    dataFolder: env['DATA_DIR'],
    secret: env['KOMMUN_SECRET'],
    proxies: numberFrom(env, 'TRUST_PROXY'),
    quotas: quotasTimes(numberFrom(env, 'RATE_LIMIT_FACTOR') ?? 1),
    seedCases: numberFrom(env, 'SEED_CASES'),
    env,
  };
}

function numberFrom(env: Environment, name: string): number | undefined {
  const value = env[name];
  if (value === undefined || value === '') return undefined;
  if (!/^\d{1,5}$/.test(value)) throw new Error(`${name} has to be a whole number.`);
  return Number(value);
}

/** Runs a server until the process is asked to end; what hinders the start is printed in plain words, with exit code 1. */
export async function runUntilSignal(optionsOf: () => ServerOptions, onReady: (server: RunningServer) => void): Promise<void> {
  try {
    const server = await startServer(optionsOf());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void server.close().finally(() => process.exit());
      });
    }
    onReady(server);
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : 'The server could not start.');
    process.exitCode = 1;
  }
}
