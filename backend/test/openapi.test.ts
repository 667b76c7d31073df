import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { problemCodes } from '../../src/contract/problem.ts';
import { z } from '../../src/contract/schema.ts';
import { openApiDocument } from '../src/openapi/document.ts';
import { apiBase, operations } from '../src/openapi/operations.ts';
import { testApp } from './test-app.ts';

const fileAt = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(fileAt('../../package.json'), 'utf8')));
const committed = JSON.parse(readFileSync(fileAt('../openapi.json'), 'utf8'));

describe('openapi.json', () => {
  it('is what "npm run openapi" writes now', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument(version))));
  });

  it('describes the routes of the app, each of them and no others', async () => {
    const { app } = await testApp();
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith(apiBase))
      .map(({ method, path }) => `${method} ${path.slice(apiBase.length).replaceAll(/:(\w+)/g, '{$1}')}`);
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect([...new Set(routes)].sort()).toEqual(described.sort());
  });

  it('demands every body, and says which problems each call can end in', () => {
    const calls = Object.values<Record<string, Record<string, unknown>>>(committed.paths).flatMap((item) => Object.values(item));
    expect(calls).toHaveLength(operations.length);
    for (const { responses } of calls) expect(JSON.stringify(responses)).toMatch(/"internal-error"|text\/html/);
    const withBody = calls.filter(({ requestBody }) => requestBody !== undefined);
    expect(withBody).toHaveLength(15);
    for (const { requestBody, responses } of withBody) {
      expect(requestBody).toMatchObject({ required: true });
      if (!JSON.stringify(requestBody).includes('application/json')) continue;
      expect(Object.keys(responses ?? {})).toEqual(expect.arrayContaining(['400', '413', '415', '422']));
    }
  });

  it('names no problem code that the contract does not have', () => {
    const named = new Set(operations.flatMap(({ problems }) => problems));
    expect(problemCodes).toEqual(expect.arrayContaining([...named]));
  });

  it('refers only to schemas that it holds, is strict about input and open about answers', () => {
    const { schemas } = committed.components;
    const references = [...JSON.stringify(committed).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, id]) => id);
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(references));
    expect(schemas.SessionRequest.additionalProperties).toBe(false);
    expect(schemas.PortalConfig).not.toHaveProperty('additionalProperties');
    expect(schemas.EidOrder).not.toHaveProperty('additionalProperties');
  });
});

describe('the app', () => {
  it('imports nothing that a browser does not have', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const code = readFileSync(file, 'utf8');
      for (const [, name = ''] of code.matchAll(/^(?:import|export)(?! type )(?: [^;]*? from)? '([^']+)'/gm)) {
        if (name.startsWith('.')) visit(resolve(dirname(file), name));
        else packages.add(name);
      }
    };
    visit(fileAt('../src/app.ts'));
    for (const file of ['../src/store/memory-store.ts', '../src/secrets/seal.ts', '../src/http/rate-limit.ts']) visit(fileAt(file));
    expect([...packages].filter((name) => !/^(hono(\/.*)?|@noble\/hashes\/.*|zod\/mini|fflate)$/.test(name))).toEqual([]);
    expect([...seen].filter((file) => file.includes('/node/'))).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });
});
