import type { Municipality } from '../municipality/municipality.ts';

/** The environment variables that say how the server is meant to run. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Why the server must not start as it is set up; empty when it may. */
export function reasonsNotToStart(env: Environment, municipality: Municipality): string[] {
  if (env['NODE_ENV'] !== 'production') return [];
  const simulated = municipality.eidProviders.filter(({ driver }) => driver === 'simulated').map(({ id }) => id);
  const reasons: string[] = [];
  if (simulated.length > 0) {
    reasons.push(`Simulated e-ID lets anyone log in as anyone, so it is refused in production. Remove: ${simulated.join(', ')}`);
  }
  if (!env['DATABASE_URL'] && env['ALLOW_EMBEDDED_DB'] !== '1') {
    reasons.push('Production needs DATABASE_URL. To run on the PostgreSQL that the backend starts itself, set ALLOW_EMBEDDED_DB=1');
  }
  return reasons;
}

/** What looks like a mistake, yet does not stop the start. */
export function warningsAtStart(env: Environment): string[] {
  return env['PGHOST'] && !env['DATABASE_URL']
    ? ['PGHOST is set but not read: set DATABASE_URL to use that server. A PostgreSQL of our own is started instead.']
    : [];
}
