import { describe, expect, it } from 'vitest';
import { inventedInstances, inventedParties, inventedPersons, inventedStatuses } from './invented-cases.ts';
import { simulatedCaseStatus } from '../../../src/cases/simulated-sources/simulated-case-status.ts';
import { simulatedOpenEPlatform } from '../../../src/cases/simulated-sources/simulated-open-eplatform.ts';

const platform = (production: boolean) => simulatedOpenEPlatform({ production, username: 'u', password: 'p', instances: inventedInstances });
const status = (production: boolean) =>
  simulatedCaseStatus({ production, clientId: 'u', clientSecret: 'p', municipalityId: '2281', parties: inventedParties, cases: inventedStatuses });
const login = { Authorization: `Basic ${btoa('u:p')}` };

describe.each([
  ['Open ePlatform', platform],
  ['case-status', status],
])('the simulated %s', (name, simulated) => {
  it('refuses to be made in production', () => {
    expect(() => simulated(true)).toThrow(`The simulated ${name} must not be used in production.`);
  });

  it('says what it is, on its first page and in every answer', async () => {
    const { app } = simulated(false);
    const page = await app.request('/');
    expect(await page.text()).toContain(`simulated ${name}`);
    for (const path of ['/', '/nothing', '/api/v1/getflows/json', '/token']) expect((await app.request(path)).headers.get('X-Simulated')).toBe(name);
  });

  it('says so also when it plays a fault', async () => {
    const { app, faults } = simulated(false);
    faults.script('server-error');
    const answer = await app.request('/');
    expect([answer.status, answer.headers.get('X-Simulated')]).toEqual([500, name]);
  });
});

describe('the simulated Open ePlatform', () => {
  it('answers nobody without a login', async () => {
    expect((await platform(false).app.request('/api/v1/getflows/json')).status).toBe(401);
  });

  it('writes ISO-8859-1, and says so twice', async () => {
    const answer = await platform(false).app.request(`/api/instanceapi/getinstances/owner/citizenidentifier/${inventedPersons.karin}?showStatus=true`, { headers: login });
    expect(answer.headers.get('Content-Type')).toBe('text/xml;charset=ISO-8859-1');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError);
    const text = new TextDecoder('iso-8859-1').decode(bytes);
    expect(text).toMatch(/^<\?xml version="1.0" encoding="ISO-8859-1"/);
    expect(text).toContain('<name>Väntar på komplettering</name>');
    expect(text).toContain('<added>2026-11-02 10:14</added>');
  });

  it('leaves the statuses out unless they are asked for, as the platform does', async () => {
    const answer = await platform(false).app.request(`/api/instanceapi/getinstances/owner/citizenidentifier/${inventedPersons.karin}`, { headers: login });
    expect(await answer.text()).not.toContain('<Status>');
  });
});

describe('the simulated case-status', () => {
  it('answers nobody without a token, and gives none without a login', async () => {
    const { app } = status(false);
    expect((await app.request(`/case-status/2281/party/${Object.values(inventedParties)[0]}/statuses`)).status).toBe(401);
    expect((await app.request('/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) })).status).toBe(401);
  });
});
