import type { PoolConfig } from 'pg';
import type { Deps } from '../deps.ts';
import { failureFields } from '../log.ts';
import { ownReceiver } from '../mail/case-receiver.ts';
import type { MailTransport } from '../mail/mail-transport.ts';
import { memoryMail } from '../mail/memory-mail.ts';
import { createOutbox } from '../mail/outbox.ts';
import { retain } from '../retention/retention.ts';
import { mailSettings } from './mail-settings.ts';
import { workOffJobs } from './postgres/jobs.ts';
import type { Environment } from './production-guard.ts';
import { smtpMail } from './smtp-mail.ts';

/** Starts what a server does beside answering calls. The answer stops it, and settles when what was under way is done. */
export function startWork(deps: Deps, connection: PoolConfig, env: Environment): Promise<() => Promise<void>> {
  const { store, log } = deps;
  const outbox = createOutbox({ ...deps, mail: mailBy(env, deps), receiver: ownReceiver(deps) });
  return workOffJobs(connection, { outbox, queued: () => store.signing.queued(), nightly: () => nightly(deps) }, log);
}

/** What fails is tried again by the job queue. */
async function nightly(deps: Deps): Promise<void> {
  try {
    await retain(deps, { dryRun: false });
  } catch (failure) {
    deps.log.error('retention-failed', failureFields(failure));
    throw failure;
  }
}

/** The way that the environment says; without one, outside of production, mails are kept instead of being sent. */
export function mailBy(env: Environment, { municipality, clock, log }: Pick<Deps, 'municipality' | 'clock' | 'log'>): MailTransport {
  const settings = mailSettings(env);
  if (settings) return smtpMail(settings, municipality.name);
  if (municipality.services.length > 0) log.warn('setting-missing', { warning: 'SMTP_URL and MAIL_FROM are not set, so no mail is sent.' });
  return memoryMail(clock);
}
