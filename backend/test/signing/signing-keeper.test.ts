import { describe, expect, it } from 'vitest';
import { eidOrderSchema } from '../../../src/contract/eid-order.ts';
import { RegisterError } from '../../src/registers/register-error.ts';
import { RegisterSilent } from '../../src/registers/register-silent.ts';
import { createSigningKeeper } from '../../src/signing/signing-keeper.ts';
import { takingTurns } from '../../src/signing/taking-turns.ts';
import { readAnswer } from '../read-answer.ts';
import { person } from './persons.ts';
import { apply, approvedSigning, childId, partyOf, signingOf, signingWorld, startSigning } from './signing-world.ts';
import type { Signer, SigningWorld } from './signing-world.ts';

/** Karin has applied for Alva, and a little later for Noel. */
async function twoApplications() {
  const world = await signingWorld();
  const karin = await world.visit('karin');
  const alva = await apply(karin, {}, 'first-application');
  world.clock.forward(1);
  const noel = await apply(karin, { child: await childId(karin, 'Noel') }, 'second-application');
  return { world, karin, alva: alva.case, noel: noel.case };
}

/** The register has a record of Alva that it never manages to give out. */
function breakRecordOfAlva({ registers }: SigningWorld): void {
  const { population } = registers;
  const custodyOf = population.custodyOf.bind(population);
  population.custodyOf = (idNumber, signal) => (idNumber === person('alva').idNumber ? Promise.reject(new RegisterError('unavailable')) : custodyOf(idNumber, signal));
}

/** Somebody who starts to sign, and approves it in an e-ID whose browser is gone by then. */
async function walkedAway(world: SigningWorld, signer: Signer, id: string): Promise<string> {
  world.hold(signer.id);
  return (await readAnswer(eidOrderSchema, startSigning(signer, id))).id;
}

describe('a child whose record the register cannot give out', () => {
  it('keeps nobody else’s signature waiting', async () => {
    const { world, karin, alva, noel } = await twoApplications();
    await approvedSigning(world, karin, alva);
    world.clock.forward(1);
    await walkedAway(world, karin, noel);
    breakRecordOfAlva(world);
    world.clock.forward(2);
    await createSigningKeeper(world.deps)();
    expect(partyOf(await signingOf(karin, noel), true).state).toBe('signed');
    expect(partyOf(await signingOf(karin, alva), true).state).not.toBe('signed');
    expect(await world.store.signing.unsettledOrders()).toHaveLength(1);
  });

  it('hides from nobody else that somebody has got a protected identity', async () => {
    const { world, karin, noel } = await twoApplications();
    breakRecordOfAlva(world);
    world.registers.change(person('noel').idNumber, { isProtected: true });
    world.clock.forward(15 * 60 + 1);
    await createSigningKeeper(world.deps)();
    expect(await signingOf(karin, noel)).toMatchObject({ state: 'stopped', stopped: 'contact', parties: [] });
  });
});

describe('a register that is silent for everybody', () => {
  it('loses no signature, however many browsers are gone: what the e-ID holds is fetched while it has it', async () => {
    const { world, alva } = await twoApplications();
    const orders: string[] = [];
    for (let times = 0; times < 4; times += 1) orders.push(await walkedAway(world, await world.visit('karin'), alva));
    world.registers.disturb('population', { kind: 'down', until: new Date('2026-12-01') });
    world.clock.forward(2);
    await createSigningKeeper(world.deps)();
    const states = await Promise.all(orders.map(async (id) => (await world.store.eidOrders.find(id))?.state));
    expect(states).toEqual(['complete', 'complete', 'complete', 'complete']);
  });

  it('keeps no round open whose time is up', async () => {
    const { world } = await twoApplications();
    world.registers.disturb('population', { kind: 'down', until: new Date('2027-02-01') });
    world.clock.forward(40 * 86_400);
    await createSigningKeeper(world.deps)();
    const audit = await world.store.signing.audit();
    expect(audit.filter(({ act }) => act === 'end').map(({ outcome }) => outcome)).toEqual(['expired', 'expired']);
  });

  it('is not asked about everybody in turn, and those whom it was asked about come last the next time', async () => {
    const inTurn = takingTurns({ info() {}, warn() {}, error() {} });
    const asked: string[] = [];
    const silent = async (id: string) => {
      asked.push(id);
      throw new RegisterSilent('population');
    };
    const everybody = ['a', 'b', 'c', 'd', 'e'];
    await inTurn(everybody, silent);
    expect(asked.splice(0)).toEqual(['a', 'b', 'c']);
    await inTurn(everybody, silent);
    expect(asked.splice(0)).toEqual(['d', 'e', 'a']);
  });

  it('is left alone for a while also when it answers about some in between', async () => {
    const asked: string[] = [];
    await takingTurns({ info() {}, warn() {}, error() {} })(['a', 'b', 'c', 'd', 'e', 'f'], async (id) => {
      asked.push(id);
      if ('ace'.includes(id)) throw new RegisterSilent('school');
    });
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
