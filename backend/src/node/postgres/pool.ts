import pg from 'pg';
import { failureFields } from '../../log.ts';
import type { Log } from '../../log.ts';

/** Milliseconds, together less than a widget waits for its answer. */
const patience = { connectionTimeoutMillis: 4000, query_timeout: 5000 };

/** Connections to the PostgreSQL at `connection`. One that breaks is logged, and a new one takes its place; without listeners it would end the process. */
export function openPool(connection: pg.PoolConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({ max: 10, ...patience, ...connection });
  pool.on('error', (failure) => pool.ending || log.warn('database-connection-lost', failureFields(failure)));
  // While a connection is in use the pool does not listen; whoever uses it hears of the break from the next statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
