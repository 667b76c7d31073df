import { z } from '../../../src/contract/schema.ts';

/** Names a secret, and never holds it: the municipality's file is no place for secrets. `example` is a name for one. */
export const secretPlace = (example: string) =>
  z.string().check(
    z.regex(
      /^(env:[A-Z][A-Z0-9_]*|file:\/\S+)$/,
      `where the secret is, "env:${example.toUpperCase().replaceAll('-', '_')}" or "file:/run/secrets/${example}"; never the secret itself`,
    ),
  );
