// The library below looks its parts up by what this keeps.
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import type { Signer } from '../eid/simulated/simulated-signature.ts';
import type { TestPerson } from '../eid/simulated/test-persons.ts';

/** PEM. */
export interface KeyAndCertificate {
  key: string;
  certificate: string;
}

/** Everything that a BankID simulator and its relying party show each other, under an authority that nobody else trusts. */
export interface SimulatorCertificates {
  /** PEM. */
  authority: string;
  /** For `localhost` and `127.0.0.1`. */
  server: KeyAndCertificate;
  /** The relying party's. */
  client: KeyAndCertificate;
  /** The persons' own. */
  signerOf(person: TestPerson): Promise<Signer>;
}

const elliptic = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 } as const;
const validFor = 365 * 24 * 60 * 60 * 1000;
/** The attribute of a name that BankID has the personal number in. */
const serialNumber = '2.5.4.5';
const anHour = 60 * 60 * 1000;

type Keys = Awaited<ReturnType<typeof ellipticKeys>>;
type Issuer = { certificate: x509.X509Certificate; keys: Keys };

const ellipticKeys = () => crypto.subtle.generateKey(elliptic, true, ['sign', 'verify']);
const rsaKeys = () => crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
// From an hour ago, for a clock that is a little behind.
const validity = () => ({ notBefore: new Date(Date.now() - anHour), notAfter: new Date(Date.now() + validFor) });

/** Makes them anew: an authority of its own for each simulator. */
export async function makeSimulatorCertificates(): Promise<SimulatorCertificates> {
  const root = await rootAuthority('CN=Simulated BankID Root CA');
  const issuer = await issuedBy(root, 'CN=Simulated Bank CA', [new x509.BasicConstraintsExtension(true, 0, true)]);
  const names = new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }, { type: 'ip', value: '127.0.0.1' }]);
  return {
    authority: pemOf(root.certificate),
    server: await pem(await issuedBy(root, 'CN=localhost', [names, new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])])),
    client: await pem(await issuedBy(root, 'CN=Simulated municipality', [new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])])),
    signerOf: personSigners(issuer),
  };
}

async function rootAuthority(name: string): Promise<Issuer> {
  const keys = await ellipticKeys();
  const extensions = [new x509.BasicConstraintsExtension(true, undefined, true)];
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({ name, keys, signingAlgorithm: elliptic, extensions, ...validity() });
  return { certificate, keys };
}

async function issuedBy(issuer: Issuer, subject: x509.JsonName | string, extensions: x509.Extension[], keys?: Keys): Promise<Issuer> {
  const own = keys ?? (await ellipticKeys());
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer.certificate.subject,
    publicKey: own.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: elliptic,
    extensions,
    ...validity(),
  });
  return { certificate, keys: own };
}

// With a line break at its end, so that one can be put after another.
const pemOf = (certificate: x509.X509Certificate): string => `${certificate.toString('pem')}\n`;

async function pem({ certificate, keys }: Issuer): Promise<KeyAndCertificate> {
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { key: x509.PemConverter.encode(key, 'PRIVATE KEY'), certificate: pemOf(certificate) };
}

/** One key for all persons, since making one takes long, and a certificate for each. */
function personSigners(issuer: Issuer): SimulatorCertificates['signerOf'] {
  let keys: ReturnType<typeof rsaKeys> | undefined;
  return async ({ number, givenName, familyName }) => {
    keys ??= rsaKeys();
    const subject = [{ [serialNumber]: [number] }, { CN: [`${givenName} ${familyName}`] }];
    const { certificate } = await issuedBy(issuer, subject, [], await keys);
    const chain = [certificate, issuer.certificate].map((each) => `<X509Certificate>${each.toString('base64')}</X509Certificate>`);
    return { privateKey: (await keys).privateKey, method: 'rsa-sha256', keyInfo: `<X509Data>${chain.join('')}</X509Data>` };
  };
}
