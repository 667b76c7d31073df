import { describe, expect, it } from 'vitest';
import { base64OfText, textOfBase64 } from '../../../src/eid/base64-text.ts';
import type { EidStart } from '../../../src/eid/eid-provider.ts';
import { anyStart } from '../eid-provider-conformance.ts';
import { recordedBankId } from './recorded-bankid.ts';
import { iPhoneSafari } from './user-agents.ts';

const signing: EidStart = { ...anyStart, purpose: 'sign', signing: { nonVisibleText: '{"document":"sha-256"}', idNumber: '198501169885' } };
const browser = { deviceId: 'a'.repeat(64), userAgent: 'Mozilla/5.0' };
const inSafari: EidStart = { ...anyStart, device: 'same', browser: { ...browser, userAgent: iPhoneSafari } };
const letters = (count: number) => 'a'.repeat(count);

async function asked(start: EidStart) {
  const { provider, calls } = recordedBankId();
  await provider.start(start);
  return calls;
}

describe('an order at BankID', () => {
  it('identifies who logs in, with the text that the app shows', async () => {
    const [call] = await asked(anyStart);
    expect(call).toEqual({
      path: '/auth',
      body: { endUserIp: '192.0.2.7', userVisibleData: base64OfText(anyStart.visibleText), returnRisk: true },
    });
  });

  it('identifies who tests an e-ID too', async () => {
    expect(await asked({ ...anyStart, purpose: 'test' })).toMatchObject([{ path: '/auth' }]);
  });

  it('signs text and data, and lets nobody else sign', async () => {
    const [call] = await asked(signing);
    expect(call).toMatchObject({ path: '/sign', body: { requirement: { personalNumber: '198501169885' } } });
    expect(textOfBase64(String(call?.body['userNonVisibleData']))).toBe('{"document":"sha-256"}');
  });

  it('tells the page to come back to only on the device that has it', async () => {
    expect((await asked(inSafari))[0]?.body['returnUrl']).toBe(anyStart.returnUrl);
    expect((await asked({ ...inSafari, device: 'other' }))[0]?.body).not.toHaveProperty('returnUrl');
    expect((await asked({ ...inSafari, returnUrl: undefined }))[0]?.body).not.toHaveProperty('returnUrl');
  });

  it('says of headings and bold words that they are such', async () => {
    expect((await asked({ ...anyStart, visibleFormat: 'simpleMarkdownV1' }))[0]?.body['userVisibleDataFormat']).toBe('simpleMarkdownV1');
    expect((await asked(anyStart))[0]?.body).not.toHaveProperty('userVisibleDataFormat');
  });

  it('tells which browser asks', async () => {
    const [call] = await asked({ ...anyStart, browser: { ...browser, userAgent: letters(300) } });
    expect(call?.body['web']).toEqual({ deviceIdentifier: 'a'.repeat(64), referringDomain: 'kommun.test', userAgent: letters(256) });
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8::7', '2001:db8::7'],
  ])('is for the citizen’s own address %s', async (address, told) => {
    expect((await asked({ ...anyStart, endUserIp: address }))[0]?.body['endUserIp']).toBe(told);
  });

  // 1125 bytes are 1500 characters of base64, 30 000 are 40 000.
  it.each<[string, EidStart]>([
    ['the longest text of a login', { ...anyStart, visibleText: letters(1125) }],
    ['the longest text of a signature', { ...signing, visibleText: letters(30_000) }],
    ['the most data of a signature', { ...signing, signing: { nonVisibleText: letters(150_000), idNumber: '198501169885' } }],
    ['the longest address to come back to', { ...inSafari, returnUrl: `https://kommun.test/${letters(492)}` }],
  ])('is sent with %s', async (_, start) => {
    expect(await asked(start)).toHaveLength(1);
  });

  it.each<[string, EidStart, string]>([
    ['a text that is too long for a login', { ...anyStart, visibleText: letters(1126) }, 'userVisibleData'],
    ['a text that is too long for a signature', { ...signing, visibleText: letters(30_001) }, 'userVisibleData'],
    ['nothing to show', { ...signing, visibleText: '' }, 'userVisibleData'],
    ['too much data', { ...signing, signing: { nonVisibleText: letters(150_001), idNumber: '198501169885' } }, 'userNonVisibleData'],
    ['an address to come back to that is too long', { ...inSafari, returnUrl: `https://kommun.test/${letters(493)}` }, 'returnUrl'],
    ['no address of the citizen', { ...anyStart, endUserIp: 'unknown' }, 'endUserIp'],
    ['a signer without twelve digits', { ...signing, signing: { nonVisibleText: 'x', idNumber: '8501169885' } }, 'requirement.personalNumber'],
    ['a device named at length', { ...anyStart, browser: { ...browser, deviceId: letters(65) } }, 'web.deviceIdentifier'],
  ])('is not sent with %s', async (_, start, field) => {
    const { provider, calls } = recordedBankId();
    await expect(provider.start(start)).rejects.toMatchObject({ code: 'rejected', reason: `not sent, past a limit: ${field}` });
    expect(calls).toEqual([]);
  });
});

describe('the start of the app', () => {
  it('is by BankID’s own addresses, with the token alone', async () => {
    const { provider } = recordedBankId();
    expect(provider.launch(await provider.start({ ...anyStart, device: 'same' }))).toEqual({
      mobile: 'https://app.bankid.com/?autostarttoken=7c40b5c9-fa74-49cf-b98c-bfe651f9a7c6',
      desktop: 'bankid:///?autostarttoken=7c40b5c9-fa74-49cf-b98c-bfe651f9a7c6',
    });
  });

  it('by QR code follows BankID’s published example', async () => {
    const { provider, clock } = recordedBankId();
    const state = await provider.start(anyStart);
    const codes = [];
    for (let second = 0; second < 3; second += 1, clock.forward(1)) codes.push(provider.qr(state, clock.now()));
    const token = 'bankid.67df3917-fa0d-44e5-b327-edcc928297f8';
    expect(codes).toEqual([
      `${token}.0.dc69358e712458a66a7525beef148ae8526b1c71610eff2c16cdffb4cdac9bf8`,
      `${token}.1.949d559bf23403952a94d103e67743126381eda00f0b3cbddbf7c96b1adcbce2`,
      `${token}.2.a9e5ec59cb4eee4ef4117150abc58fad7a85439a6a96ccbecc3668b41795b3f3`,
    ]);
  });
});
