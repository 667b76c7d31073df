import { missingSecrets } from '../cases/sources/create-sources.ts';
import type { Municipality } from '../municipality/municipality.ts';
import { bankIdFaults, unrealBankIds } from './bankid-settings.ts';
import { mailFaults, mailSettings } from './mail-settings.ts';
import { namedSecret } from './named-secret.ts';
import { oidcFaults } from './oidc-settings.ts';

/** The environment variables that say how the server is meant to run. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Why the server must not start as it is set up; empty when it may. */
export function reasonsNotToStart(env: Environment, municipality: Municipality): string[] {
  const secret = (name: string) => namedSecret(name, env);
  const production = env['NODE_ENV'] === 'production';
  const reasons = [...missingSecrets(municipality.cases.sources, secret), ...bankIdFaults(municipality, secret), ...oidcFaults(municipality, secret, production), ...mailFaults(env)];
  if (!production) return reasons;
  const simulated = municipality.eidProviders.filter(({ driver }) => driver === 'simulated').map(({ id }) => id);
  if (simulated.length > 0) {
    reasons.push(`Simulated e-ID lets anyone log in as anyone, so it is refused in production. Remove: ${simulated.join(', ')}`);
  }
  const unreal = unrealBankIds(municipality);
  if (unreal.length > 0) reasons.push(`In the test environment of BankID anyone can be anyone, so only "environment": "production" is allowed in production. Change: ${unreal.join(', ')}`);
  const invented = municipality.cases.sources.filter(({ kind }) => kind === 'simulated').map(({ id }) => id);
  if (invented.length > 0) reasons.push(`Simulated systems have invented cases, so they are refused in production. Remove: ${invented.join(', ')}`);
  if (municipality.services.length > 0 && Object.values(municipality.registers).includes('simulated')) {
    reasons.push('Simulated registers know invented families only, so e-services that ask them are refused in production. Remove "services", or reach the registers otherwise');
  }
  if (!env['DATABASE_URL'] && env['ALLOW_EMBEDDED_DB'] !== '1') {
    reasons.push('Production needs DATABASE_URL. To run on the PostgreSQL that the backend starts itself, set ALLOW_EMBEDDED_DB=1');
  }
  if (env['DATABASE_URL'] && !env['KOMMUN_SECRET']) {
    reasons.push('What is sealed in the database opens with one secret only, which has to outlive this computer. Production with DATABASE_URL needs KOMMUN_SECRET, for instance from: openssl rand -base64 32');
  }
  if (municipality.services.length > 0 && !mailSettings(env)) {
    reasons.push('Guardians are written to when they have something to sign. Production needs SMTP_URL (smtps://user:password@host) and MAIL_FROM');
  }
  return reasons;
}

/** What looks like a mistake, yet does not stop the start. */
export function warningsAtStart(env: Environment): string[] {
  return env['PGHOST'] && !env['DATABASE_URL']
    ? ['PGHOST is set but not read: set DATABASE_URL to use that server. A PostgreSQL of our own is started instead.']
    : [];
}
