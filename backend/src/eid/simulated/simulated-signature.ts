import { base64OfBytes, base64OfText } from '../base64-text.ts';
import type { EidStart } from '../eid-provider.ts';

/** Who signs, and with what. */
export interface Signer {
  privateKey: Parameters<typeof crypto.subtle.sign>[1];
  method: 'rsa-sha256' | 'ecdsa-sha256';
  /** What stands within `KeyInfo`, as XML. */
  keyInfo: string;
}

/** What is shown of the relying party, and of the device. */
export interface SignedSurroundings {
  relyingParty: string;
  uhi: string;
}

const signatureSpace = 'http://www.w3.org/2000/09/xmldsig#';
const dataSpace = 'http://www.bankid.com/signature/v1.0.0/types';
const canonical = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const algorithms = {
  'rsa-sha256': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  'ecdsa-sha256': { name: 'ECDSA', hash: 'SHA-256' },
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A signature of the form that BankID's have, as base64. Every piece is written in canonical form, so that its digest holds. */
export async function simulatedSignature(start: EidStart, surroundings: SignedSurroundings, { privateKey, method, keyInfo }: Signer): Promise<string> {
  const data = signedData(start, surroundings);
  const key = `<KeyInfo xmlns="${signatureSpace}" Id="bidKeyInfo">${keyInfo}</KeyInfo>`;
  const references = (await referenceTo('bidSignedData', data, `Type="${dataSpace}" `)) + (await referenceTo('bidKeyInfo', key));
  const signing = `<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#${method}"></SignatureMethod>`;
  const info = `<SignedInfo xmlns="${signatureSpace}"><CanonicalizationMethod Algorithm="${canonical}"></CanonicalizationMethod>${signing}${references}</SignedInfo>`;
  const value = base64OfBytes(new Uint8Array(await crypto.subtle.sign(algorithms[method], privateKey, bytesOf(info))));
  return base64OfText(`<Signature xmlns="${signatureSpace}">${info}<SignatureValue>${value}</SignatureValue>${key}<Object>${data}</Object></Signature>`);
}

function signedData({ purpose, visibleText, visibleFormat, signing }: EidStart, { relyingParty, uhi }: SignedSurroundings): string {
  const format = visibleFormat ? ` format="${visibleFormat}"` : '';
  const name = base64OfText(relyingParty);
  const visible = `<usrVisibleData charset="UTF-8"${format} visible="wysiwys">${base64OfText(visibleText)}</usrVisibleData>`;
  const nonVisible = signing ? `<usrNonVisibleData>${base64OfText(signing.nonVisibleText)}</usrNonVisibleData>` : '';
  const server = `<srvInfo><name>${name}</name><nonce>${base64OfBytes(crypto.getRandomValues(new Uint8Array(20)))}</nonce><displayName>${name}</displayName></srvInfo>`;
  const device = `<env><ai><type>SIMULATED</type><deviceInfo>${base64OfText('simulated')}</deviceInfo><uhi>${uhi}</uhi><uauth>pw</uauth></ai></env>`;
  const client = `<clientInfo><funcId>${purpose === 'sign' ? 'Signing' : 'Identification'}</funcId><version>${base64OfText('0')}</version>${device}</clientInfo>`;
  return `<bankIdSignedData xmlns="${dataSpace}" Id="bidSignedData">${visible}${nonVisible}${server}${client}</bankIdSignedData>`;
}

async function referenceTo(id: string, text: string, type = ''): Promise<string> {
  const digest = base64OfBytes(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))));
  const transforms = `<Transforms><Transform Algorithm="${canonical}"></Transform></Transforms>`;
  const method = '<DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>';
  return `<Reference ${type}URI="#${id}">${transforms}${method}<DigestValue>${digest}</DigestValue></Reference>`;
}
