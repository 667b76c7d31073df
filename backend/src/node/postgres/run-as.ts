import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The account that PostgreSQL is run under. */
export interface RunAs {
  uid: number;
  gid: number;
}

const nobody: RunAs = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root; root hands it to `nobody`. Any other account runs it itself. */
export const accountForPostgres = (): RunAs | undefined => (process.getuid?.() === 0 ? nobody : undefined);

/** Makes the folder, if need be, and lets the other account pass through it, though not look around. */
export async function makeFolderFor(runAs: RunAs | undefined, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  if (runAs) await chmod(folder, (await stat(folder)).mode | 0o011);
}

/** Whether `nobody`, who owns nothing, can enter the folder or run the program at `path`, and enter every folder above. */
export async function canBeReachedByNobody(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
