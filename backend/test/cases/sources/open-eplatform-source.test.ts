import { describe, expect, it } from 'vitest';
import { inventedInstances } from './invented-cases.ts';
import type { SimulatedInstance } from '../../../src/cases/simulated-sources/open-eplatform-xml.ts';
import { caseSourceConformance } from './case-source-conformance.ts';
import { openEPlatformWorld, personOf } from './source-world.ts';

const karin = personOf('karin');

caseSourceConformance('Open ePlatform', {
  arrange: () => openEPlatformWorld(),
  listPath: /\/instanceapi\/getinstances/,
  own: { caseId: '4065', documentId: 'pdf' },
  foreign: { caseId: '4090', documentId: 'pdf' },
  unknownPerson: '199001012385',
  faults: {
    'slow-drip': 'timed-out',
    'half-answer': 'unavailable',
    'html-page': 'unreadable',
    'wrong-charset': 'unreadable',
    unauthorized: 'rejected',
    'server-error': 'unavailable',
    unavailable: 'unavailable',
    redirect: 'unreadable',
    endless: 'unreadable',
    'missing-fields': 'unreadable',
    'entity-bomb': 'unreadable',
  },
});

async function caseLike(changes: Partial<SimulatedInstance>) {
  const [first] = inventedInstances;
  if (!first) throw new Error('There should be an invented case.');
  const { source } = await openEPlatformWorld([{ ...first, ...changes }]);
  return (await source.list(karin))[0];
}

describe('a case in Open ePlatform', () => {
  it.each([
    ['NEW', 'draft', 'continue'],
    ['WAITING_FOR_MULTISIGN', 'awaitingSignatures', undefined],
    ['WAITING_FOR_PAYMENT', 'awaitingPayment', 'pay'],
    ['SUBMITTED', 'submitted', undefined],
    ['IN_PROGRESS', 'inProgress', undefined],
    ['WAITING_FOR_COMPLETION', 'awaitingSupplement', 'supplement'],
    ['ARCHIVED', 'closed', undefined],
    ['constructor', 'unknown', undefined],
  ] as const)('with the status %s is %s, and can be acted on by %s', async (contentType, status, kind) => {
    const found = await caseLike({ status: { name: 'Kommunens egna ord', contentType } });
    expect(found).toMatchObject({ status, sourceStatus: 'Kommunens egna ord' });
    expect(found?.nextAction?.kind).toBe(kind);
  });

  it('waits for the signature of the other guardian, and is not theirs to describe', async () => {
    const { source } = await openEPlatformWorld();
    const found = await source.find(karin, '4080');
    expect(found).toMatchObject({
      status: 'awaitingSignatures',
      nextAction: { kind: 'sign', url: 'https://etjanst.kommun.test/arende/4080/visa' },
      summary: undefined,
      myRole: 'coSigner',
    });
  });

  it('has personal numbers taken out of its status as well', async () => {
    const found = await caseLike({ status: { name: 'Väntar på 850116-9885', contentType: 'IN_PROGRESS' } });
    expect([found?.sourceStatus, found?.lastEvent?.text]).toEqual(['Väntar på [personnummer]', 'Väntar på [personnummer]']);
  });

  it('is asked for its status when the list has none, once it is opened', async () => {
    const { source } = await openEPlatformWorld(inventedInstances.map((instance) => ({ ...instance, hidesStatus: true })));
    const listed = new Map((await source.list(karin)).map(({ id, status, sourceStatus }) => [id, [status, sourceStatus]]));
    expect(listed.get('4065')).toEqual(['unknown', '']);
    expect(listed.get('4070')).toEqual(['draft', '']);
    expect(await source.find(karin, '4065')).toMatchObject({ status: 'awaitingSupplement', sourceStatus: 'Väntar på komplettering' });
  });

  it('is a draft before it is sent in, and has nothing to print', async () => {
    const { source } = await openEPlatformWorld();
    expect(await source.find(karin, '4070')).toMatchObject({ status: 'draft', sourceStatus: 'Påbörjad', nextAction: { kind: 'continue' }, documents: [] });
  });

  it('has its exact times from the milliseconds', async () => {
    const { source } = await openEPlatformWorld();
    const found = await source.find(karin, '4065');
    expect(found?.timeline.map(({ at, text }) => [at.toISOString(), text])).toEqual([
      ['2026-11-02T09:14:27.000Z', 'Ärendet påbörjades'],
      ['2026-11-02T09:31:05.000Z', 'Ärendet skickades in'],
      ['2026-11-20T12:10:00.000Z', 'Väntar på komplettering'],
    ]);
  });

  it('is named by its e-service, also when that can no longer be begun', async () => {
    const { source } = await openEPlatformWorld();
    const titles = new Map((await source.list(karin)).map(({ id, title }) => [id, title]));
    expect(titles.get('4065')).toBe('Ansökan om skolskjuts');
    expect(titles.get('4051')).toBe('Ärende 4051');
    expect((await source.find(karin, '4051'))?.title).toBe('Felanmälan gata och park');
  });

  it('is listed without its name when the e-services cannot be had', async () => {
    const { source, simulator } = await openEPlatformWorld();
    simulator.faults.script('server-error', /getflows/);
    expect((await source.list(karin)).find(({ id }) => id === '4065')?.title).toBe('Ärende 4065');
  });

  it('keeps the names of the e-services for an hour', async () => {
    const { source, asked, clock } = await openEPlatformWorld();
    const timesAsked = () => asked.filter((path) => path.includes('getflows')).length;
    await source.list(karin);
    await source.list(karin);
    expect(timesAsked()).toBe(1);
    clock.forward(3601);
    await source.list(karin);
    expect(timesAsked()).toBe(2);
  });

  it('fails as a whole when only one of its lists does, so that no case goes missing', async () => {
    const { source, simulator } = await openEPlatformWorld();
    simulator.faults.script('server-error', /getwaitinginstances/);
    await expect(source.list(karin)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('takes "not found" for a list without cases, as the platform means it', async () => {
    const { source, simulator } = await openEPlatformWorld();
    simulator.faults.script('not-found', /\/instanceapi\/getinstances/);
    expect((await source.list(karin)).map(({ id }) => id)).toEqual(['4080', '4070']);
  });
});

describe('messages in Open ePlatform', () => {
  it('come oldest first, from the citizen, the other guardian and the municipality, and name only the handler', async () => {
    const { source } = await openEPlatformWorld();
    const found = await source.find(karin, '4065');
    expect(found?.messages.map(({ from, senderName }) => [from, senderName])).toEqual([
      ['you', undefined],
      ['guardian', undefined],
      ['municipality', 'Anna Handläggarsson'],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/Erik|Sandberg|@kommun\.test/);
  });

  it('read Swedish time, and letters that the charset lacks', async () => {
    const { source } = await openEPlatformWorld();
    const last = (await source.find(karin, '4065'))?.messages.at(-1);
    expect(last?.at.toISOString()).toBe('2026-11-20T12:09:00.000Z');
    expect(last?.text).toContain('Łódź-linjen, 200 € per termin');
  });

  it('are news to the citizen when others wrote them', async () => {
    const { source } = await openEPlatformWorld();
    const found = await source.find(karin, '4065');
    expect(found?.news.map((at) => at.toISOString())).toEqual(['2026-11-04T08:00:00.000Z', '2026-11-20T12:09:00.000Z', '2026-11-20T12:10:00.000Z']);
  });

  it('bring their files', async () => {
    const { source } = await openEPlatformWorld();
    const found = await source.document(karin, '4065', 'attachment-73');
    expect(found?.document).toMatchObject({ fileName: 'Begäran [personnummer] - komplettering.pdf', mediaType: 'application/pdf', origin: 'municipality' });
    expect(found?.document.size).toBe(found?.body instanceof Uint8Array ? found.body.byteLength : -1);
  });
});

describe('what Open ePlatform tells of people', () => {
  it('goes no further: neither what handlers see nor a personal number in a text', async () => {
    const { source } = await openEPlatformWorld();
    const told = JSON.stringify([await source.list(karin), await source.find(karin, '4065'), await source.find(karin, '4080')]);
    expect(told).not.toMatch(/Söker som|Sökande|Eriks egen anteckning|19850116|19800113|20170101/);
    expect(told).toContain('Skjuts för [personnummer] till våren');
  });

  it('is asked for by an address that no log line holds', async () => {
    const { source, simulator, log, asked } = await openEPlatformWorld();
    simulator.faults.script('server-error', /\/instanceapi\/getinstances/);
    await expect(source.list(karin)).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked.join()).toContain(karin.idNumber);
    expect(log.map(({ fields }) => fields['request'])).toContain('GET /api/instanceapi/getinstances/owner/citizenidentifier/{idNumber}');
    expect(JSON.stringify(log)).not.toContain(karin.idNumber);
  });
});
