import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedSecret } from '../src/node/named-secret.ts';
import { reasonsNotToStart, warningsAtStart } from '../src/node/production-guard.ts';
import { startServer } from '../src/node/server.ts';
import { withServices } from './signing/e-services.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { recordingLog, testMunicipality } from './test-app.ts';

const simulated = testMunicipality();
const earnest = testMunicipality({ eidProviders: [] });
const mail = { SMTP_URL: 'smtps://mail.test', MAIL_FROM: 'no-reply@kommun.test' };
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db.test/kommun', KOMMUN_SECRET: 'k'.repeat(32), ...mail };

describe('a server in production', () => {
  it('does not start with a simulated e-ID', () => {
    expect(reasonsNotToStart(production, simulated)).toEqual([expect.stringContaining('mobile-eid, other-eid')]);
    expect(reasonsNotToStart(production, earnest)).toEqual([]);
  });

  it('does not start with a simulated system that has cases', () => {
    const sources = [{ kind: 'simulated', id: 'prov', name: 'Provsystemet', plays: 'open-eplatform' }];
    const municipality = testMunicipality({ eidProviders: [], cases: { sources } });
    expect(reasonsNotToStart(production, municipality)).toEqual([expect.stringContaining('prov')]);
    expect(reasonsNotToStart({}, municipality)).toEqual([]);
  });

  it('does not start with e-services about children and registers that are simulated', () => {
    const municipality = testMunicipality({ eidProviders: [], ...withServices });
    expect(reasonsNotToStart(production, municipality)).toEqual([expect.stringContaining('Simulated registers')]);
    expect(reasonsNotToStart({}, municipality)).toEqual([]);
  });

  it('does not start without a database of its own, unless that is said to be meant', () => {
    const without = { NODE_ENV: 'production' };
    expect(reasonsNotToStart(without, earnest)).toEqual([expect.stringContaining('DATABASE_URL')]);
    expect(reasonsNotToStart({ ...without, ALLOW_EMBEDDED_DB: 'yes' }, earnest)).toHaveLength(1);
    expect(reasonsNotToStart({ ...without, ALLOW_EMBEDDED_DB: '1' }, earnest)).toEqual([]);
  });

  it('does not start on a database without the secret that opens what is sealed in it', () => {
    expect(reasonsNotToStart({ ...production, KOMMUN_SECRET: undefined }, earnest)).toEqual([expect.stringContaining('KOMMUN_SECRET')]);
    expect(reasonsNotToStart({ NODE_ENV: 'production', ALLOW_EMBEDDED_DB: '1' }, earnest)).toEqual([]);
  });

  it('gives its reasons before it has started anything', async () => {
    const municipalityFile = new URL('../municipality.json', import.meta.url).pathname;
    const start = startServer({ municipalityFile, port: 0, env: { NODE_ENV: 'production' }, log: recordingLog([]) });
    await expect(start).rejects.toThrow(/Simulated e-ID[^]*DATABASE_URL/);
  });
});

describe('any other server', () => {
  it('starts with both', () => {
    expect(reasonsNotToStart({}, simulated)).toEqual([]);
    expect(reasonsNotToStart({ NODE_ENV: 'development' }, simulated)).toEqual([]);
  });
});

describe('a secret that the municipality’s file names', () => {
  const municipality = testMunicipality({
    eidProviders: [],
    cases: { sources: [{ kind: 'open-eplatform', id: 'oep', name: 'E-tjänster', url: 'https://oep.test', username: 'env:OEP_USER', password: 'file:/run/secrets/oep' }] },
  });

  it.each([{}, production])('hinders every start when it is not there', (env) => {
    expect(reasonsNotToStart({ ...env, OEP_USER: 'kommun' }, municipality)).toEqual([
      'cases.sources[0].password names file:/run/secrets/oep, and there is nothing there',
    ]);
  });

  it('is read from the environment, or from a file without the line break at its end', async () => {
    const file = join(await temporaryFolder(), 'secret');
    await writeFile(file, 'lösen ord \n');
    expect(namedSecret(`file:${file}`, {})).toBe('lösen ord ');
    expect(namedSecret('env:A', { A: 'b' })).toBe('b');
    await writeFile(file, '\n');
    for (const name of [`file:${file}`, 'file:/nowhere/secret', 'env:B', 'env:EMPTY', 'A']) expect(namedSecret(name, { A: 'b', EMPTY: '' })).toBeUndefined();
  });
});

describe('PGHOST', () => {
  it('is pointed out as unread when there is no DATABASE_URL', () => {
    expect(warningsAtStart({ PGHOST: 'db.test' })).toEqual([expect.stringContaining('PGHOST')]);
    expect(warningsAtStart({ PGHOST: 'db.test', DATABASE_URL: 'postgres://db.test' })).toEqual([]);
    expect(warningsAtStart({})).toEqual([]);
  });
});
