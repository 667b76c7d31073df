import { jsonOf, valueOf } from '../cases/case-json.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { linked } from './audit-chain.ts';
import type { AuditRow, AuditStep } from './audit-chain.ts';
import { canSign } from './round.machine.ts';
import type {
  OutboxEntry,
  RegisterFailureStore,
  SigningChange,
  SigningOrder,
  SigningStore,
  SigningStores,
  StoredEvidence,
  StoredInvitation,
  StoredSignedDocument,
  StoredSigning,
} from './signing-store.ts';

interface Tables {
  signings: Map<string, StoredSigning>;
  documents: Map<string, StoredSignedDocument>;
  invitations: Map<string, StoredInvitation>;
  orders: Map<string, SigningOrder>;
  evidence: Map<string, StoredEvidence & { signingId: string }>;
  outbox: Map<string, OutboxEntry>;
  audit: AuditRow[];
}

export interface MemorySigningStores extends SigningStores {
  /** Everything in them, as JSON. */
  snapshot(): string;
  /** Replaces everything by what `snapshot` gave. */
  restore(json: string): void;
}

const emptyTables = (): Tables => ({
  signings: new Map(),
  documents: new Map(),
  invitations: new Map(),
  orders: new Map(),
  evidence: new Map(),
  outbox: new Map(),
  audit: [],
});
const copyOf = <Value>(value: Value): Value => structuredClone(value);

/** The stores of signing in memory, beside the cases in memory. `forgetIdentity` takes the result out of a settled e-ID order. */
export function memorySigningStores(cases: CaseStore & { remove(caseId: string): void }, forgetIdentity: (orderId: string) => void): MemorySigningStores {
  const tables = emptyTables();
  return {
    signing: signingStore(tables, cases, forgetIdentity),
    registerFailures: failureStore(),
    snapshot: () => jsonOf({ ...Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, [...rows]])) }),
    restore(json) {
      const { audit, ...maps } = valueOf<Record<Exclude<keyof Tables, 'audit'>, [string, never][]> & { audit: AuditRow[] }>(json);
      Object.assign(tables, emptyTables(), { audit });
      for (const [name, rows] of Object.entries(maps)) Object.assign(tables, { [name]: new Map(rows) });
    },
  };
}

function signingStore(tables: Tables, cases: CaseStore & { remove(caseId: string): void }, forgetIdentity: (orderId: string) => void): SigningStore {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a change is several steps, of which each has to find what the one before left. */
  function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  }

  async function write(change: SigningChange): Promise<void> {
    const { signing, document, invitations = [], evidence, order, outbox = [] } = copyOf(change);
    tables.signings.set(signing.id, signing);
    if (document) tables.documents.set(`${signing.id} ${document.version}`, document);
    for (const one of tables.invitations.values()) {
      if (one.signingId === signing.id && change.revokedOf?.includes(one.personKey)) one.revokedAt ??= change.at;
    }
    for (const one of invitations) tables.invitations.set(one.tokenHash, one);
    if (evidence) tables.evidence.set(`${signing.id} ${evidence.personKey} ${evidence.documentVersion}`, { ...evidence, signingId: signing.id });
    for (const entry of outbox) tables.outbox.set(entry.id, entry);
    if (order) settle(order.id, order.outcome);
    for (const step of change.audit) await addAudit(step);
  }

  function settle(orderId: string, outcome: NonNullable<SigningOrder['outcome']>): void {
    const order = tables.orders.get(orderId);
    if (order) order.outcome ??= outcome;
    forgetIdentity(orderId);
  }

  async function addAudit(step: AuditStep): Promise<void> {
    tables.audit.push(await linked(copyOf(step), tables.audit.at(-1)));
  }

  const isNewest = ({ signing, order }: SigningChange) =>
    tables.signings.get(signing.id)?.version === signing.version && (!order || tables.orders.get(order.id)?.outcome === undefined);

  return {
    insert: (first, newCase) =>
      alone(async () => {
        const { id, caseId } = first.signing;
        const isThere = [...tables.signings.values()].some((one) => one.id === id || one.caseId === caseId);
        if (isThere) throw new RangeError('the signing of this case is stored already');
        await cases.insert([newCase]);
        await write(first);
      }),
    commit: (change) =>
      alone(async () => {
        if (!isNewest(change)) return false;
        await write({ ...change, signing: { ...change.signing, version: change.signing.version + 1 } });
        if (change.case) await writeCase(cases, change.signing, change.case);
        return true;
      }),
    find: async (id) => copyOf(tables.signings.get(id)),
    ofCase: async (caseId) => copyOf([...tables.signings.values()].find((one) => one.caseId === caseId)),
    waitingOf: async (personKey) =>
      copyOf([...tables.signings.values()].filter(({ round }) => canSign(round, personKey))).sort(
        (a, b) => a.round.expiresAt.getTime() - b.round.expiresAt.getTime(),
      ),
    uncheckedOf: async (personKey, before) => {
      const old = [...tables.signings.values()].filter(({ round, checkedAt }) => round.disclosure === 'open' && checkedAt < before);
      const parts = await Promise.all(old.map(({ caseId }) => cases.part(caseId, personKey)));
      return copyOf(old.filter((_, index) => parts[index]));
    },
    due: async ({ now, collectingCheckedBefore, endedCheckedBefore }) =>
      [...tables.signings.values()]
        .filter(({ round, checkedAt }) =>
          round.phase.is === 'collecting'
            ? round.expiresAt <= now || checkedAt < collectingCheckedBefore
            : round.disclosure === 'open' && checkedAt < endedCheckedBefore,
        )
        .sort((a, b) => Number(isOver(b, now)) - Number(isOver(a, now)) || a.checkedAt.getTime() - b.checkedAt.getTime())
        .map(({ id }) => id),
    document: async (signingId, version) => copyOf(tables.documents.get(`${signingId} ${version}`)),
    invitation: async (tokenHash) => copyOf(tables.invitations.get(tokenHash)),
    evidenceOf: async (signingId) => {
      const version = tables.signings.get(signingId)?.round.documentVersion;
      const all = [...tables.evidence.values()].filter((one) => one.signingId === signingId && one.documentVersion === version);
      return all.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ signingId: _, ...evidence }) => copyOf(evidence));
    },
    addOrder: async (order) => void tables.orders.set(order.orderId, copyOf(order)),
    order: async (orderId) => copyOf(tables.orders.get(orderId)),
    settleOrder: (orderId, outcome, step) =>
      alone(async () => {
        const isNew = tables.orders.get(orderId)?.outcome === undefined;
        settle(orderId, outcome);
        if (step && isNew) await addAudit(step);
      }),
    unsettledOrders: async () => copyOf([...tables.orders.values()].filter(({ outcome }) => outcome === undefined)),
    outboxEntry: async (id) => copyOf(tables.outbox.get(id)),
    outboxOf: async (signingId) => copyOf([...tables.outbox.values()].filter((entry) => entry.signingId === signingId)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    queued: async () => [...tables.outbox.values()].filter(({ state }) => state === 'queued').map(({ id }) => id),
    async settleEntry(id, state, at) {
      const entry = tables.outbox.get(id);
      if (entry?.state !== 'queued') return false;
      Object.assign(entry, { state, settledAt: at, sealedToken: undefined });
      return true;
    },
    serviceIds: async () => [...new Set([...tables.signings.values()].map(({ serviceId }) => serviceId))],
    endedBefore: async (serviceId, phase, instant) =>
      [...tables.signings.values()]
        .filter(({ serviceId: own, round: { phase: now } }) => own === serviceId && now.is !== 'collecting' && (now.is === 'complete') === (phase === 'complete') && now.sinceAt < instant)
        .map(({ id, caseId }) => ({ id, caseId })),
    remove: (id, audit) =>
      alone(async () => {
        const caseId = tables.signings.get(id)?.caseId;
        if (caseId !== undefined) cases.remove(caseId);
        tables.signings.delete(id);
        for (const rows of [tables.invitations, tables.orders, tables.evidence, tables.outbox]) {
          for (const [key, row] of rows) if (row.signingId === id) rows.delete(key);
        }
        for (const key of tables.documents.keys()) if (key.startsWith(`${id} `)) tables.documents.delete(key);
        await addAudit(audit);
      }),
    addAudit: (step) => alone(() => addAudit(step)),
    audit: async () => copyOf(tables.audit),
  };
}

const isOver = ({ round }: StoredSigning, now: Date) => round.phase.is === 'collecting' && round.expiresAt <= now;

async function writeCase(cases: CaseStore, signing: StoredSigning, change: NonNullable<SigningChange['case']>): Promise<void> {
  await cases.update(change.case, change.parts);
  if (change.events.length > 0) await cases.append(signing.caseId, { events: [...change.events] }, change.case.updatedAt);
  for (const key of change.endedParts) await cases.endPart(signing.caseId, key);
}

function failureStore(): RegisterFailureStore {
  let failures: { personKey: string; at: Date }[] = [];
  return {
    async count(personKey, at, since) {
      failures.push({ personKey, at });
      return failures.filter((failure) => failure.personKey === personKey && failure.at > since).length;
    },
    async deleteBefore(instant) {
      const before = failures.length;
      failures = failures.filter(({ at }) => at >= instant);
      return before - failures.length;
    },
  };
}
