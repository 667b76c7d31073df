import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { systemClock } from '../clock.ts';
import { bankIdEnvironments } from '../eid/bankid/bankid-environments.ts';
import type { BankIdEnvironment } from '../eid/bankid/bankid-environments.ts';
import { createBankId } from '../eid/bankid/bankid.ts';
import type { EmbeddedEidProvider } from '../eid/eid-provider.ts';
import type { BankIdConfig } from '../municipality/eid-provider.config.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { mutualTls } from './mutual-tls.ts';

type Secret = (name: string) => string | undefined;

/** BankID as the municipality's file says, after `bankIdFaults` found nothing. `launchAt` starts the app where BankID is simulated. */
export function bankIdProvider(config: BankIdConfig, secret: Secret, launchAt: string): EmbeddedEidProvider {
  const { id, domain, certificate, key, passphrase, environment } = config;
  const line = { certificate: secret(certificate) ?? '', key: secret(key) ?? '', passphrase: passphrase && secret(passphrase) };
  return createBankId({
    id,
    domain,
    clock: systemClock,
    transport: mutualTls({ ...environmentOf(config, secret), ...line }),
    launchAt: environment === 'simulator' ? { mobile: launchAt, desktop: launchAt } : undefined,
  });
}

function environmentOf({ environment, simulator }: BankIdConfig, secret: Secret): BankIdEnvironment {
  if (environment !== 'simulator') return bankIdEnvironments[environment];
  return { url: simulator?.url ?? '', authority: secret(simulator?.authority ?? '') ?? '' };
}

/** What is wrong with how BankID is to be reached at `now`, in words for whoever starts the server; nothing of a secret is repeated. */
export function bankIdFaults({ eidProviders }: Municipality, secret: Secret, now: Date = new Date()): string[] {
  return eidProviders.flatMap((config, index) => {
    if (config.driver !== 'bankid') return [];
    const missing = missingSecrets(config, secret);
    const faults = missing.length > 0 ? missing : certificateFaults(config, secret, now);
    return faults.map((fault) => `eidProviders[${index}].${fault}`);
  });
}

/** The BankID providers in whose environment anybody can be anyone. */
export const unrealBankIds = ({ eidProviders }: Municipality): string[] =>
  eidProviders.filter((config) => config.driver === 'bankid' && config.environment !== 'production').map(({ id }) => id);

function missingSecrets({ certificate, key, passphrase, simulator }: BankIdConfig, secret: Secret): string[] {
  const named = { certificate, key, ...(passphrase && { passphrase }), ...(simulator && { 'simulator.authority': simulator.authority }) };
  return Object.entries(named).flatMap(([field, name]) => (secret(name) ? [] : [`${field} names ${name}, and there is nothing there`]));
}

function certificateFaults({ certificate: place, key: keyPlace, passphrase, simulator }: BankIdConfig, secret: Secret, now: Date): string[] {
  if (simulator && !certificateIn(secret(simulator.authority))) return [`simulator.authority names ${simulator.authority}, which is no certificate in PEM form`];
  const certificate = certificateIn(secret(place));
  if (!certificate) return [`certificate names ${place}, which is no certificate in PEM form`];
  const key = keyIn(secret(keyPlace), passphrase && secret(passphrase));
  if (!key) return [`key names ${keyPlace}, which is no private key in PEM form, or is locked with another "passphrase"`];
  if (!certificate.checkPrivateKey(key)) return [`key names ${keyPlace}, which belongs to another certificate than ${place}`];
  if (now >= new Date(certificate.validTo)) return [`certificate names ${place}, which was valid until ${dayOf(certificate.validTo)}: order a new one from the bank`];
  if (now < new Date(certificate.validFrom)) return [`certificate names ${place}, which is valid from ${dayOf(certificate.validFrom)}`];
  return [];
}

const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10);

function certificateIn(pem: string | undefined): X509Certificate | undefined {
  try {
    return new X509Certificate(pem ?? '');
  } catch {
    return undefined;
  }
}

function keyIn(pem: string | undefined, passphrase: string | undefined): KeyObject | undefined {
  try {
    return createPrivateKey({ key: pem ?? '', passphrase });
  } catch {
    return undefined;
  }
}
