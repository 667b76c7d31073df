import type pg from 'pg';

/** Does `work` in one transaction: all of it is stored, or nothing. @throws what `work` threw. */
export async function inTransaction<Result>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (failure) {
    // The connection is thrown away: whether it can still be rolled back is not known.
    client.release(true);
    throw failure;
  }
}
