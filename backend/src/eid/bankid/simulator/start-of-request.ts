import type { z } from '../../../../../src/contract/schema.ts';
import { textOfBase64 } from '../../base64-text.ts';
import type { EidStart } from '../../eid-provider.ts';
import type { authRequestSchema, phoneAuthRequestSchema, phoneSignRequestSchema, signRequestSchema } from '../bankid-api.ts';
import { invalidParameters } from './bankid-fault.ts';

export type OrderPath = '/auth' | '/sign' | '/phone/auth' | '/phone/sign';
type ByBrowser = z.infer<typeof authRequestSchema> | z.infer<typeof signRequestSchema>;
export type OrderRequest = ByBrowser | z.infer<typeof phoneAuthRequestSchema> | z.infer<typeof phoneSignRequestSchema>;

/** Whose order alone it is to be. */
export function onlyFor(request: OrderRequest): string | undefined {
  return 'personalNumber' in request ? request.personalNumber : (request as ByBrowser).requirement?.personalNumber;
}

/** What was asked, as the app's side keeps it. @throws BankIdFault when a text is not UTF-8 */
export function startOfRequest(path: OrderPath, request: OrderRequest): EidStart {
  const { userVisibleData = '', userVisibleDataFormat, userNonVisibleData } = request;
  const idNumber = onlyFor(request) ?? '';
  return {
    purpose: path.endsWith('/sign') ? 'sign' : 'login',
    // BankID is not told on which device the app is.
    device: 'other',
    endUserIp: 'endUserIp' in request ? request.endUserIp : '',
    visibleText: text(userVisibleData),
    visibleFormat: userVisibleDataFormat === 'simpleMarkdownV1' ? userVisibleDataFormat : undefined,
    // Nobody leaves a page for BankID.
    ticket: '',
    returnUrl: 'returnUrl' in request ? request.returnUrl : undefined,
    signing: userNonVisibleData === undefined ? undefined : { nonVisibleText: text(userNonVisibleData), idNumber },
  };
}

function text(base64: string): string {
  try {
    return textOfBase64(base64);
  } catch {
    throw invalidParameters('The data is not base64 of UTF-8');
  }
}
