import { base64Url } from '../secrets/base64-url.ts';

/** What somebody, or the backend itself, did. `actor` is a person's key; nothing in it names or describes anybody. */
export interface AuditStep {
  at: Date;
  signingId: string | undefined;
  actor: string | undefined;
  act: string;
  outcome: string;
}

/** A step in its place in the chain. */
export interface AuditRow extends AuditStep {
  position: number;
  previousHash: string;
  hash: string;
}

/** The row that comes after `last`: its hash vouches for it and, through the hash before it, for every row there ever was. */
export async function linked(step: AuditStep, last: Pick<AuditRow, 'position' | 'hash'> | undefined): Promise<AuditRow> {
  const position = (last?.position ?? 0) + 1;
  const previousHash = last?.hash ?? '';
  return { ...step, position, previousHash, hash: await hashOf(step, position, previousHash) };
}

/** The position of the first row that is not what was written, or that follows on one that is missing; absent when all is well. */
export async function firstBroken(rows: readonly AuditRow[]): Promise<number | undefined> {
  let last: AuditRow | undefined;
  for (const row of rows) {
    const expected = await linked(row, last);
    if (row.position !== expected.position || row.previousHash !== expected.previousHash || row.hash !== expected.hash) return row.position;
    last = row;
  }
  return undefined;
}

async function hashOf({ at, signingId, actor, act, outcome }: AuditStep, position: number, previousHash: string): Promise<string> {
  const text = JSON.stringify([position, previousHash, at.toISOString(), signingId ?? null, actor ?? null, act, outcome]);
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
