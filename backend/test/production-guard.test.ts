import { describe, expect, it } from 'vitest';
import { reasonsNotToStart, warningsAtStart } from '../src/node/production-guard.ts';
import { startServer } from '../src/node/server.ts';
import { recordingLog, testMunicipality } from './test-app.ts';

const simulated = testMunicipality();
const earnest = testMunicipality({ eidProviders: [] });
const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db.test/kommun' };

describe('a server in production', () => {
  it('does not start with a simulated e-ID', () => {
    expect(reasonsNotToStart(production, simulated)).toEqual([expect.stringContaining('mobile-eid, other-eid')]);
    expect(reasonsNotToStart(production, earnest)).toEqual([]);
  });

  it('does not start without a database of its own, unless that is said to be meant', () => {
    const without = { NODE_ENV: 'production' };
    expect(reasonsNotToStart(without, earnest)).toEqual([expect.stringContaining('DATABASE_URL')]);
    expect(reasonsNotToStart({ ...without, ALLOW_EMBEDDED_DB: 'yes' }, earnest)).toHaveLength(1);
    expect(reasonsNotToStart({ ...without, ALLOW_EMBEDDED_DB: '1' }, earnest)).toEqual([]);
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

describe('PGHOST', () => {
  it('is pointed out as unread when there is no DATABASE_URL', () => {
    expect(warningsAtStart({ PGHOST: 'db.test' })).toEqual([expect.stringContaining('PGHOST')]);
    expect(warningsAtStart({ PGHOST: 'db.test', DATABASE_URL: 'postgres://db.test' })).toEqual([]);
    expect(warningsAtStart({})).toEqual([]);
  });
});
