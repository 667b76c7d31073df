import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bankIdEnvironments } from '../../../src/eid/bankid/bankid-environments.ts';

describe('the environments of BankID', () => {
  it.each([
    ['production', 'BankID SSL Root CA v1', 'https://appapi2.bankid.com/rp/v6.0', 'E6:A2:D4:5C:0A:10:51:C9:59:42:86:49:F8:6A:09:A9:B2:15:2C:D5:51:99:3C:C2:EB:4C:F0:94:BD:AC:BE:CB'],
    ['test', 'Test BankID SSL Root CA v1 Test', 'https://appapi2.test.bankid.com/rp/v6.0', 'F3:D0:74:0E:BF:B3:70:0E:3B:81:AA:79:1F:EE:45:14:72:69:8C:84:E1:99:C2:EB:48:A4:43:FF:1D:5B:40:5C'],
  ] as const)('have an authority of their own: %s', (name, authority, url, fingerprint) => {
    const environment = bankIdEnvironments[name];
    const certificate = new X509Certificate(environment.authority);
    expect(environment.url).toBe(url);
    expect(certificate.subject.split('\n').at(-1)).toBe(`CN=${authority}`);
    expect(certificate.fingerprint256).toBe(fingerprint);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.validTo).toContain('2034');
  });
});
