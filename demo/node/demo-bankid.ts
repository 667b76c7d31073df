import { systemClock } from '../../backend/src/clock.ts';
import type { BankIdSimulator, BankIdSimulatorOptions } from '../../backend/src/eid/bankid/simulator/bankid-simulator.ts';
import { startBankIdSimulator } from '../../backend/src/node/bankid-simulator-server.ts';
import { makeSimulatorCertificates } from '../../backend/src/node/simulator-certificates.ts';
import type { Municipality } from '../../backend/src/municipality/municipality.ts';

/** BankID as the demo has it: a simulator that only this computer reaches, on a line where both ends show a certificate. */
export interface DemoBankId<Simulator = BankIdSimulator> {
  /** What stands in the place of BankID's base address. */
  url: string;
  /** What the certificates are that the demo's municipality file names. */
  env: { BANKID_CERTIFICATE: string; BANKID_KEY: string; BANKID_AUTHORITY: string };
  simulator: Simulator;
  close(): Promise<void>;
}

/** Makes certificates and starts the simulator that is made from them, on a port of its own. @throws when the settings are those of production */
export async function startDemoBankId<Simulator extends BankIdSimulator>(relyingParty: string, make: (options: BankIdSimulatorOptions) => Simulator): Promise<DemoBankId<Simulator>> {
  const certificates = await makeSimulatorCertificates();
  const { authority, client } = certificates;
  const simulator = make({ clock: systemClock, relyingParty, signerOf: certificates.signerOf });
  const { url, close } = await startBankIdSimulator({ simulator, certificates, env: process.env });
  const env = { BANKID_CERTIFICATE: client.certificate, BANKID_KEY: client.key, BANKID_AUTHORITY: authority };
  return { url, env, simulator, close };
}

/** The municipality with its BankID at `url`: the port is not known before the simulator has started. */
export function withBankIdAt(url: string, municipality: Municipality): Municipality {
  const eidProviders = municipality.eidProviders.map((eid) =>
    eid.driver === 'bankid' && eid.simulator ? { ...eid, simulator: { ...eid.simulator, url } } : eid);
  return { ...municipality, eidProviders };
}
