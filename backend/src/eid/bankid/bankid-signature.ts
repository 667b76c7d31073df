import { XMLParser } from 'fast-xml-parser';
import { z } from '../../../../src/contract/schema.ts';
import { textOfBase64 } from '../base64-text.ts';

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, removeNSPrefix: true, processEntities: false, maxNestedTags: 20 });

const signatureSchema = z.object({
  Signature: z.object({
    Object: z.object({
      bankIdSignedData: z.object({
        usrVisibleData: z.optional(z.string()),
        usrNonVisibleData: z.optional(z.string()),
        clientInfo: z.object({ funcId: z.string() }),
      }),
    }),
  }),
});

/** What the citizen's app says that it has signed. */
export interface SignedData {
  visibleText: string;
  nonVisibleText: string;
  /** `Signing`, or `Identification`. */
  act: string;
}

/**
 * Reads a BankID signature (XML within base64). BankID has verified it before it answers; here it is only read, so that
 * what was signed can be held against what was sent. @throws when it is no such signature
 */
export function signedData(signature: string): SignedData {
  const xml = textOfBase64(signature);
  // A DTD can define entities, and no signature needs one.
  if (/<!DOCTYPE/i.test(xml)) throw new TypeError('a signature with a DTD');
  const { usrVisibleData = '', usrNonVisibleData = '', clientInfo } = signatureSchema.parse(parser.parse(xml, true)).Signature.Object.bankIdSignedData;
  return { visibleText: textOfBase64(usrVisibleData), nonVisibleText: textOfBase64(usrNonVisibleData), act: clientInfo.funcId };
}
