import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { paths } from '../../../src/contract/paths.ts';
import { createOutbox } from '../../src/mail/outbox.ts';
import { memoryMail } from '../../src/mail/memory-mail.ts';
import { ownReceiver } from '../../src/mail/case-receiver.ts';
import { retain, retentionText } from '../../src/retention/retention.ts';
import { firstBroken } from '../../src/signing/audit-chain.ts';
import { apply, sign, signingWorld, waitingId } from '../signing/signing-world.ts';
import { schoolTransport } from '../signing/e-services.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const day = 86_400;
const earnest = { dryRun: false };

/** One application that Karin took back, one that both signed, that was handed over and decided, and one that waits. */
async function arrange({ handOver = true, decided = true, keep = { endedDays: 30, completeDays: 365 } } = {}) {
  const world = await signingWorld({ municipality: { services: [{ ...schoolTransport, keep }] } });
  const { store, deps, clock } = world;
  const karin = await world.visit('karin');
  const withdrawn = await apply(karin, {}, 'withdrawn-application');
  await karin.page.post(paths.withdrawal(withdrawn.case));
  const signed = await apply(karin, {}, 'signed-application');
  await sign(world, karin, signed.case);
  const erik = await world.visit('erik');
  await sign(world, erik, await waitingId(erik));
  const outbox = createOutbox({ ...deps, mail: memoryMail(clock), receiver: ownReceiver(deps) });
  if (handOver) for (const id of await store.signing.queued()) await outbox.carryOut(id, false);
  const ended = (await store.signing.endedBefore('skolskjuts', 'complete', new Date(clock.now().getTime() + 1)))[0]!;
  if (decided) await store.cases.update({ ...(await store.cases.find(ended.caseId))!.case, status: 'decided' });
  const waiting = await apply(karin, {}, 'waiting-application');
  const rows = () => JSON.parse(JSON.parse(store.snapshot()).signing);
  const phases = () => rows().signings.map(([, { round }]: [string, { round: { phase: { is: string } } }]) => round.phase.is).sort();
  const report = async (options = earnest) => (await retain(deps, options))[0];
  return { ...world, rows, phases, report, withdrawn, signed, waiting };
}

describe('what has been kept for long enough', () => {
  it('is deleted on the day that its e-service says, and not a day before', async () => {
    const { clock, phases, report } = await arrange();
    clock.forward(30 * day - 60);
    expect(await report()).toMatchObject({ service: 'skolskjuts', ended: 0, complete: 0 });
    clock.forward(120);
    expect(await report()).toMatchObject({ ended: 1, complete: 0 });
    expect(phases()).toEqual(['collecting', 'complete']);
    clock.forward(335 * day);
    expect(await report()).toMatchObject({ ended: 0, complete: 1 });
    expect(phases()).toEqual(['collecting']);
  });

  it('goes with its case, its documents and all that names anybody, when it came to nothing', async () => {
    const { store, clock, report, rows, signed, withdrawn } = await arrange();
    const cases = () => JSON.stringify(JSON.parse(JSON.parse(store.snapshot()).cases));
    clock.forward(31 * day);
    expect(cases()).toContain(withdrawn.reference);
    await report();
    expect(cases()).not.toContain(withdrawn.reference);
    expect(cases()).toContain(signed.reference);
    expect(rows().documents).toHaveLength(2);
  });

  it('goes just as whole when it was handed over, so that nobody in it is named for good', async () => {
    const { store, clock, report, rows, signed, waiting } = await arrange();
    clock.forward(366 * day);
    await report();
    const cases = JSON.stringify(JSON.parse(store.snapshot()).cases);
    expect(cases).not.toContain(signed.reference);
    expect(cases).toContain(waiting.reference);
    expect(rows().evidence).toEqual([]);
    expect(rows().outbox).toHaveLength(0);
  });

  it('stays as long as it takes until it is decided', async () => {
    const { clock, report, phases } = await arrange({ decided: false });
    clock.forward(3 * 365 * day);
    expect(await report()).toMatchObject({ ended: 1, complete: 0, notHandedOver: 0 });
    expect(phases()).toEqual(['collecting', 'complete']);
  });

  it('stays while the municipality is still at work with it', async () => {
    const { store, clock, report, phases } = await arrange();
    clock.forward(300 * day);
    const [handled] = (await store.signing.endedBefore('skolskjuts', 'complete', clock.now())).map(({ caseId }) => caseId);
    await store.cases.append(handled ?? '', { events: [{ id: 'decided', at: clock.now(), by: undefined, text: 'Beslut' }] }, clock.now());
    clock.forward(66 * day);
    expect(await report()).toMatchObject({ complete: 0, notHandedOver: 0 });
    clock.forward(300 * day);
    expect(await report()).toMatchObject({ complete: 1 });
    expect(phases()).toEqual(['collecting']);
  });

  it('leaves in the audit that it was there and when it went, in a chain that is whole', async () => {
    const { store, clock, report } = await arrange();
    clock.forward(366 * day);
    await report();
    const audit = await store.signing.audit();
    expect(audit.filter(({ act }) => act === 'retention').map(({ outcome }) => outcome)).toEqual(['ended', 'complete']);
    expect(await firstBroken(audit)).toBeUndefined();
    expect(JSON.stringify(audit)).not.toMatch(/Alva|Karin|Erik|\d{12}/);
  });

  it('stays, and is pointed out, as long as it could not be handed over', async () => {
    const { clock, report, phases } = await arrange({ handOver: false });
    clock.forward(366 * day);
    expect(await report()).toMatchObject({ ended: 1, complete: 0, notHandedOver: 1 });
    expect(phases()).toEqual(['collecting', 'complete']);
  });

  it('is deleted also when the municipality has taken the e-service away since', async () => {
    const { deps, clock, phases } = await arrange();
    clock.forward(366 * day);
    const reports = await retain({ ...deps, municipality: { ...deps.municipality, services: [] } }, earnest);
    expect(reports).toMatchObject([{ service: 'skolskjuts', ended: 1, complete: 1 }]);
    expect(phases()).toEqual(['collecting']);
  });

  it('goes by what each e-service says', async () => {
    const { clock, report } = await arrange({ keep: { endedDays: 0, completeDays: 30 } });
    clock.forward(60);
    expect(await report()).toMatchObject({ ended: 1, complete: 0 });
    clock.forward(30 * day);
    expect(await report()).toMatchObject({ complete: 1 });
  });
});

describe('a dry run', () => {
  it('says what would be deleted, and deletes nothing', async () => {
    const { store, clock, report, log } = await arrange();
    clock.forward(366 * day);
    log.splice(0);
    const before = store.snapshot();
    const found = await report({ dryRun: true });
    expect(store.snapshot()).toBe(before);
    expect(log).toEqual([]);
    expect(retentionText(found ? [found] : [], { dryRun: true })).toBe(
      [
        'Dry run: nothing is deleted.',
        'skolskjuts',
        '  came to nothing more than 30 days ago, would be deleted: 1',
        '  handed over more than 365 days ago, would be deleted: 1',
      ].join('\n'),
    );
  });

  it('leaves an audit that can be verified at the terminal', async () => {
    const script = fileURLToPath(new URL('../../src/node/audit.ts', import.meta.url));
    const env = { ...process.env, DATA_DIR: await temporaryFolder(), DATABASE_URL: '' };
    expect((await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env })).stdout).toBe('The audit is whole: 0 rows.\n');
  });

  it('can be asked for at the terminal, which knows no other word', async () => {
    const run = promisify(execFile);
    const script = fileURLToPath(new URL('../../src/node/retention.ts', import.meta.url));
    const env = { ...process.env, DATA_DIR: await temporaryFolder(), DATABASE_URL: '' };
    const asked = (...words: string[]) => run(process.execPath, ['--import', 'tsx', script, ...words], { env });
    expect((await asked('--dry-run')).stdout).toContain('Dry run: nothing is deleted.');
    await expect(asked('--dryrun')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('--dryrun is not known') });
  });
});
