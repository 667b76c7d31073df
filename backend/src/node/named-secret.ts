import { readFileSync } from 'node:fs';
import type { Environment } from './production-guard.ts';

/** The secret that the municipality's file names, `env:NAME` or `file:/path`, without a line break at its end; absent when there is none. */
export function namedSecret(name: string, env: Environment): string | undefined {
  const [, kind, place = ''] = /^(env|file):(.+)$/.exec(name) ?? [];
  return (kind === 'env' ? env[place] : contentOf(place)) || undefined;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
