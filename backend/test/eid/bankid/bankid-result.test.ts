import { describe, expect, it } from 'vitest';
import { base64OfText } from '../../../src/eid/base64-text.ts';
import type { EidStart } from '../../../src/eid/eid-provider.ts';
import { anyStart } from '../eid-provider-conformance.ts';
import { json, order, recordedBankId } from './recorded-bankid.ts';

const signing: EidStart = { ...anyStart, purpose: 'sign', signing: { nonVisibleText: '{}', idNumber: '198501169885' } };
const user = { personalNumber: '198501169885', name: 'Karin Lindgren', givenName: 'Karin', surname: 'Lindgren' };

const xml = (act: string, visible = base64OfText('Jag ansöker'), prologue = '') =>
  base64OfText(
    `${prologue}<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Object><bankIdSignedData xmlns="http://www.bankid.com/signature/v1.0.0/types" Id="bidSignedData"><usrVisibleData charset="UTF-8" visible="wysiwys">${visible}</usrVisibleData><usrNonVisibleData>${base64OfText('{}')}</usrNonVisibleData><clientInfo><funcId>${act}</funcId></clientInfo></bankIdSignedData></Object></Signature>`,
  );

async function collected(completionData: unknown, start = anyStart) {
  const { provider, answers } = recordedBankId();
  answers(json(order), json({ orderRef: order.orderRef, status: 'complete', completionData, addedNextYear: true }));
  return provider.collect(await provider.start(start));
}

describe('a completed order at BankID', () => {
  it('is a person with a level of assurance, and what speaks of the device', async () => {
    expect(await collected({ user, device: { ipAddress: '192.0.2.9', uhi: 'abc' }, risk: 'low', stepUp: { mrtd: false }, signature: 'x' })).toEqual({
      status: 'complete',
      identity: {
        provider: 'bankid',
        subjectId: '198501169885',
        idType: 'personnummer',
        idNumber: '198501169885',
        givenName: 'Karin',
        familyName: 'Lindgren',
        displayName: 'Karin Lindgren',
        loa: 'http://id.elegnamnden.se/loa/1.0/loa3',
        authenticatedAt: '2026-11-24T08:00:00.000Z',
      },
      signals: { deviceIp: '192.0.2.9', risk: 'low' },
    });
  });

  it('may lack everything but the person', async () => {
    expect(await collected({ user })).toMatchObject({ status: 'complete', signals: {} });
  });

  it('is not lost when something of less weight has another shape than before', async () => {
    const changed = { device: { ipAddress: null, uhi: 7 }, bankIdIssueDate: null, ocspResponse: [], signature: null };
    expect(await collected({ user, ...changed })).toMatchObject({ status: 'complete', identity: { idNumber: user.personalNumber }, signals: {} });
    expect(await collected({ user, device: null })).toMatchObject({ status: 'complete', signals: {} });
  });

  it('is refused with a risk that cannot be read', async () => {
    await expect(collected({ user, risk: ['high'] })).rejects.toMatchObject({ code: 'rejected' });
  });

  it.each(['199008672397', '198000602394', '195000692383', '197500752386'])('may be of somebody with the coordination number %s', async (personalNumber) => {
    expect(await collected({ user: { ...user, personalNumber } })).toMatchObject({ identity: { idType: 'samordningsnummer', idNumber: personalNumber } });
  });

  it.each(['199001011234', '198501169886', '198513169885', '19850116988', '19850116-9885', 'abcdefghijkl', '199008672398'])(
    'is nobody’s with the number %s',
    async (personalNumber) => {
      await expect(collected({ user: { ...user, personalNumber } })).rejects.toMatchObject({ code: 'rejected', reason: 'a personal number that is none' });
    },
  );

  it('is refused without a person', async () => {
    await expect(collected(undefined)).rejects.toMatchObject({ code: 'rejected' });
    await expect(collected({ user: { name: 'Karin' } })).rejects.toMatchObject({ code: 'rejected' });
  });
});

describe('a signature by BankID', () => {
  const data = { user, device: { ipAddress: '192.0.2.9', uhi: 'abc' }, bankIdIssueDate: '2024-02-01', ocspResponse: 'b2NzcA==', risk: 'low' };

  it('is kept whole, with the texts as they stand in it', async () => {
    const signature = xml('Signing');
    expect(await collected({ ...data, signature }, signing)).toMatchObject({
      evidence: {
        visibleText: 'Jag ansöker',
        nonVisibleText: '{}',
        signature,
        ocspResponse: 'b2NzcA==',
        transactionId: order.orderRef,
        deviceIp: '192.0.2.9',
        deviceId: 'abc',
        issuedOn: '2024-02-01',
        risk: 'low',
      },
    });
  });

  it.each([
    ['there is none', undefined],
    ['it is no XML', 'TU9DSw=='],
    ['it is no base64', 'MOCK_SIGNATURE_BASE64'],
    ['it only identifies', xml('Identification')],
    ['its text is no base64', xml('Signing', '%%%')],
    ['it brings a DTD', xml('Signing', undefined, '<!DOCTYPE Signature [<!ENTITY a "b">]>')],
  ])('is refused when %s', async (_, signature) => {
    await expect(collected({ ...data, signature }, signing)).rejects.toMatchObject({ code: 'rejected' });
  });
});
