import { afterAll, beforeAll } from 'vitest';
import { createBankId } from '../../../src/eid/bankid/bankid.ts';
import { BankIdSimulator } from '../../../src/eid/bankid/simulator/bankid-simulator.ts';
import type { EmbeddedEidProvider } from '../../../src/eid/eid-provider.ts';
import { startBankIdSimulator } from '../../../src/node/bankid-simulator-server.ts';
import type { SimulatorServer } from '../../../src/node/bankid-simulator-server.ts';
import { mutualTls } from '../../../src/node/mutual-tls.ts';
import { makeSimulatorCertificates } from '../../../src/node/simulator-certificates.ts';
import type { SimulatorCertificates } from '../../../src/node/simulator-certificates.ts';
import { testClock } from '../../test-app.ts';
import type { TestClock } from '../../test-app.ts';

export interface SimulatedBankId {
  simulator: BankIdSimulator;
  provider: EmbeddedEidProvider;
  clock: TestClock;
  certificates: SimulatorCertificates;
  url: string;
  /** How long slow answers took, in milliseconds; no test waits for them. */
  waits: number[];
}

/** BankID's provider and the simulator, on a line where both show their certificates. A new pair for each call, all closed when the file is over. */
export function simulatedBankIds(): { arrange: (id?: string) => Promise<SimulatedBankId>; certificates: () => SimulatorCertificates } {
  let certificates: SimulatorCertificates;
  const servers: SimulatorServer[] = [];
  beforeAll(async () => {
    certificates = await makeSimulatorCertificates();
  });
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  return {
    certificates: () => certificates,
    async arrange(id = 'bankid') {
      const clock = testClock();
      const waits: number[] = [];
      const wait = async (milliseconds: number) => void waits.push(milliseconds);
      const simulator = new BankIdSimulator({ clock, relyingParty: 'Provköping', signerOf: certificates.signerOf, wait });
      const server = await startBankIdSimulator({ simulator, certificates, env: {} });
      servers.push(server);
      const { authority, client } = certificates;
      const provider = createBankId({ id, domain: 'kommun.test', clock, transport: mutualTls({ url: server.url, authority, ...client }) });
      return { simulator, provider, clock, certificates, url: server.url, waits };
    },
  };
}
