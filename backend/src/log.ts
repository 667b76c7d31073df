export type LogFields = Record<string, string | number | boolean | undefined>;

/** A structured log. Events and fields never hold a person's name, number, token or anything a citizen typed. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** The log of the in-browser demo. */
export const consoleLog: Log = {
  info: (event, fields) => console.info(event, fields ?? {}),
  warn: (event, fields) => console.warn(event, fields ?? {}),
  error: (event, fields) => console.error(event, fields ?? {}),
};

/**
 * What may be logged about a failure: its class, its code and where it was thrown. The message is left out, since
 * libraries put values into it (a database driver its bound parameters, a parser its input).
 */
export function failureFields(failure: unknown): LogFields {
  if (!(failure instanceof Error)) return { error: typeof failure };
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;
  return { error: failure.name, code, stack: framesOf(failure) };
}

function framesOf(failure: Error): string {
  const lines = (failure.stack ?? '').split('\n');
  // V8 writes "    at f (file:1:2)", Firefox and Safari "f@file:1:2"; anything else is part of the message.
  return lines.filter((line) => /^\s+at .*\d+:\d+\)?$|^[^\s@]*@\S+:\d+:\d+$/.test(line)).join('\n');
}
