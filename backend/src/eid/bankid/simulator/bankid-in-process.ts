import type { Clock } from '../../../clock.ts';
import type { EmbeddedEidProvider } from '../../eid-provider.ts';
import { unknownSigner } from '../../simulated/unknown-signer.ts';
import { createBankId } from '../bankid.ts';
import { bankIdSimulatorApp, simulatorBase } from './bankid-simulator-app.ts';
import { BankIdSimulator } from './bankid-simulator.ts';

export interface BankIdInProcessOptions {
  id: string;
  clock: Clock;
  /** Who asks, as the app names them: the municipality. */
  relyingParty: string;
  /** Absolute address of the page that plays the app. */
  launchUrl: string;
  /** How a slow answer passes the time; milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

/** The real provider, and the simulator that it asks. */
export interface BankIdInProcess {
  provider: EmbeddedEidProvider;
  simulator: BankIdSimulator;
}

/** BankID's provider over a simulator in the same process, with no line between them: where there is no TLS, as in a browser's tab, or no need of it. */
export function bankIdInProcess({ id, launchUrl, ...options }: BankIdInProcessOptions): BankIdInProcess {
  const simulator = new BankIdSimulator({ ...options, signerOf: unknownSigner() });
  const app = bankIdSimulatorApp(simulator);
  // In the fragment, so that the token never reaches a server or its log.
  const launchAt = `${launchUrl}#autostarttoken=`;
  const provider = createBankId({
    id,
    clock: options.clock,
    // Nobody judges it here.
    domain: 'simulated.example',
    transport: async (path, json) => {
      const answer = await app.request(simulatorBase + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: json });
      return { status: answer.status, body: await answer.text(), rateLimitReset: answer.headers.get('RateLimit-Reset') ?? undefined };
    },
    launchAt: { mobile: launchAt, desktop: launchAt },
  });
  return { provider, simulator };
}
