import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { BankIdSimulator } from '../backend/src/eid/bankid/simulator/bankid-simulator.ts';
import type { Municipality } from '../backend/src/municipality/municipality.ts';
import { startDemoBankId, withBankIdAt } from '../demo/node/demo-bankid.ts';
import type { EidOrder } from '../src/contract/eid-order.ts';
import { clientHeader } from '../src/contract/paths.ts';
import { median } from './measure.ts';

// Citizens who wait for their phone: what it costs the backend that each of their pages asks once a second. BankID is
// simulated in this process, PostgreSQL has processes of its own, and only the backend's is measured.

const citizens = 200;
const seconds = 30;
/** So long do as many others wait before, so that what is measured is a server that has been running for a while. */
const warmUp = 15;
const goal = 15;
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Notes when it was asked for each order. */
class WatchedBankId extends BankIdSimulator {
  readonly asked = new Map<string, number[]>();

  override collect(orderRef: string): Promise<object> {
    this.asked.set(orderRef, [...(this.asked.get(orderRef) ?? []), performance.now()]);
    return super.collect(orderRef);
  }
}

interface Backend {
  /** Where its API is. */
  api: string;
  /** The processor time that it has used itself, and the system for it, in milliseconds. */
  work(): Promise<Record<'own' | 'system', number>>;
  close(): Promise<void>;
}

/** The backend as it runs by itself, on a database of its own. */
async function startBackend(env: Record<string, string>, profile: string | undefined): Promise<Backend> {
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const child = fork(pathOf('../backend/src/node/main.ts'), { execArgv: ['--import', 'tsx', '--import', pathOf('tell-cpu.ts'), ...profiling], env: { ...process.env, ...env }, silent: true });
  child.stderr?.pipe(process.stderr);
  return {
    api: await readyOn(child),
    async work() {
      child.send('work?');
      const [{ user, system }] = (await once(child, 'message')) as [NodeJS.CpuUsage];
      return { own: user / 1000, system: system / 1000 };
    },
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Where it says that its API is. What it says later is read too, so that it can go on. */
const readyOn = (child: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (said) => {
      const [, api] = /ready on (\S+)/.exec(String(said)) ?? [];
      if (api) resolve(api);
    });
    child.once('exit', () => reject(new Error('The backend did not start.')));
  });

/** A citizen's page: starts a login with a QR code, and then asks how it goes. */
async function startLogin(api: string): Promise<{ ask(): Promise<EidOrder> }> {
  const headers = { Origin: new URL(api).origin, [clientHeader.name]: clientHeader.value, 'Content-Type': 'application/json' };
  const started = await fetch(`${api}/eid/orders`, { method: 'POST', headers, body: JSON.stringify({ purpose: 'login', provider: 'bankid', device: 'other' }) });
  if (started.status !== 201) throw new Error(`A login was refused: ${started.status}`);
  const Cookie = started.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
  const { id } = (await started.json()) as EidOrder;
  return {
    async ask() {
      const answer = await fetch(`${api}/eid/orders/${id}`, { headers: { Cookie, [clientHeader.name]: clientHeader.value } });
      if (!answer.ok) throw new Error(`A poll was refused: ${answer.status}`);
      return (await answer.json()) as EidOrder;
    },
  };
}

/** Asks `times`, once a second from `from` on; how long each answer took, in milliseconds. */
async function wait({ ask }: Awaited<ReturnType<typeof startLogin>>, from: number, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let second = 0; second < times; second += 1) {
    await setTimeout(Math.max(0, from + second * 1000 - performance.now()));
    const before = performance.now();
    const { qr } = await ask();
    took.push(performance.now() - before);
    if (!qr) throw new Error('There was no code to scan.');
  }
  return took;
}

/** As many citizens as are to wait, who come one after the other and then ask at moments spread over the second. */
async function everybodyWaits(api: string, times: number, onAllWait: () => Promise<void> = async () => {}): Promise<number[]> {
  const pages: Awaited<ReturnType<typeof startLogin>>[] = [];
  while (pages.length < citizens) pages.push(await startLogin(api));
  await onAllWait();
  const began = performance.now();
  return (await Promise.all(pages.map((page, index) => wait(page, began + (index * 1000) / citizens, times)))).flat();
}

/** Prints what the backend worked, how long its answers took, and how often BankID was asked. */
export async function benchEid(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kommun-bench-'));
  const demo = JSON.parse(await readFile(pathOf('../demo/municipality.json'), 'utf8')) as Municipality;
  const municipality = { ...demo, eidProviders: demo.eidProviders.filter(({ driver }) => driver === 'bankid') };
  const bankId = await startDemoBankId(municipality.name, (options) => new WatchedBankId(options));
  const municipalityFile = join(folder, 'municipality.json');
  await writeFile(municipalityFile, JSON.stringify(withBankIdAt(bankId.url, municipality)));
  const settings = { MUNICIPALITY_FILE: municipalityFile, DATA_DIR: join(folder, 'data'), DATABASE_URL: '', PORT: '0', RATE_LIMIT_FACTOR: '100', ...bankId.env };
  const backend = await startBackend(settings, process.env['CPU_PROFILE']);
  try {
    console.log(`\n${citizens} citizens wait ${seconds} seconds for their phone`);
    await everybodyWaits(backend.api, warmUp);
    let [before, began] = [{ own: 0, system: 0 }, 0];
    const took = await everybodyWaits(backend.api, seconds, async () => {
      bankId.simulator.asked.clear();
      [before, began] = [await backend.work(), performance.now()];
    });
    const elapsed = performance.now() - began;
    const after = await backend.work();
    const [own, system] = [after.own - before.own, after.system - before.system].map((work) => (work / elapsed) * 100) as [number, number];
    const asked = [...bankId.simulator.asked.values()];
    const pauses = asked.flatMap((times) => times.slice(1).map((time, index) => (time - times[index]!) / 1000));
    console.log(`  the backend     ${(own + system).toFixed(1)} % of one core (goal: at most ${goal} %), of which ${system.toFixed(1)} in the system`);
    console.log(`  answers         ${median(took).toFixed(1)} ms, 99 of 100 within ${percentile(took, 99).toFixed(1)} ms, of ${took.length}`);
    console.log(`  BankID was asked ${(asked.flat().length / (elapsed / 1000)).toFixed(0)} times a second; for one order each ${median(pauses).toFixed(1)} s, at the soonest after ${Math.min(...pauses).toFixed(2)} s`);
  } finally {
    await backend.close();
    await bankId.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const percentile = (values: number[], percent: number): number => values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1]!;
