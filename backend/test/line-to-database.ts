import { createServer, connect } from 'node:net';
import type { Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The line between a server and its database, at a port that stays, for a test to break and to mend. */
export interface LineToDatabase {
  port: number;
  /** Leads to the database that listens on `port` from now on; to none at all when it is absent. */
  leadTo(port: number | undefined): void;
  /** Nothing that is sent arrives any more, and nobody is told. */
  hold(): void;
}

export async function lineToDatabase(): Promise<LineToDatabase> {
  let target: number | undefined;
  let held = false;
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    if (target === undefined) return near.resetAndDestroy();
    const far = connect(target, '127.0.0.1');
    for (const [end, other] of [[near, far], [far, near]] as const) {
      ends.add(end);
      end.on('data', (bytes) => held || other.write(bytes));
      end.on('error', () => other.destroy());
      end.on('close', () => (ends.delete(end), other.destroy()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    for (const end of ends) end.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    leadTo: (port) => void (target = port),
    hold: () => void (held = true),
  };
}
