import { isOver } from '../cases/case-query.ts';
import { ownSource } from '../cases/own-cases.ts';
import type { Deps } from '../deps.ts';
import { defaultKeep } from '../municipality/e-service.ts';
import type { EService } from '../municipality/e-service.ts';
import type { StoredSigning } from '../signing/signing-store.ts';

/** What one e-service has that was kept for long enough. */
export interface RetentionReport {
  service: string;
  keep: EService['keep'];
  /** Applications that came to nothing, deleted whole. */
  ended: number;
  /** Signed ones that the municipality is done with, deleted whole. */
  complete: number;
  /** Signed ones that would be deleted, had they been handed over. */
  notHandedOver: number;
}

type Needs = Pick<Deps, 'store' | 'clock' | 'municipality' | 'log'>;

const dayMs = 86_400_000;

/** Deletes what has been kept for as long as each e-service says, and answers with what that was; a `dryRun` deletes nothing. */
export async function retain({ store, clock, municipality, log }: Needs, { dryRun }: { dryRun: boolean }): Promise<RetentionReport[]> {
  const now = clock.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

  async function remove(id: string, outcome: string): Promise<void> {
    const signing = await store.signing.find(id);
    if (!signing || dryRun) return;
    await store.signing.remove(id, { at: now, signingId: id, actor: undefined, act: 'retention', outcome });
    await forgetTraces(signing);
  }

  /** What people have of their own beside a case that is no more. */
  async function forgetTraces({ caseId, round }: StoredSigning): Promise<void> {
    for (const { key } of round.parties) {
      const place = { personKey: key, source: ownSource, caseId };
      await store.readMarks.clear(place);
      await store.drafts.delete(place);
    }
  }

  async function handedOverAt(id: string): Promise<Date | undefined> {
    const submission = (await store.signing.outboxOf(id)).find(({ kind }) => kind === 'submission');
    return submission?.state === 'delivered' ? submission.settledAt : undefined;
  }

  /** Whether the municipality has yet to end the case, which is nowhere else, or something has happened in it after that. */
  async function isUnderWay(caseId: string, limit: Date): Promise<boolean> {
    const found = await store.cases.find(caseId);
    return found !== undefined && (!isOver(found.case) || found.case.updatedAt >= limit);
  }

  async function retainOf(service: string, keep: EService['keep']): Promise<RetentionReport> {
    const report = { service, keep, ended: 0, complete: 0, notHandedOver: 0 };
    for (const { id } of await store.signing.endedBefore(service, 'other', daysAgo(keep.endedDays))) {
      await remove(id, 'ended');
      report.ended += 1;
    }
    const limit = daysAgo(keep.completeDays);
    for (const { id, caseId } of await store.signing.endedBefore(service, 'complete', limit)) {
      const at = await handedOverAt(id);
      if (at === undefined) report.notHandedOver += 1;
      if (at === undefined || at >= limit || (await isUnderWay(caseId, limit))) continue;
      await remove(id, 'complete');
      report.complete += 1;
    }
    return report;
  }

  const keeps = new Map(municipality.services.map(({ id, keep }) => [id, keep]));
  const reports: RetentionReport[] = [];
  // Also what the municipality's file lists no more: nobody would ever delete it otherwise.
  for (const id of new Set([...keeps.keys(), ...(await store.signing.serviceIds())])) reports.push(await retainOf(id, keeps.get(id) ?? defaultKeep));
  if (!dryRun) for (const { service, ended, complete, notHandedOver } of reports) log.info('retention-done', { service, ended, complete, notHandedOver });
  return reports;
}

/** The report for a person at the terminal. */
export function retentionText(reports: readonly RetentionReport[], { dryRun }: { dryRun: boolean }): string {
  const done = dryRun ? 'would be deleted' : 'deleted';
  const lines = reports.flatMap(({ service, keep, ended, complete, notHandedOver }) => [
    service,
    `  came to nothing more than ${keep.endedDays} days ago, ${done}: ${ended}`,
    `  handed over more than ${keep.completeDays} days ago, ${done}: ${complete}`,
    ...(notHandedOver > 0 ? [`  signed that long ago and not handed over, kept: ${notHandedOver}`] : []),
  ]);
  return [dryRun ? 'Dry run: nothing is deleted.' : 'Retention is done.', ...(lines.length > 0 ? lines : ['No e-service has anything to delete.'])].join('\n');
}
