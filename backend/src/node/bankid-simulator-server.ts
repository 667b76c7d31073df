import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { bankIdSimulatorApp, simulatorBase } from '../eid/bankid/simulator/bankid-simulator-app.ts';
import type { BankIdSimulator } from '../eid/bankid/simulator/bankid-simulator.ts';
import type { Environment } from './production-guard.ts';
import type { SimulatorCertificates } from './simulator-certificates.ts';

export interface SimulatorServerOptions {
  simulator: BankIdSimulator;
  certificates: Pick<SimulatorCertificates, 'authority' | 'server'>;
  env: Environment;
  /** Any unless stated. */
  port?: number | undefined;
  /** Whether who calls has to show a certificate of the same authority; true unless stated. */
  mutual?: boolean | undefined;
}

export interface SimulatorServer {
  /** What stands in the place of BankID's base address. */
  url: string;
  close(): Promise<void>;
}

/** Serves the simulator on this computer alone, over TLS. @throws when the settings are those of production */
export async function startBankIdSimulator({ simulator, certificates, env, port = 0, mutual = true }: SimulatorServerOptions): Promise<SimulatorServer> {
  if (env['NODE_ENV'] === 'production') throw new Error('The BankID simulator vouches for anybody, so it is refused in production.');
  const { authority, server: own } = certificates;
  const listener = getRequestListener(bankIdSimulatorApp(simulator).fetch);
  const server = createServer({ key: own.key, cert: own.certificate, ca: authority, requestCert: mutual, rejectUnauthorized: mutual, minVersion: 'TLSv1.2' }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}${simulatorBase}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
