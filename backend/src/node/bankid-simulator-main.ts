import { join } from 'node:path';
import { runBankIdSimulator } from './run-bankid-simulator.ts';
import { defaultDataFolder } from './server.ts';

try {
  const { url, folder } = await runBankIdSimulator({ folder: join(process.env['DATA_DIR'] ?? defaultDataFolder, 'bankid-simulator'), port: Number(process.env['PORT'] ?? 8444), env: process.env });
  console.log(`BankID is simulated on ${url}, for who shows certificate.pem and key.pem and trusts authority.pem, all in ${folder}`);
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : 'The simulator could not start.');
  process.exitCode = 1;
}
