import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedCases } from '../../src/cases/seed/seed-cases.ts';
import { createSources } from '../../src/cases/sources/create-sources.ts';
import { testPerson } from '../../src/eid/simulated/test-persons.ts';
import { municipalitySchema, withWholeAddresses } from '../../src/municipality/municipality.ts';
import { canary } from '../obliging-provider.ts';
import { recordingLog, testClock } from '../test-app.ts';
import { caseWorld } from './persons.ts';
import { caseOf, listOf } from './shared-case.ts';

const file = municipalitySchema.parse(JSON.parse(readFileSync(new URL('../../../demo/municipality.json', import.meta.url), 'utf8')));

/** Karin's inbox as the demonstration shows it. */
async function demonstration() {
  const clock = testClock();
  const { cases } = withWholeAddresses(file, (path) => `https://demo.test/below${path}`);
  const { sources } = createSources(cases.sources, { clock, fetch, log: recordingLog([]), secret: () => undefined, production: false });
  const world = await caseWorld({ clock, moreSources: sources, municipality: { cases: { sources: [], pages: cases.pages } } });
  await seedCases(world.deps);
  const karin = await world.visit({ ...canary, idNumber: testPerson('karin')?.number ?? '' });
  return { world, karin, items: (await listOf(karin, '?limit=200')).items };
}

describe('the inbox of the demonstration', () => {
  it('says of what is done in an e-service or a form where one does it', async () => {
    const { items } = await demonstration();
    const actions = items.flatMap(({ source, title, nextAction }) => (nextAction ? [{ title, elsewhere: source !== 'own' || ['continue', 'pay'].includes(nextAction.kind), ...nextAction }] : []));
    expect(actions.filter(({ elsewhere }) => elsewhere).length).toBeGreaterThan(3);
    for (const { elsewhere, url } of actions) if (elsewhere) expect(url).toMatch(/^https:\/\/demo\.test\/below\/e-tjanst\/(\?arende=\d+)?$/);
  });

  it('does not say of another\'s application, which one is only to sign, that it is one\'s own', async () => {
    const { karin, items } = await demonstration();
    const title = 'Anmälan till modersmålsundervisning';
    expect(items.find((one) => one.title === title)?.concerns).toEqual({ kind: 'unknown' });
    expect((await listOf(karin, '?box=mine&limit=200')).items.map((one) => one.title)).not.toContain(title);
  });

  it('opens a case that went from an e-service to the handlers with the documents of both', async () => {
    const { karin, items } = await demonstration();
    const joined = items.find(({ references }) => references.includes('BAB-2026-000160'));
    expect(joined?.references).toContain('48211');
    const shown = await caseOf(karin, joined?.id ?? '');
    expect(shown.documents).toHaveLength(2);
    expect(shown.reply).toEqual({ allowed: true });
  });
});
