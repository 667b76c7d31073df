import * as contract from '../../../src/contract/index.ts';
import { clientHeader } from '../../../src/contract/paths.ts';
import { z } from '../../../src/contract/schema.ts';
import { problemStatus } from '../http/problem.ts';
import { apiBase, operations } from './operations.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the API, made from the schemas that the backend parses with and the table of its operations. */
export function openApiDocument(version: string): Json {
  const { schemas, refTo } = namedSchemas();
  const pathItems: Record<string, Json> = {};
  for (const operation of operations) {
    pathItems[operation.path] = { ...pathItems[operation.path], [operation.method]: describe(operation, refTo) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'kommun-widgets',
      version,
      description: 'What the widgets ask of a municipality. Clients ignore members and codes that they do not know.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: apiBase }],
    paths: pathItems,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-kommun-session' },
        eid: { type: 'apiKey', in: 'cookie', name: '__Host-kommun-eid' },
      },
    },
  };
}

type RefTo = (schema: z.ZodMiniType) => Json;

/** Each `…Schema` that the contract exports becomes a component, named after it: `sessionSchema` is `Session`. */
function namedSchemas(): { schemas: Json; refTo: RefTo } {
  const registry = z.registry<{ id: string }>();
  for (const [name, value] of Object.entries(contract)) {
    if (!(value instanceof z.ZodMiniType)) continue;
    const id = name.replace(/Schema$/, '');
    registry.add(value, { id: id.charAt(0).toUpperCase() + id.slice(1) });
  }
  const address = (id: string) => `#/components/schemas/${id}`;
  // As input: answers may gain members, so only what is strict about its input says `additionalProperties: false`.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: address });
  const bare = Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema]);
  return {
    schemas: Object.fromEntries(bare),
    refTo(schema) {
      const id = registry.get(schema)?.id;
      if (id === undefined) throw new Error('Every body and answer has to be a schema that the contract exports.');
      return { $ref: address(id) };
    },
  };
}

function describe(operation: Operation, refTo: RefTo): Json {
  const parameters = [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)];
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(parameters.length > 0 && { parameters }),
    ...requestBodyOf(operation, refTo),
    responses: { ...answersOf(operation, refTo), ...problemsOf(operation, refTo), ...pagesOf(operation) },
    ...(operation.secret && { security: [{ [operation.secret]: [] }, {}] }),
  };
}

function requestBodyOf({ body, bytes }: Operation, refTo: RefTo): Json {
  if (body) return { requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } } };
  if (bytes !== undefined) return { requestBody: { required: true, content: { [bytes]: {} } } };
  return {};
}

const pathParameters = ({ path }: Operation): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

const queryParameters = ({ query }: Operation): Json[] =>
  Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return { name, in: 'query', required: false, schema: rest };
  });

const headerParameters = ({ method, headers = {} }: Operation): Json[] => [
  ...(method === 'get' ? [] : [{ name: clientHeader.name, in: 'header', required: true, schema: { const: clientHeader.value } }]),
  ...Object.entries(headers).map(([name, description]) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } })),
];

function answersOf({ answer }: Operation, refTo: RefTo): Json {
  const json = answer.schema && { content: { 'application/json': { schema: refTo(answer.schema) } } };
  const content = answer.file ? { content: { '*/*': {} } } : json;
  const unchanged = answer.cached && { 304: { description: 'As the ETag that was sent says.' } };
  return { [answer.status]: { description: 'As asked.', ...content }, ...unchanged };
}

const pagesOf = ({ pages = {} }: Operation): Json =>
  Object.fromEntries(Object.entries(pages).map(([status, description]) => [status, { description, content: { 'text/html': {} } }]));

function problemsOf({ problems, body }: Operation, refTo: RefTo): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of problems) {
    for (const status of statusesOf(code, body)) byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const answers = [...byStatus].map(([status, codes]) => {
    const schema = { allOf: [refTo(contract.problemSchema), { properties: { code: { enum: codes } } }] };
    const headers = status === 429 && { headers: { 'Retry-After': { schema: { type: 'integer' } } } };
    return [status, { description: codes.join(', '), ...headers, content: { 'application/problem+json': { schema } } }];
  });
  return Object.fromEntries(answers);
}

/** A body that is no JSON is 400 and one that is too large 413; the wrong shape of anything is the code's own 422. */
const statusesOf = (code: contract.ProblemCode, body: Operation['body']): number[] =>
  code === 'invalid-request' && body ? [400, 413, problemStatus[code]] : [problemStatus[code]];
