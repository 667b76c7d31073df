import { mkdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLinks } from '../src/node/postgres/binary-links.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the PostgreSQL package whose install script did not run', () => {
  it('gets the links that it lacks, relative so that it can be moved, and keeps those that it has', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'native/lib/sub'), { recursive: true });
    await writeFile(join(root, 'native/lib/libpq.so.5.18'), 'library');
    const links = ['native/lib/libpq.so.5', 'native/lib/sub/libpq.so'].map((target) => ({ source: 'native/lib/libpq.so.5.18', target }));
    await writeFile(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));

    await makeLinks(root);
    await makeLinks(root);
    expect(await readlink(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await readFile(join(root, 'native/lib/sub/libpq.so'), 'utf8')).toBe('library');
  });

  it('needs nothing on platforms without such links', async () => {
    await expect(makeLinks(await temporaryFolder())).resolves.toBeUndefined();
  });
});
