import { createHash } from 'node:crypto';
import { namesFor } from '../../../src/cases/case-view.ts';
import { keyOfNumber, personKeyOf } from '../../../src/cases/person-key.ts';
import type { KeyedNames } from '../../../src/secrets/keyed-names.ts';
import type { Seal } from '../../../src/secrets/seal.ts';
import { firstBroken } from '../../../src/signing/audit-chain.ts';
import { canSign, signaturesNeeded } from '../../../src/signing/round.machine.ts';
import { createSigningSeals } from '../../../src/signing/sealed-signing.ts';
import { documentIn } from '../../../src/signing/signed-document.ts';
import type { StoredSigning } from '../../../src/signing/signing-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type pg from 'pg';
import { person } from '../persons.ts';
import { publicOrigin } from '../../test-municipality.ts';
import type { Acknowledged } from './guardian.ts';

/** What a run has left behind. */
export interface Aftermath {
  store: Store;
  database: pg.Client;
  seal: Seal;
  keyedNames: KeyedNames;
  cases: number;
  acknowledged: readonly Acknowledged[];
  /** The ids of the mails that have left. */
  mails: ReadonlySet<string>;
  /** All that the processes have written or answered. */
  written: readonly string[];
  /** What waits in a guardian's inbox, by ids that only they know. */
  waitingIn(guardian: string): Promise<{ signings: string[]; inbox: string[] }[]>;
}

/** Holds what is left after a run against what must be true whatever was killed when. Answers each thing that is not. */
export async function violationsIn(after: Aftermath): Promise<string[]> {
  const { store, database, acknowledged, written } = after;
  const violations: string[] = [];
  const must = (isTrue: boolean, what: string) => void (isTrue || violations.push(what));
  const ids = (await database.query<{ id: string }>('select id from signings')).rows.map(({ id }) => id);
  must(ids.length === after.cases, `I3: ${after.cases} applications became ${ids.length} signings`);

  for (const id of ids) {
    const signing = await store.signing.find(id);
    if (signing) await checkOne(after, signing, must);
  }
  const numbers = (await database.query<{ count: number }>("select count(*)::integer as count from eid_orders where sealed_identity is not null and state <> 'complete'")).rows;
  must(numbers[0]?.count === 0, 'I5: an identity without a completed order');
  must((await store.signing.unsettledOrders()).length === 0, 'orders are left that came to nothing and to no signature');
  must(!written.some((text) => /Skyddad/.test(text)), 'I7: a protected child was named');
  must(!written.some((text) => /(?<!\d)(19850116-?9885|19800113-?9297)(?!\d)/.test(text)), 'a personal number was written');
  must((await firstBroken(await store.signing.audit())) === undefined, 'I9: the chain of the audit is broken');
  for (const { reference, person: who, version } of acknowledged) {
    must(await hasEvidence(after, reference, who, version), `I2: an acknowledged signature is not there, ${who} in ${reference}`);
  }
  return violations;
}

type Must = (isTrue: boolean, what: string) => void;

async function checkOne(after: Aftermath, { id, caseId, round }: StoredSigning, must: Must): Promise<void> {
  const { store, database, seal, keyedNames, waitingIn } = after;
  const evidence = await store.signing.evidenceOf(id);
  const signers = new Set(evidence.map(({ personKey }) => personKey));
  const outbox = await store.signing.outboxOf(id);
  const submissions = outbox.filter(({ kind }) => kind === 'submission').length;
  const isComplete = round.phase.is === 'complete';
  must(!isComplete || (signers.size === signaturesNeeded(round) && evidence.every(({ documentHash }) => documentHash === round.documentHash)), `I1: ${id} is submitted without every signature on one document`);
  must(round.parties.every(({ key, stands }) => (stands.is === 'signed') === signers.has(key)), `I1: who has signed ${id} and what shows it differ`);
  must(submissions === (isComplete ? 1 : 0), `I3: ${id} was handed over ${submissions} times`);
  const dossier = await store.cases.find(caseId);
  const status = dossier?.case.status;
  must((status === 'submitted') === isComplete, `I1: the case of ${id} is ${status}`);

  for (const entry of outbox) {
    must(entry.state !== 'queued' && entry.state !== 'undeliverable', `I3: in ${id} the ${entry.kind} is ${entry.state}`);
    if (entry.kind !== 'submission') must(entry.state !== 'delivered' || after.mails.has(`<${entry.id}@${new URL(publicOrigin).hostname}>`), `I3: a mail of ${id} counts as sent, and never left`);
    else must(dossier?.events.filter((event) => event.id === entry.id).length === 1, `I3: ${id} did not arrive just once`);
  }
  const seals = createSigningSeals(seal);
  for (const one of evidence) {
    const { identity, evidence: { nonVisibleText }, document } = await seals.evidence.open(one.sealedEvidence);
    const stored = await store.signing.document(id, one.documentVersion);
    const text = stored && (await seals.document.open(stored.sealedContent)).text;
    const hashes = new Set([one.documentHash, stored?.hash, hashIn(nonVisibleText), createHash('sha256').update(document).digest('hex')]);
    must(hashes.size === 1 && document === text, `I1: what was signed in ${id} is not its document`);
    must((await personKeyOf(keyedNames, identity)) === one.personKey, `I4: somebody else's e-ID signed ${id}`);
  }
  const signed = await database.query<{ startedAt: Date; sealed: string | null }>(
    `select started_at as "startedAt", sealed_evidence as sealed from signing_orders orders
     left join signing_evidence evidence using (signing_id, person_key, document_version) where orders.signing_id = $1 and outcome = 'signed'`,
    [id],
  );
  for (const { startedAt, sealed } of signed.rows) {
    const own = sealed === null ? undefined : (await seals.evidence.open(sealed)).startedAt;
    must(own?.getTime() === startedAt.getTime(), `I2: an order in ${id} counts as signed, and its signature is not there`);
  }
  const links = await database.query<{ count: number }>('select count(*)::integer as count from signing_invitations where signing_id = $1 and revoked_at is null group by person_key', [id]);
  must(links.rows.every(({ count }) => count <= 1), `I8: two links of one guardian are good in ${id}`);

  for (const who of ['karin', 'erik']) {
    const key = await keyOfNumber(keyedNames, person(who).idNumber);
    const name = await namesFor(keyedNames, key).caseId({ source: 'own', id: caseId });
    for (const { signings, inbox } of await waitingIn(who)) {
      must(signings.includes(name) === canSign(round, key), `I6: ${id} is not among what ${who} has to sign, or is without need`);
      must(inbox.includes(name) === canSign(round, key), `I6: ${id} is not in the inbox of ${who}, or is without need`);
    }
  }
}

const hashIn = (nonVisibleText: string): unknown => (JSON.parse(nonVisibleText) as { hash?: unknown }).hash;

async function hasEvidence({ database, seal, keyedNames }: Aftermath, reference: string, who: string, version: number): Promise<boolean> {
  const key = await keyOfNumber(keyedNames, person(who).idNumber);
  const { rows } = await database.query<{ sealed: string }>(
    `select document.sealed_content as sealed from signing_evidence evidence
     join signing_documents document on document.signing_id = evidence.signing_id and document.version = evidence.document_version
     where evidence.person_key = $1 and evidence.document_version = $2`,
    [key, version],
  );
  const contents = await Promise.all(rows.map(({ sealed }) => createSigningSeals(seal).document.open(sealed)));
  return contents.some((content) => documentIn(content).reference === reference);
}
