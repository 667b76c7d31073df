import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { BankIdSimulator } from '../eid/bankid/simulator/bankid-simulator.ts';
import { startBankIdSimulator } from './bankid-simulator-server.ts';
import type { SimulatorServer } from './bankid-simulator-server.ts';
import type { Environment } from './production-guard.ts';
import { makeSimulatorCertificates } from './simulator-certificates.ts';

export interface RunOptions {
  /** Where the certificates go that a relying party needs. */
  folder: string;
  port: number;
  env: Environment;
}

/** Makes an authority with certificates, and starts a simulator that trusts it. @throws with words for the person at the terminal */
export async function runBankIdSimulator({ folder, port, env }: RunOptions): Promise<SimulatorServer & { folder: string }> {
  const certificates = await makeSimulatorCertificates();
  const simulator = new BankIdSimulator({ clock: systemClock, relyingParty: 'Testkommunen', signerOf: certificates.signerOf });
  const server = await startBankIdSimulator({ simulator, certificates, env, port });
  mkdirSync(folder, { recursive: true });
  const { authority, client } = certificates;
  for (const [name, pem] of Object.entries({ authority, certificate: client.certificate, key: client.key })) {
    writeFileSync(join(folder, `${name}.pem`), pem, { mode: 0o600 });
  }
  return { ...server, folder };
}
