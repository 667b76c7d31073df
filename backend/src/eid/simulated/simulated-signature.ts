import { base64Url } from '../../secrets/base64-url.ts';
import type { EidEvidence, EidIdentity, EidStart } from '../eid-provider.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const base64OfText = (text: string) => base64(bytesOf(text));
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Makes signatures of the form that BankID's have, by a key of its own that nobody else trusts. */
export function createSimulatedSigner(): (start: EidStart, identity: EidIdentity) => Promise<EidEvidence> {
  const keys = crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

  return async (start, identity) => {
    const { privateKey, publicKey } = await keys;
    const nonVisibleText = start.signing?.nonVisibleText ?? '';
    const data = signedData(start.visibleText, nonVisibleText);
    const keyInfo = `<KeyInfo Id="bidKeyInfo"><KeyName>simulated ${base64Url(bytesOf(identity.subjectId))}</KeyName><KeyValue>${base64(
      new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
    )}</KeyValue></KeyInfo>`;
    const info = `<SignedInfo>${await referenceTo('bidSignedData', data)}${await referenceTo('bidKeyInfo', keyInfo)}</SignedInfo>`;
    const value = base64(new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, bytesOf(info))));
    const xml = `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">${info}<SignatureValue>${value}</SignatureValue>${keyInfo}<Object>${data}</Object></Signature>`;
    return {
      visibleText: start.visibleText,
      nonVisibleText,
      signature: base64OfText(xml),
      ocspResponse: base64OfText('simulated'),
      deviceIp: start.endUserIp,
      risk: 'low',
    };
  };
}

const signedData = (visible: string, nonVisible: string): string =>
  `<bankIdSignedData xmlns="http://www.bankid.com/signature/v1.0.0/types" Id="bidSignedData"><usrVisibleData charset="UTF-8" visible="wysiwys">${base64OfText(
    visible,
  )}</usrVisibleData><usrNonVisibleData>${base64OfText(nonVisible)}</usrNonVisibleData><clientInfo><funcId>Signing</funcId></clientInfo></bankIdSignedData>`;

async function referenceTo(id: string, text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)));
  return `<Reference URI="#${id}"><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>${base64(digest)}</DigestValue></Reference>`;
}
