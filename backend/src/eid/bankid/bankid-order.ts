import { base64OfText } from '../base64-text.ts';
import type { EidBrowser, EidStart } from '../eid-provider.ts';
import { plainAddress } from '../plain-address.ts';
import type { BankIdOrderRequest } from './bankid-api.ts';
import { bankIdReturn } from './bankid-return.ts';

const longestUserAgent = 256;

/** The call that starts the order: logging in and testing identify, signing signs. */
export function bankIdOrder(start: EidStart, domain: string): { path: '/auth' | '/sign'; request: BankIdOrderRequest } {
  const { purpose, signing } = start;
  // The app is on another device after a scan, and has no browser to go back to.
  const returnUrl = start.device === 'same' ? bankIdReturn(start.returnUrl, start.browser?.userAgent) : undefined;
  return {
    path: purpose === 'sign' ? '/sign' : '/auth',
    request: {
      endUserIp: plainAddress(start.endUserIp),
      userVisibleData: base64OfText(start.visibleText),
      ...(start.visibleFormat && { userVisibleDataFormat: start.visibleFormat }),
      ...(signing && { userNonVisibleData: base64OfText(signing.nonVisibleText), requirement: { personalNumber: signing.idNumber } }),
      ...(returnUrl !== undefined && { returnUrl }),
      returnRisk: true,
      ...(start.browser && { web: webOf(start.browser, domain) }),
    },
  };
}

function webOf({ deviceId, userAgent }: EidBrowser, domain: string) {
  return { deviceIdentifier: deviceId, referringDomain: domain, userAgent: userAgent.slice(0, longestUserAgent) };
}
