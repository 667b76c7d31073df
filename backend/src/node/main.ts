import { apiBase } from '../openapi/operations.ts';
import { optionsFrom, runUntilSignal } from './run-until-signal.ts';

await runUntilSignal(
  () => optionsFrom(process.env),
  ({ url }) => console.log(`The backend is ready on ${url}${apiBase}`),
);
