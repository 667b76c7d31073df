// Run as a process of its own by embedded-postgres.test.ts: starts the database in the folder named on the command line.
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/node/postgres/embedded-postgres.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const { connection, stop } = await startEmbeddedPostgres(process.argv[2] ?? '', quiet);
const client = new pg.Client(connection);
await client.connect();
await client.query('create table kept as select 7 as figure');
await client.end();
process.once('SIGTERM', () => void stop().then(() => process.exit()));
console.log('up');
