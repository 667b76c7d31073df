import { describe, expect, it, vi } from 'vitest';
import type { CaseSource } from '../../../src/cases/case-source.ts';
import { OpenEPlatformApi } from '../../../src/cases/sources/open-eplatform/open-eplatform-api.ts';
import { Upstream } from '../../../src/cases/sources/upstream.ts';
import { recordingLog } from '../../test-app.ts';
import { inventedInstances, inventedPersons } from './invented-cases.ts';
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

describe('a reply to Open ePlatform', () => {
  const pdf = { fileName: 'intyg.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7 intyg\n%%EOF') };
  const send = ({ source }: Awaited<ReturnType<typeof openEPlatformWorld>>, text = 'Här är intyget', caseId = '4065') => source.reply?.(karin, caseId, { text, files: [] });
  const textsIn = async (source: CaseSource) => (await source.find(karin, '4065'))?.messages.map(({ from, text }) => [from, text]);
  const callbacks = (asked: readonly string[]) => asked.filter((path) => path.includes('callback'));

  it('stands in the case as written by the citizen, with its files byte for byte', async () => {
    const { source, asked, clock } = await openEPlatformWorld();
    const files = [pdf, { fileName: 'Årets <lön> & "skatt".png', mediaType: 'image/png', bytes: Uint8Array.from({ length: 100_001 }, (_, index) => index % 251) }];
    const sent = await source.reply?.(karin, '4065', { text: 'Hej <b>&amp; hå</b>,\nŁódź kostar 200 € 😀', files });
    expect(sent).toMatchObject({ from: 'you', at: clock.now() });
    const opened = await source.find(karin, '4065');
    expect(opened?.messages.at(-1)).toMatchObject({ id: sent?.id, from: 'you', text: 'Hej <b>&amp; hå</b>,\nŁódź kostar 200 € 😀', documentIds: sent?.documentIds });
    const documents = await Promise.all((sent?.documentIds ?? []).map((id) => source.document(karin, '4065', id)));
    expect(documents.map((found) => [found?.document.fileName, found?.document.origin])).toEqual([['intyg.pdf', 'you'], ['Årets lön & skatt .png', 'you']]);
    expect(documents.map((found) => found?.body)).toEqual(files.map(({ bytes }) => bytes));
    expect(callbacks(asked)).toEqual(['/api/callback']);
  });

  it.each([
    ['by whoever is to sign it', '4080', {}],
    ['before it is sent in', '4070', {}],
    ['of somebody else', '4090', {}],
    ['that does not exist', '1', {}],
    ['in a status that takes no messages', '4065', { disallowsMessages: true }],
    ['after the days for messages', '4065', { allowsMessagesForDays: 3 }],
  ])('is neither offered nor sent for a case %s', async (_, caseId, status) => {
    const instances = inventedInstances.map((one) => ({ ...one, status: { ...one.status, ...status } }));
    const world = await openEPlatformWorld(instances);
    expect((await world.source.find(karin, caseId))?.reply.allowed ?? false).toBe(false);
    await expect(send(world, 'Hej', caseId)).rejects.toMatchObject({ code: 'refused' });
    expect(callbacks(world.asked)).toEqual([]);
  });

  it('is offered while the days for messages last', async () => {
    const world = await openEPlatformWorld(inventedInstances.map((one) => ({ ...one, status: { ...one.status, allowsMessagesForDays: 4 } })));
    expect((await world.source.find(karin, '4065'))?.reply).toEqual({ allowed: true });
    await send(world);
    world.clock.forward(86_400);
    expect((await world.source.find(karin, '4065'))?.reply).toEqual({ allowed: false });
  });

  it('is not offered where the platform has no way for it', async () => {
    const { source } = await openEPlatformWorld(inventedInstances, false);
    expect(source.reply).toBeUndefined();
    expect((await source.find(karin, '4065'))?.reply).toEqual({ allowed: false });
  });

  it.each(['half-answer', 'server-error', 'html-page', 'wrong-charset', 'slow-drip'] as const)('has come when it has, though its answer is lost to the fault "%s"', async (fault) => {
    const world = await openEPlatformWorld();
    world.simulator.faults.script(fault, /callback/);
    const sending = send(world, '  Här är\nintyget ');
    if (fault === 'slow-drip') {
      await vi.waitFor(() => expect(callbacks(world.asked)).not.toEqual([]));
      world.timer.pass(12_000);
    }
    expect(await sending).toMatchObject({ from: 'you' });
    expect((await textsIn(world.source))?.filter(([, text]) => /Här är\s+intyget/.test(text ?? ''))).toHaveLength(1);
  });

  it.each([
    ['unavailable', 'unavailable'],
    ['unauthorized', 'rejected'],
    ['redirect', 'unreadable'],
  ] as const)('stays with its writer under the fault "%s", and is logged without a word of it', async (fault, code) => {
    const world = await openEPlatformWorld();
    const before = await textsIn(world.source);
    world.simulator.faults.script(fault, /callback/);
    await expect(send(world)).rejects.toMatchObject({ code });
    expect(await textsIn(world.source)).toEqual(before);
    for (const secret of [...world.secrets, 'intyget']) expect(JSON.stringify(world.log)).not.toContain(secret);
  });

  it('is not taken for an older one in the same words when it has not come', async () => {
    const world = await openEPlatformWorld();
    await send(world);
    world.clock.forward(60);
    world.simulator.faults.script('unavailable', /callback/);
    await expect(send(world)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['AccessDeniedFault', 'refused'],
    ['FlowInstanceNotFoundFault', 'refused'],
    ['SomethingElse', 'unavailable'],
  ])('that the platform answers with a %s is %s', async (detail, code) => {
    const body = `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault><faultcode>S:Server</faultcode><faultstring>19850116-9885</faultstring><detail><${detail}/></detail></S:Fault></S:Body></S:Envelope>`;
    const fetch = async () => new Response(body, { status: 500, headers: { 'Content-Type': 'text/xml;charset=utf-8' } });
    const upstream = new Upstream({ source: 'oep', base: 'https://oep.test', fetch, log: recordingLog([]) });
    const message = { caseId: '1', idNumber: karin.idNumber, at: new Date(), text: 'Hej', files: [] };
    await expect(new OpenEPlatformApi(upstream, { username: 'u', password: 'p' }).addMessage(message, undefined)).rejects.toMatchObject({ code, message: code });
  });

  it('to a case that two guardians own alike says of no message that it was the one who asks', async () => {
    const world = await openEPlatformWorld(inventedInstances.map((one) => ({ ...one, coOwner: { owner: inventedPersons.erik, userId: '40011' } })));
    const erik = personOf('erik');
    for (const person of [karin, erik]) {
      expect((await world.source.find(person, '4065'))?.messages.map(({ from }) => from)).toEqual(['guardian', 'guardian', 'municipality']);
    }
    expect(await world.source.reply?.(erik, '4065', { text: 'Från Erik', files: [] })).toMatchObject({ from: 'you', text: 'Från Erik' });
    expect((await world.source.find(karin, '4065'))?.messages.at(-1)).toMatchObject({ from: 'guardian', text: 'Från Erik' });
  });
});
