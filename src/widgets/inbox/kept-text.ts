/** Words that somebody has typed, and in which session: nobody else may find them. */
export interface KeptText {
  readonly text: string;
  readonly session: string;
}

/** What the browser's current step in its history holds under `key`, if anything. It comes back with Back and with a reload, and stands in no address. */
export function readKept(key: string): KeptText | undefined {
  const kept: unknown = isRecord(history.state) ? history.state[key] : undefined;
  return isRecord(kept) && typeof kept['text'] === 'string' && typeof kept['session'] === 'string' ? { text: kept['text'], session: kept['session'] } : undefined;
}

/** The current step's state with `kept` under `key`, beside what the page's own router has there. A state that holds no names is left as it is. */
export function stateWith(key: string, kept: KeptText | undefined): unknown {
  const state: unknown = history.state ?? {};
  if (!isRecord(state)) return state;
  const { [key]: _, ...rest } = state;
  return kept ? { ...rest, [key]: kept } : rest;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
