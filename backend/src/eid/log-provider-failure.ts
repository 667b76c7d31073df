import { failureFields } from '../log.ts';
import type { Log } from '../log.ts';
import { EidProviderError } from './eid-provider.ts';

/** Notes that a call to the provider `id` did not work; as an error, for somebody to look at, when it will not mend by itself. */
export function logProviderFailure(log: Log, id: string, error: unknown): void {
  const ours = error instanceof EidProviderError;
  const fields = { provider: id, ...failureFields(error), ...(ours && error.reason !== undefined && { reason: error.reason }) };
  log[ours && error.code === 'rejected' ? 'error' : 'warn']('eid-provider-failed', fields);
}
