import { describe, expect, it, vi } from 'vitest';
import { caseRowsSchema, sourceCaseOf } from '../../../src/cases/sources/case-status/case-row.ts';
import { statusOfWords } from '../../../src/cases/sources/case-status/status-words.ts';
import { caseSourceConformance } from './case-source-conformance.ts';
import { caseStatusWorld, personOf } from './source-world.ts';

const karin = personOf('karin');
const transport = 'CASE_DATA.BOU_SKOLA.774';

caseSourceConformance('case-status', {
  arrange: () => caseStatusWorld(),
  listPath: /\/statuses$/,
  own: { caseId: transport, documentId: 'pdf' },
  foreign: { caseId: 'CASE_DATA.SBK_PARKING.801', documentId: 'pdf' },
  unknownPerson: '199001012385',
  faults: {
    'slow-drip': 'timed-out',
    'half-answer': 'unavailable',
    'html-page': 'unreadable',
    'wrong-charset': 'unreadable',
    unauthorized: 'rejected',
    'not-found': 'rejected',
    'server-error': 'unavailable',
    unavailable: 'unavailable',
    redirect: 'unreadable',
    endless: 'unreadable',
    'missing-fields': 'unreadable',
  },
});

describe('a case in case-status', () => {
  it('shows what citizens are told and not what handlers call it, under the number of its handling system', async () => {
    const { source } = await caseStatusWorld();
    expect((await source.list(karin)).find(({ id }) => id === transport)).toMatchObject({
      title: 'Ansökan om skolskjuts',
      service: { id: 'SCHOOL_TRANSPORT', name: 'Ansökan om skolskjuts' },
      references: ['SKJ-2026-000160'],
      externalIds: ['oep 4065'],
      status: 'inProgress',
      sourceStatus: 'Handläggning pågår',
    });
  });

  it('that comes from the e-services is known by their number, drafts among them', async () => {
    const { source } = await caseStatusWorld();
    expect((await source.list(karin)).find(({ status }) => status === 'draft')).toMatchObject({
      title: 'Rättning av körfält',
      externalIds: ['oep 5012'],
      nextAction: { kind: 'continue', url: 'https://arenden.kommun.test/5012' },
    });
  });

  it('that waits for signatures asks nobody to sign, since the service does not say who has not', () => {
    const row = { status: 'Väntar på signering', caseId: '7', errandNumber: 'SKJ-7', firstSubmitted: '2026-11-01 08:00' };
    const rows = caseRowsSchema.parse([row, { ...row, status: 'Väntar på betalning' }]);
    expect(rows.map((one) => sourceCaseOf(one, { caseTypes: {}, caseUrl: 'https://arenden.kommun.test/{id}' }))).toMatchObject([
      { status: 'awaitingSignatures', nextAction: undefined },
      { status: 'awaitingPayment', nextAction: { kind: 'pay' } },
    ]);
  });

  it('has its times read as Swedish ones, on both sides of the change of clocks', async () => {
    const { source } = await caseStatusWorld();
    const permit = (await source.list(karin)).find(({ service }) => service.id === 'PARKING_PERMIT');
    expect(permit?.updatedAt.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    const detail = await source.find(karin, permit?.id ?? '');
    expect(detail?.timeline[0]?.at.toISOString()).toBe('2026-07-01T08:21:00.000Z');
  });

  it('has a PDF only when it came from an e-service', async () => {
    const { source } = await caseStatusWorld();
    expect((await source.find(karin, 'CASE_DATA.SBK_PARKING.3f0e57b2-2876-4cb8-aa71-537b5805be27'))?.documents).toEqual([]);
    expect(await source.document(karin, 'OPEN_E_PLATFORM.5012', 'pdf')).toBeUndefined();
  });
});

describe('the words for a status', () => {
  it.each([
    ['Sparat ärende', 'draft'],
    ['Ärende inkommit', 'submitted'],
    ['  Tilldelat   för handläggning ', 'inProgress'],
    ['UNDER UTREDNING', 'inProgress'],
    ['Komplettering inkommen, behandling fortsätter', 'inProgress'],
    ['Påminnelse om komplettering', 'awaitingSupplement'],
    ['Beslut finns, se separat information', 'decided'],
    ['Ärendet arkiveras', 'closed'],
    ['Överklagat', 'unknown'],
    ['', 'unknown'],
  ])('"%s" mean %s', (words, status) => {
    expect(statusOfWords(words)).toBe(status);
  });

  it('are those for citizens when the handlers have words of their own that are not known', () => {
    expect(statusOfWords('Väntar på granne', 'Handläggning pågår')).toBe('inProgress');
    expect(statusOfWords(undefined, undefined)).toBe('unknown');
  });
});

describe('the token for case-status', () => {
  const tokensAsked = (asked: readonly string[]) => asked.filter((path) => path === '/token').length;

  it('is fetched once for many who ask at the same time, and kept', async () => {
    const { source, asked } = await caseStatusWorld();
    await Promise.all([source.list(karin), source.list(personOf('maria')), source.list(karin)]);
    await source.list(karin);
    expect(tokensAsked(asked)).toBe(1);
  });

  it('is renewed shortly before it ends', async () => {
    const { source, asked, clock } = await caseStatusWorld(600);
    await source.list(karin);
    clock.forward(569);
    await source.list(karin);
    expect(tokensAsked(asked)).toBe(1);
    clock.forward(1);
    await source.list(karin);
    expect(tokensAsked(asked)).toBe(2);
  });

  it('is renewed when it is refused ahead of time, without the citizen noticing', async () => {
    const { source, simulator, asked } = await caseStatusWorld();
    await source.list(karin);
    simulator.forgetTokens();
    expect((await source.list(karin)).map(({ id }) => id)).toContain(transport);
    expect(tokensAsked(asked)).toBe(2);
  });

  it('is renewed only once for a call that is refused for another reason', async () => {
    const { source, simulator, asked } = await caseStatusWorld();
    simulator.faults.script('unauthorized', /\/statuses$/);
    await expect(source.list(karin)).rejects.toMatchObject({ code: 'rejected' });
    expect(tokensAsked(asked)).toBe(2);
  });

  it.each([
    ['unauthorized', 'rejected'],
    ['html-page', 'unreadable'],
    ['server-error', 'unavailable'],
  ] as const)('makes the source %s → %s when it cannot be had', async (fault, code) => {
    const { source, simulator } = await caseStatusWorld();
    simulator.faults.script(fault, /^\/token$/);
    await expect(source.list(karin)).rejects.toMatchObject({ code });
  });

  it('that never comes leaves nobody waiting, and is asked for anew by the next', async () => {
    const { source, simulator, asked, timer } = await caseStatusWorld();
    simulator.faults.script('slow-drip', /^\/token$/);
    const listing = source.list(karin).catch((failure: unknown) => failure);
    await vi.waitFor(() => expect(tokensAsked(asked)).toBe(1));
    timer.pass(4000);
    expect(await listing).toMatchObject({ code: 'timed-out' });
    simulator.faults.script(undefined);
    expect(await source.list(karin)).not.toEqual([]);
  });
});

describe('the party register', () => {
  it('in trouble is never taken for a person without cases', async () => {
    for (const [fault, code] of [['not-found', 'rejected'], ['html-page', 'unreadable'], ['server-error', 'unavailable']] as const) {
      const { source, simulator } = await caseStatusWorld();
      simulator.faults.script(fault, /\/partyId$/);
      await expect(source.list(karin)).rejects.toMatchObject({ code });
    }
  });
});
