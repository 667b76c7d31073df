import { describe, expect, it } from 'vitest';
import { apply, codeOf, signingWorld, startSigning } from '../signing/signing-world.ts';
import { testApp } from '../test-app.ts';

const eid = { id: 'mobile-eid', kind: 'embedded', label: { sv: 'E-legitimation' }, devices: ['same', 'other'], issuer: { name: { sv: 'Utfärdare' } }, driver: 'simulated' };
const offeredFor = (...purposes: string[]) => ({ eidProviders: [{ ...eid, purposes }] });

describe('an e-ID', () => {
  it('is refused for what the municipality does not offer it for', async () => {
    const { browser } = await testApp({ municipality: offeredFor('login', 'sign') });
    const order = { provider: 'mobile-eid', device: 'other' };
    expect(await codeOf(browser().post('eid/orders', { ...order, purpose: 'test' }))).toBe('provider-unknown');
    expect((await browser().post('eid/orders', { ...order, purpose: 'login' })).status).toBe(201);
  });

  it('is refused for signing where it is offered for logging in alone', async () => {
    const world = await signingWorld({ municipality: offeredFor('login', 'test') });
    const karin = await world.visit('karin');
    const { case: id } = await apply(karin);
    expect(await codeOf(startSigning(karin, id))).toBe('provider-unknown');
    expect(world.asked.map(({ purpose }) => purpose)).toEqual(['login']);
  });
});
