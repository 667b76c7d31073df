import type { Context, Hono } from 'hono';
import { Faults } from './faults.ts';
import { base64, simulation, tinyPdf } from './simulation.ts';
import { swedishWallClock } from './swedish-wall-clock.ts';

/** A case as case-status gathers it. */
export interface SimulatedStatus {
  /** Personal number of whose case it is. */
  owner: string;
  caseId: string;
  externalCaseId?: string;
  caseType: string;
  status: string;
  externalStatus?: string;
  submitted: Date;
  changed: Date;
  system: string;
  namespace?: string;
  errandNumber?: string;
  hasPdf?: boolean;
}

export interface SimulatedCaseStatusOptions {
  production: boolean;
  clientId: string;
  clientSecret: string;
  municipalityId: string;
  /** The party register's ids, by personal number. */
  parties: Readonly<Record<string, string>>;
  cases: readonly SimulatedStatus[];
  /** Seconds that a token is said to last. */
  tokenLasts?: number;
}

export interface SimulatedCaseStatus {
  app: Hono;
  faults: Faults;
  /** Ends every token that has been given out. */
  forgetTokens(): void;
}

const manyRows = 10_000;

/** A gateway with a token service at `/token`, the party register under `/party` and case-status under `/case-status`, with invented cases. @throws when `production` is true */
export function simulatedCaseStatus(options: SimulatedCaseStatusOptions): SimulatedCaseStatus {
  const { clientId, clientSecret, municipalityId, parties, cases, tokenLasts = 3600 } = options;
  const faults = new Faults();
  const app = simulation('case-status', { production: options.production, faults });
  const login = `Basic ${base64(`${clientId}:${clientSecret}`)}`;
  const tokens = new Set<string>();

  app.post('/token', async (c) => {
    const form = await c.req.parseBody();
    if (c.req.header('Authorization') !== login || form['grant_type'] !== 'client_credentials') return c.json({ error: 'invalid_client' }, 401);
    const token = crypto.randomUUID();
    tokens.add(token);
    return c.json({ access_token: token, token_type: 'Bearer', scope: 'am_application_scope default', expires_in: tokenLasts });
  });

  for (const service of ['/party/*', '/case-status/*']) {
    app.use(service, async (c, next) => (tokens.has(c.req.header('Authorization')?.replace('Bearer ', '') ?? '') ? next() : c.json({ code: '900901' }, 401)));
  }

  app.get(`/party/${municipalityId}/PRIVATE/:idNumber/partyId`, (c) => {
    const id = parties[c.req.param('idNumber')];
    return id ? c.text(id) : notFound(c);
  });
  app.get(`/case-status/${municipalityId}/party/:partyId/statuses`, (c) => {
    const own = cases.filter(({ owner }) => parties[owner] === c.req.param('partyId'));
    const shown = c.req.query('includeDrafts') === 'true' ? own : own.filter(({ status }) => status !== 'Sparat ärende');
    return c.body(JSON.stringify(spoiltRows(shown.map(rowOf), faults.at(c.req.path))), 200, { 'Content-Type': 'application/json' });
  });
  app.get(`/case-status/${municipalityId}/:externalCaseId/pdf`, (c) => {
    const known = cases.find(({ externalCaseId, hasPdf }) => hasPdf && externalCaseId === c.req.param('externalCaseId'));
    if (!known) return notFound(c);
    return c.json({ externalCaseId: known.externalCaseId, base64: base64(tinyPdf(`ärende ${known.caseId}`)) });
  });
  return { app, faults, forgetTokens: () => tokens.clear() };
}

type Row = Record<string, string | undefined>;

function rowOf({ submitted, changed, owner: _owner, hasPdf: _hasPdf, ...fields }: SimulatedStatus): Row {
  return { ...fields, firstSubmitted: swedishWallClock(submitted), lastStatusChange: swedishWallClock(changed) };
}

function spoiltRows(rows: readonly Row[], fault: string | undefined): readonly Row[] {
  const [first] = rows;
  switch (fault) {
    case 'many-rows':
      return Array.from({ length: first ? manyRows : 0 }, (_, index) => ({ ...first, caseId: String(100_000 + index) }));
    case 'unknown-status':
      return rows.map((row) => ({ ...row, status: 'Hos nämnden', externalStatus: undefined }));
    case 'missing-fields':
      return rows.map((row, index) => (index === 0 ? { status: row['status'] } : row));
    default:
      return rows;
  }
}

function notFound(c: Context): Response {
  return c.body(JSON.stringify({ title: 'Not Found', status: 404 }), 404, { 'Content-Type': 'application/problem+json' });
}
