import { describe, expect, it } from 'vitest';
import { withActionPages } from '../../src/cases/action-pages.ts';
import type { SourceCase } from '../../src/cases/case-source.ts';
import { municipalitySchema, withWholeAddresses } from '../../src/municipality/municipality.ts';
import { testMunicipality } from '../test-app.ts';
import { scriptedSource, sourceCase } from './scripted-source.ts';

const person = { key: 'me', idNumber: '199001012385' };
const service = {
  id: 'skolskjuts',
  name: { sv: 'Skolskjuts' },
  title: 'Ansökan om skolskjuts',
  guardians: 'all',
  page: '/skolskjuts/',
  questions: [],
  statement: 'Jag intygar att uppgifterna stämmer.',
  afterwards: { sv: 'Kommunen meddelar beslut.' },
};
const municipality = testMunicipality({ services: [service], links: { signing: '/skriv-under/', cases: '/mina/' }, cases: { pages: { continue: '/fortsatt/', pay: 'https://betala.test/' } } });

/** Where one is sent from the list and from the case itself. */
async function pagesFor(changes: Partial<SourceCase>): Promise<(string | undefined)[]> {
  const source = withActionPages(scriptedSource('own', [sourceCase('1', changes)]), withWholeAddresses(municipality, (path) => `https://kommun.test${path}`));
  return [(await source.list(person))[0]?.nextAction?.url, (await source.find(person, '1'))?.nextAction?.url];
}

describe('what a case of the municipality’s own waits for', () => {
  it('is done where the case itself says', async () => {
    expect(await pagesFor({ nextAction: { kind: 'pay', url: 'https://annan.test/' } })).toEqual(['https://annan.test/', 'https://annan.test/']);
  });

  it('is gone on with in the form of its e-service, and of another on the page for all', async () => {
    const form = { id: 'skolskjuts', name: 'Skolskjuts' };
    expect(await pagesFor({ nextAction: { kind: 'continue' }, service: form })).toEqual(Array(2).fill('https://kommun.test/skolskjuts/'));
    expect(await pagesFor({ nextAction: { kind: 'continue' } })).toEqual(Array(2).fill('https://kommun.test/fortsatt/'));
    expect(await pagesFor({ nextAction: { kind: 'pay' }, service: form })).toEqual(Array(2).fill('https://betala.test/'));
  });

  it('is signed where the widgets sign, which is told the case as this person knows it', async () => {
    expect(await pagesFor({ nextAction: { kind: 'sign' }, service: { id: 'skolskjuts', name: 'Skolskjuts' } })).toEqual(Array(2).fill('https://kommun.test/skriv-under/?kommun-case={case}'));
    expect(await pagesFor({ nextAction: { kind: 'sign' } })).toEqual([undefined, undefined]);
  });

  it('is done in the case itself when no page is named', async () => {
    expect(await pagesFor({ nextAction: { kind: 'supplement' } })).toEqual([undefined, undefined]);
    expect(await pagesFor({})).toEqual([undefined, undefined]);
  });
});

describe('a page on the municipality’s own site', () => {
  it('is a whole address, with a place for the number where it had one', () => {
    const source = { kind: 'simulated', id: 'prov', name: 'Prov', plays: 'open-eplatform', caseUrl: '/arende/{id}/visa' };
    const whole = withWholeAddresses(municipalitySchema.parse({ ...municipality, cases: { sources: [source] } }), (path) => new URL(path, 'https://kommun.test').href);
    expect(whole.cases.sources).toMatchObject([{ caseUrl: 'https://kommun.test/arende/{id}/visa' }]);
  });
});
