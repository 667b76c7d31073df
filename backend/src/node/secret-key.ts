import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const shortestSecret = 32;

/**
 * The key that seals identities: made from `KOMMUN_SECRET`, else kept in a file that only this account may read.
 * @throws when the secret is too short to be one.
 */
export function secretKey(secret: string | undefined, dataFolder: string): Uint8Array<ArrayBuffer> {
  if (secret !== undefined && secret.length < shortestSecret) {
    throw new Error(`KOMMUN_SECRET has to be at least ${shortestSecret} characters, for instance from: openssl rand -base64 32`);
  }
  return new Uint8Array(createHash('sha256').update(secret ?? keptSecret(dataFolder)).digest());
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8');
}
