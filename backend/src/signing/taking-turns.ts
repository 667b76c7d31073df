import { failureFields } from '../log.ts';
import type { Log } from '../log.ts';
import { RegisterSilent } from '../registers/register-silent.ts';

/** After so many about whom a register said nothing, the rest waits for the next time. */
const mostSilences = 3;

/**
 * Does a piece of work for each id in turn, and goes on after one that failed. What failed comes after everything else
 * the next time, so that nothing that always fails keeps the others waiting. Never fails itself.
 */
export function takingTurns(log: Log): (ids: readonly string[], work: (id: string) => Promise<unknown>) => Promise<void> {
  let failed: string[] = [];
  return async (ids, work) => {
    failed = failed.filter((id) => ids.includes(id));
    let silences = 0;
    for (const id of [...ids.filter((one) => !failed.includes(one)), ...failed]) {
      failed = failed.filter((one) => one !== id);
      try {
        await work(id);
      } catch (failure) {
        failed.push(id);
        log.warn('signing-not-kept', failureFields(failure));
        if (failure instanceof RegisterSilent) silences += 1;
      }
      if (silences === mostSilences) return;
    }
  };
}
