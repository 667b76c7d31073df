import { z } from '../../src/contract/schema.ts';

const key = 'demo-backend';

/** What the backend in the tab must know again on the next page. Its persons are invented. */
const keptStateSchema = z.object({
  store: z.string(),
  /** The orders of each e-ID, by its id. */
  eids: z.array(z.tuple([z.string(), z.string()])),
  secrets: z.array(z.tuple([z.enum(['session', 'eid']), z.string()])),
  sealKey: z.array(z.number()),
  /** The mails that were sent, as JSON. */
  mails: z.string(),
});
export type KeptState = z.infer<typeof keptStateSchema>;

/** What the page before this one in the tab has left; nothing at the first page, where storage is refused, or from an earlier version. */
export function recallState(): KeptState | undefined {
  try {
    return keptStateSchema.parse(JSON.parse(sessionStorage.getItem(key) ?? ''));
  } catch {
    return undefined;
  }
}

/** Leaves `state` to the next page in this tab. It is gone when the tab closes. */
export function keepState(state: KeptState): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Without storage each page begins anew, which is all that can be done.
  }
}
