import { describe, expect, it } from 'vitest';
import { simulatedSystemRoutes } from '../../../src/cases/simulated-sources/simulated-system-routes.ts';
import { systemListSchema } from '../../../src/cases/simulated-sources/simulated-system.contract.ts';
import { createSources } from '../../../src/cases/sources/create-sources.ts';
import { sourcesSchema } from '../../../src/cases/sources/sources.config.ts';
import { testPerson } from '../../../src/eid/simulated/test-persons.ts';
import { canary } from '../../obliging-provider.ts';
import { readAnswer } from '../../read-answer.ts';
import { publicOrigin, recordingLog, testClock } from '../../test-app.ts';
import { caseWorld } from '../persons.ts';
import { caseOf, listOf } from '../shared-case.ts';
import { someCase } from '../some-case.ts';

const configs = sourcesSchema.parse([
  { kind: 'simulated', id: 'oep', name: 'E-tjänsterna', plays: 'open-eplatform' },
  { kind: 'simulated', id: 'arenden', name: 'Ärendesystemet', plays: 'case-status', eServices: 'oep' },
]);

/** Karin's inbox over the own store and two simulated systems, and the switches of those. */
async function demonstration() {
  const clock = testClock();
  const { sources, simulated } = createSources(configs, { clock, fetch, log: recordingLog([]), secret: () => undefined, production: false });
  const world = await caseWorld({ clock, moreSources: sources });
  const karin = await world.visit({ ...canary, idNumber: testPerson('karin')?.number ?? '' });
  await world.deps.store.cases.insert([someCase([karin.key], { title: 'Kommunens eget' })]);
  const switches = simulatedSystemRoutes({ ...world.deps, production: false }, simulated);
  const set = (id: string, silent: unknown, headers: Record<string, string> = { Origin: publicOrigin, 'X-Widget-Client': '1' }) =>
    switches.request(`/simulator/systems/${id}`, { method: 'PUT', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ silent }) });
  return { world, clock, karin, simulated, switches, set };
}

describe('the simulated systems of a demonstration', () => {
  it('give a test person cases out of three sources, with one that two of them have shown once', async () => {
    const { karin } = await demonstration();
    const { items, sources } = await listOf(karin);
    expect(sources.map(({ id, state }) => [id, state])).toEqual([['own', 'ok'], ['oep', 'ok'], ['arenden', 'ok']]);
    expect(new Set(items.map(({ source }) => source))).toEqual(new Set(['own', 'oep', 'arenden']));
    const joined = items.filter(({ title }) => title === 'Ansökan om bostadsanpassningsbidrag');
    expect(joined.map(({ references }) => [...references].sort())).toEqual([['48211', 'BAB-2026-000160']]);
    expect(items.every(({ updatedAt }) => updatedAt < '2026-11-24T08')).toBe(true);
  });

  it('have cases that can all be opened', async () => {
    const { karin } = await demonstration();
    for (const { id, title } of (await listOf(karin)).items) expect(await caseOf(karin, id)).toMatchObject({ id, title });
  });

  it('can be made silent one by one, which hides nothing else, and well again', async () => {
    const { clock, karin, switches, set } = await demonstration();
    const silent = async () => (await readAnswer(systemListSchema, switches.request('/simulator/systems'))).systems.filter((system) => system.silent).map(({ id }) => id);
    expect(await silent()).toEqual([]);
    expect((await set('oep', true)).status).toBe(204);
    expect(await silent()).toEqual(['oep']);
    const { items, sources } = await listOf(karin);
    expect(sources).toContainEqual({ id: 'oep', name: 'E-tjänsterna', state: 'silent' });
    expect(new Set(items.map(({ source }) => source))).toEqual(new Set(['own', 'arenden']));
    await set('oep', false);
    clock.forward(6);
    expect((await listOf(karin)).sources.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  });

  it('are not touched by a page of somebody else, nor by a call that makes no sense', async () => {
    const { set, simulated } = await demonstration();
    expect((await set('oep', true, { Origin: 'https://evil.test' })).status).toBe(403);
    expect((await set('oep', 'yes')).status).toBe(422);
    expect((await set('other', true)).status).toBe(404);
    expect(simulated.map(({ faults }) => faults.at(''))).toEqual([undefined, undefined]);
  });

  it('have no switches in production', async () => {
    const { world, simulated } = await demonstration();
    expect(() => simulatedSystemRoutes({ ...world.deps, production: true }, simulated)).toThrow('must not be used in production');
  });
});
