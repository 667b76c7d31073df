import { EidProviderError } from '../eid-provider.ts';
import type { EidEvidence, EidIdentity, EidProgress, EidStart } from '../eid-provider.ts';
import { idTypeOf } from '../identity-number.ts';
import type { CompletionData } from './bankid-api.ts';
import { signedData } from './bankid-signature.ts';
import type { SignedData } from './bankid-signature.ts';

/** The level that Digg has approved BankID at. */
const loa = 'http://id.elegnamnden.se/loa/1.0/loa3';

/** Of which order the result is, and when it was read. */
export interface ResultOf {
  provider: string;
  purpose: EidStart['purpose'];
  orderRef: string;
  at: Date;
}

/** A finished order as the order service knows it. @throws EidProviderError when the person or the signature cannot be read */
export function bankIdResult(data: CompletionData, of: ResultOf): EidProgress & { status: 'complete' } {
  const { device, risk } = data;
  return {
    status: 'complete',
    identity: identityOf(data.user, of),
    signals: { ...(device?.ipAddress !== undefined && { deviceIp: device.ipAddress }), ...(risk !== undefined && { risk }) },
    ...(of.purpose === 'sign' && { evidence: evidenceOf(data, of) }),
  };
}

function identityOf({ personalNumber, givenName, surname, name }: CompletionData['user'], { provider, at }: ResultOf): EidIdentity {
  const idType = idTypeOf(personalNumber);
  if (!idType) throw new EidProviderError('rejected', { reason: 'a personal number that is none' });
  return {
    provider,
    subjectId: personalNumber,
    idType,
    idNumber: personalNumber,
    givenName,
    familyName: surname,
    displayName: name,
    loa,
    authenticatedAt: at.toISOString(),
  };
}

function evidenceOf(data: CompletionData, { orderRef }: ResultOf): EidEvidence {
  const { signature = '', ocspResponse, device, risk, bankIdIssueDate } = data;
  const { visibleText, nonVisibleText, act } = read(signature);
  if (act !== 'Signing') throw new EidProviderError('rejected', { reason: 'a signature that only identifies' });
  return {
    visibleText,
    nonVisibleText,
    signature,
    transactionId: orderRef,
    ...(ocspResponse !== undefined && { ocspResponse }),
    ...(device?.ipAddress !== undefined && { deviceIp: device.ipAddress }),
    ...(device?.uhi !== undefined && { deviceId: device.uhi }),
    ...(bankIdIssueDate !== undefined && { issuedOn: bankIdIssueDate }),
    ...(risk !== undefined && { risk }),
  };
}

function read(signature: string): SignedData {
  try {
    return signedData(signature);
  } catch (cause) {
    throw new EidProviderError('rejected', { cause, reason: 'a signature that cannot be read' });
  }
}
