import type { Context, Hono } from 'hono';
import { answerCallback, isOwner } from './open-eplatform-callback.ts';
import { Faults, latin1 } from './faults.ts';
import { escapeXml, instanceHeaderXml, instancesXml, messagesXml, statusXml } from './open-eplatform-xml.ts';
import type { SimulatedInstance } from './open-eplatform-xml.ts';
import { base64, simulation, tinyPdf } from './simulation.ts';

export interface SimulatedOpenEPlatformOptions {
  production: boolean;
  username: string;
  password: string;
  instances: readonly SimulatedInstance[];
}

export interface SimulatedOpenEPlatform {
  app: Hono;
  faults: Faults;
}

const prolog = '<?xml version="1.0" encoding="ISO-8859-1" standalone="no"?>\n';
const manyRows = 10_000;

/** An Open ePlatform as its integration interface answers, with invented cases. @throws when `production` is true */
export function simulatedOpenEPlatform({ production, username, password, instances: given }: SimulatedOpenEPlatformOptions): SimulatedOpenEPlatform {
  const instances = given.map((one) => ({ ...one, messages: [...(one.messages ?? [])] }));
  const faults = new Faults();
  const app = simulation('Open ePlatform', { production, faults });
  const expected = `Basic ${base64(`${username}:${password}`)}`;

  app.use('/api/*', async (c, next) => {
    if (c.req.header('Authorization') === expected) return next();
    return c.body('', 401, { 'WWW-Authenticate': 'Basic realm="API"' });
  });

  const instance = (c: Context) => instances.find(({ id }) => id === c.req.param('id'));
  const found = (c: Context, body: (instance: SimulatedInstance) => string) => {
    const known = instance(c);
    return known ? xml(c, body(known)) : c.body('', 404);
  };
  const listed = (c: Context, rows: SimulatedInstance[]) => listAnswer(c, rows, faults);
  const person = (c: Context) => c.req.param('idNumber') ?? '';

  app.get('/api/instanceapi/getinstances/owner/citizenidentifier/:idNumber/:status?', (c) =>
    listed(c, instances.filter((one) => isOwner(one, person(c)) && one.submitted)),
  );
  app.get('/api/multisigninstanceapi/getwaitinginstances/citizenidentifier/:idNumber/:status?', (c) =>
    listed(c, instances.filter(({ waitsFor }) => waitsFor === person(c))),
  );
  app.get('/api/unsubmittedinstanceapi/getinstances/owner/citizenidentifier/:idNumber', (c) =>
    listed(c, instances.filter(({ owner, submitted }) => owner === person(c) && !submitted)),
  );
  app.get('/api/instanceapi/getstatus/:id', (c) => found(c, statusXml));
  app.get('/api/instanceapi/getinstance/:id/xml', (c) => found(c, instanceHeaderXml));
  app.get('/api/instanceapi/getinstance/:id/pdf', (c) => {
    const known = instance(c);
    return known?.submitted ? c.body(tinyPdf(`ärende ${known.id}`), 200, { 'Content-Type': 'application/pdf' }) : c.body('', 404);
  });
  app.get('/api/messageapi/getmessages/flowinstance/:id', (c) => found(c, messagesXml));
  app.get('/api/messageapi/getattachment/:id', (c) => {
    const file = instances.flatMap(({ messages = [] }) => messages.flatMap(({ files = [] }) => files)).find(({ id }) => id === c.req.param('id'));
    return file ? c.body(file.bytes ?? tinyPdf(file.fileName), 200, { 'Content-Type': 'application/octet-stream' }) : c.body('', 404);
  });
  app.get('/api/v1/getflows/json', (c) => {
    const flows = new Map(instances.filter(({ isRetired }) => !isRetired).map(({ familyId, flowName }) => [familyId, flowName]));
    const body = { Flows: Array.from(flows, ([family, Name]) => ({ ID: Number(family) + 1000, FlowFamilyID: Number(family), Name, Enabled: true })) };
    return c.body(latin1(JSON.stringify(body)), 200, { 'Content-Type': 'application/json;charset=ISO-8859-1' });
  });
  app.post('/api/callback', async (c) => {
    const { status, body } = answerCallback(instances, await c.req.text());
    return xml(c, body, status);
  });
  return { app, faults };
}

function xml(c: Context, body: string, status: 200 | 500 = 200): Response {
  return c.body(latin1(prolog + body), status, { 'Content-Type': 'text/xml;charset=ISO-8859-1' });
}

function listAnswer(c: Context, rows: readonly SimulatedInstance[], faults: Faults): Response {
  const [first] = rows;
  if (!first) return c.body('', 404);
  switch (faults.at(c.req.path)) {
    case 'many-rows':
      return xml(c, instancesXml(Array.from({ length: manyRows }, (_, index) => ({ ...first, id: String(100_000 + index) }))));
    case 'unknown-status':
      return xml(c, instancesXml(rows.map((row) => ({ ...row, status: { name: 'Hos nämnden', contentType: 'AT_THE_BOARD' } }))));
    case 'missing-fields':
      return xml(c, instancesXml(rows).replace(/<flowInstanceID>\d+<\/flowInstanceID>/, ''));
    case 'entity-bomb':
      return xml(c, bomb(instancesXml(rows.map((row) => ({ ...row, status: { name: 'BOMB', contentType: 'SUBMITTED' } })))));
    default:
      return xml(c, instancesXml(c.req.query('showStatus') === 'true' ? rows : rows.map((row) => ({ ...row, hidesStatus: true }))));
  }
}

/** Ten entities, each ten of the one before. */
function bomb(body: string): string {
  const entities = Array.from({ length: 10 }, (_, level) => `<!ENTITY l${level} "${level === 0 ? escapeXml('ha') : `&l${level - 1};`.repeat(10)}">`);
  return `<!DOCTYPE FlowInstances [${entities.join('')}]>${body.replaceAll('BOMB', '&l9;')}`;
}
