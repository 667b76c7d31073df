import { describe, expect, it } from 'vitest';
import { base64OfText } from '../../../src/eid/base64-text.ts';
import { bankIdSimulatorApp, personHeader, simulatorBase } from '../../../src/eid/bankid/simulator/bankid-simulator-app.ts';
import { BankIdSimulator } from '../../../src/eid/bankid/simulator/bankid-simulator.ts';
import { scenarios } from '../../../src/eid/bankid/simulator/scenarios.ts';
import { idTypeOf } from '../../../src/eid/identity-number.ts';
import { unknownSigner } from '../../../src/eid/simulated/unknown-signer.ts';
import { testClock } from '../../test-app.ts';

interface Body {
  orderRef: string;
  autoStartToken: string;
  errorCode?: string;
  completionData: { risk?: string };
}

function world() {
  const clock = testClock();
  const simulator = new BankIdSimulator({ clock, relyingParty: 'Provköping', signerOf: unknownSigner(), wait: async (milliseconds) => clock.forward(milliseconds / 1000) });
  const app = bankIdSimulatorApp(simulator);
  async function call(path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') {
    const init = { method, headers: { 'Content-Type': 'application/json', ...headers }, ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }) };
    const answer = await app.request(simulatorBase + path, init);
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
  }
  return { clock, simulator, call };
}

const auth = { endUserIp: '192.0.2.7' };
const sign = { ...auth, userVisibleData: base64OfText('Jag ansöker') };
const long = (count: number) => 'A'.repeat(count);

describe('the BankID simulator, asked for an order', () => {
  it('gives a reference and what starts the app', async () => {
    const { call } = world();
    const { status, body } = await call('/auth', auth);
    expect(status).toBe(200);
    const uuid = expect.stringMatching(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
    expect(body).toEqual({ orderRef: uuid, autoStartToken: uuid, qrStartToken: uuid, qrStartSecret: uuid });
    expect(new Set(Object.values(body)).size).toBe(4);
  });

  it('gives a reference alone for one by telephone', async () => {
    const { call } = world();
    const { body } = await call('/phone/auth', { callInitiator: 'RP', personalNumber: '198501169885' });
    expect(Object.keys(body)).toEqual(['orderRef']);
    expect((await call('/phone/sign', { callInitiator: 'user', personalNumber: '198501169885' })).body.errorCode).toBe('invalidParameters');
  });

  it.each<[string, string, object]>([
    ['the longest login text', '/auth', { ...auth, userVisibleData: long(1500) }],
    ['the longest text to sign', '/sign', { ...sign, userVisibleData: long(40_000), userNonVisibleData: long(200_000) }],
    ['a member that it does not know', '/auth', { ...auth, addedNextYear: { a: 1 } }],
    ['policies that end in a star', '/auth', { ...auth, requirement: { certificatePolicies: ['1.2.752.78.*', '1.2.3.4.25'] } }],
    ['an IPv6 address', '/auth', { endUserIp: '2001:db8::7' }],
  ])('takes %s', async (_, path, request) => {
    expect((await world().call(path, request)).status).toBe(200);
  });

  it.each<[string, string, unknown]>([
    ['no address', '/auth', {}],
    ['an address that is none', '/auth', { endUserIp: 'localhost' }],
    ['a login text that is too long', '/auth', { ...auth, userVisibleData: long(1504) }],
    ['login data that is too long', '/auth', { ...auth, userNonVisibleData: long(1504) }],
    ['an empty text', '/auth', { ...auth, userVisibleData: '' }],
    ['a text that is not base64', '/auth', { ...auth, userVisibleData: 'Logga in på' }],
    ['a text that is not UTF-8', '/auth', { ...auth, userVisibleData: 'gICA' }],
    ['nothing to sign', '/sign', auth],
    ['a text to sign that is too long', '/sign', { ...sign, userVisibleData: long(40_004) }],
    ['data to sign that is too long', '/sign', { ...sign, userNonVisibleData: long(200_004) }],
    ['a format that is none', '/auth', { ...auth, userVisibleDataFormat: 'html' }],
    ['an address to return to that is too long', '/auth', { ...auth, returnUrl: long(513) }],
    ['a personal number of ten digits', '/auth', { ...auth, requirement: { personalNumber: '8501169885' } }],
    ['a star that is too early', '/auth', { ...auth, requirement: { certificatePolicies: ['1.2.752.*'] } }],
    ['both a page and a program', '/auth', { ...auth, web: { deviceIdentifier: 'a', referringDomain: 'kommun.test', userAgent: 'b' }, app: { deviceOS: 'c' } }],
    ['a program without facts', '/auth', { ...auth, app: {} }],
    ['a domain with capitals', '/auth', { ...auth, web: { deviceIdentifier: 'a', referringDomain: 'Kommun.test', userAgent: 'b' } }],
    ['no JSON', '/auth', '{'],
    ['a list', '/auth', []],
    ['no reference', '/collect', {}],
    ['an unknown reference', '/collect', { orderRef: '131daac9-16c6-4618-beb0-365768f37288' }],
    ['an unknown reference to cancel', '/cancel', { orderRef: '131daac9-16c6-4618-beb0-365768f37288' }],
  ])('refuses %s', async (_, path, request) => {
    expect(await world().call(path, request)).toMatchObject({ status: 400, body: { errorCode: 'invalidParameters', details: expect.any(String) } });
  });

  it('refuses another method, path or media type', async () => {
    const { call } = world();
    expect(await call('/auth', undefined, {}, 'GET')).toMatchObject({ status: 405, body: { errorCode: 'methodNotAllowed' } });
    expect(await call('/authenticate', auth)).toMatchObject({ status: 404, body: { errorCode: 'notFound' } });
    for (const type of ['application/json; charset=utf-8', 'text/plain']) {
      expect(await call('/auth', auth, { 'Content-Type': type })).toMatchObject({ status: 415, body: { errorCode: 'unsupportedMediaType' } });
    }
  });
});

describe('an order in the BankID simulator', () => {
  it('is aborted with another one for the same person, which is refused', async () => {
    const { call } = world();
    const forKarin = { ...sign, requirement: { personalNumber: '198501169885' } };
    const { orderRef } = (await call('/sign', forKarin)).body;
    expect(await call('/sign', forKarin)).toMatchObject({ status: 400, body: { errorCode: 'alreadyInProgress' } });
    expect((await call('/collect', { orderRef })).body).toMatchObject({ status: 'failed', hintCode: 'cancelled' });
    expect((await call('/sign', forKarin)).status).toBe(200);
  });

  it('can be approved by nobody but the person whom it is for', async () => {
    const { call, simulator } = world();
    const { autoStartToken } = (await call('/sign', { ...sign, requirement: { personalNumber: '198501169885' } })).body;
    const scanned = await simulator.app.scan(autoStartToken);
    const transaction = scanned.ok ? scanned.value.transaction : '';
    expect(simulator.app.act(transaction, { act: 'approve', person: 'erik' })).toEqual({ ok: false, code: 'person-not-asked-for' });
    expect(simulator.app.act(transaction, { act: 'approve', person: 'karin' })).toMatchObject({ ok: true });
  });

  it('tells its risk only when that was asked for', async () => {
    const { call, clock } = world();
    for (const returnRisk of [true, false]) {
      const { orderRef } = (await call('/auth', { ...auth, returnRisk }, { [personHeader]: '189002089804' })).body;
      clock.forward(3);
      const { completionData } = (await call('/collect', { orderRef })).body;
      expect(completionData.risk).toBe(returnRisk ? 'high' : undefined);
      expect(completionData).toMatchObject({ stepUp: { mrtd: false }, bankIdIssueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), ocspResponse: expect.any(String) });
    }
  });

  it('answers slowly when it is to', async () => {
    const { call, clock } = world();
    const before = clock.now().getTime();
    expect((await call('/auth', auth, { [personHeader]: '189002109800' })).status).toBe(200);
    expect(clock.now().getTime() - before).toBe(4000);
  });
});

describe('a scenario of the BankID simulator', () => {
  it.each([...scenarios])('%s goes its way to the end', async (number, scenario) => {
    const { call, clock } = world();
    expect(idTypeOf(number)).toBe('personnummer');
    const started = await call('/auth', { ...auth, requirement: { personalNumber: number } });
    if (scenario.is === 'refused') {
      expect(started).toMatchObject({ status: scenario.by.status, body: { errorCode: scenario.by.errorCode } });
      expect(started.headers.get('RateLimit-Reset')).toBe(scenario.by.status === 429 ? '2' : null);
      return;
    }
    const { orderRef } = started.body;
    if (scenario.is === 'unanswered') {
      expect(await call('/collect', { orderRef })).toMatchObject({ status: scenario.by.status, body: { errorCode: scenario.by.errorCode } });
      return;
    }
    const { hints, ends } = scenario.script;
    expect((await call('/collect', { orderRef })).body).toMatchObject({ status: 'pending', hintCode: 'outstandingTransaction' });
    for (const hintCode of hints) {
      clock.forward(1);
      expect((await call('/collect', { orderRef })).body).toMatchObject({ status: 'pending', hintCode });
    }
    clock.forward(1);
    const { body } = await call('/collect', { orderRef });
    expect(body).toMatchObject(ends === 'complete' ? { status: 'complete', completionData: { user: { personalNumber: number } } } : { status: 'failed', hintCode: ends });
    expect(await call('/collect', { orderRef })).toMatchObject({ status: 400, body: { errorCode: 'invalidParameters' } });
  });

  it('plays every hint and every error that is known, and some that are not', () => {
    const played = JSON.stringify([...scenarios.values()]);
    const all = [
      ...['noClient', 'started', 'userMrtd', 'userCallConfirm', 'userSign', 'processing', 'userStepUp', 'userFace', 'inventedNextYear'],
      ...['expiredTransaction', 'certificateErr', 'userCancel', 'cancelled', 'startFailed', 'userDeclinedCall', 'notSupportedByUserApp', 'transactionRiskBlocked'],
      ...['mrtdVerificationFailed', 'facialRecognitionFailed', 'nfcNotSupportedByDevice', 'multipleBankIdsOnDevice', 'stepUpFailed'],
      ...['alreadyInProgress', 'invalidParameters', 'unauthorized', 'notFound', 'requestTimeout', 'tooManyRequests', 'internalError', 'maintenance'],
    ];
    expect(all.filter((name) => !played.includes(`"${name}"`))).toEqual([]);
  });
});
