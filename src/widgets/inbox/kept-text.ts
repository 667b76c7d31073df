/** Words that somebody has typed, and in which session: nobody else may find them. */
export interface KeptText {
  readonly text: string;
  readonly session: string;
}

/** By what the browser's history holds in their place: a step of the history outlives the session, and a reload of the page. */
const texts = new Map<string, KeptText>();

/** What belongs to the browser's current step in its history under `key`, if anything. It comes back with Back, and stands in no address and no storage. */
export function readKept(key: string): KeptText | undefined {
  const id: unknown = isRecord(history.state) ? history.state[key] : undefined;
  return typeof id === 'string' ? texts.get(id) : undefined;
}

/** The current step's state with a place for `kept` under `key`, beside what the page's own router has there. A state that holds no names is left as it is. */
export function stateWith(key: string, kept: KeptText | undefined): unknown {
  const state: unknown = history.state ?? {};
  if (!isRecord(state)) return state;
  const { [key]: _, ...rest } = state;
  if (!kept) return rest;
  const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  texts.set(id, kept);
  return { ...rest, [key]: id };
}

/** Throws away all that was typed, in every step. */
export function forgetKept(): void {
  texts.clear();
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
