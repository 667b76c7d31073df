import { describe, expect, it, vi } from 'vitest';
import { pinoLog } from '../../src/node/pino-log.ts';
import { operations } from '../../src/openapi/operations.ts';
import type { Operation } from '../../src/openapi/operation.ts';
import { createSigningKeeper } from '../../src/signing/signing-keeper.ts';
import { answers, person } from './persons.ts';
import { apply, approvedSigning, codeOf, linksTo, sendSignature, sign, signingOf, signingWorld } from './signing-world.ts';
import type { Signer } from './signing-world.ts';

// The receipt is there only when all have signed.
const calls = operations.filter(({ path }) => /^\/cases\/\{id\}\/(signing|application)/.test(path) && !path.endsWith('/receipt'));

/** A case that Karin has applied for, what to ask of it, and who has nothing to do with it. */
async function world() {
  const all = await signingWorld();
  const yesterday = await all.visit('karin');
  const { case: id } = await apply(yesterday);
  const party = (await signingOf(yesterday, id)).parties[1]?.id ?? '';
  await yesterday.page.put(`cases/${id}/signing/parties/${party}/contact`, { email: 'erik@kommun.test' });
  all.clock.forward(90_000);
  const [karin, maria] = [await all.visit('karin'), await all.visit('maria')];
  const orderId = await approvedSigning(all, karin, id);
  const bodies: Record<string, unknown> = {
    changeApplication: { answers: { ...answers, other: 'Nytt' }, version: 1 },
    startSigningOrder: { provider: 'mobile-eid', device: 'other', version: 1 },
    takeInSignature: { orderId },
    stateContact: { email: 'annan@kommun.test' },
  };
  async function callAs({ page }: Signer, { id: name, method, path }: Operation, caseId: string) {
    const answer = await page.send(method.toUpperCase(), path.slice(1).replace('{id}', caseId).replace('{party}', party), {
      headers: { Origin: 'https://kommun.test', 'X-Widget-Client': '1', 'Content-Type': 'application/json' },
      ...(method !== 'get' && { body: JSON.stringify(bodies[name] ?? {}) }),
    });
    // The one thing that differs by nature: what to quote to the service centre.
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: (await answer.text()).replace(/"traceId":"[^"]+"/, '') };
  }
  return { ...all, karin, maria, id, callAs };
}

describe('somebody who is no guardian of the child', () => {
  it.each(calls.map((call) => [call.id, call] as const))('is told the same of a signing as of none by %s', async (_, call) => {
    const { karin, maria, id, callAs, store } = await world();
    const nothing = await callAs(maria, call, 'x'.repeat(id.length));
    expect(nothing).toMatchObject({ status: 404, body: expect.stringContaining('"case-not-found"') });
    const caseId = (await store.signing.find((await store.signing.due({ now: new Date('2030-01-01'), collectingCheckedBefore: new Date(0), endedCheckedBefore: new Date(0) }))[0] ?? ''))?.caseId ?? '';
    expect(caseId).not.toBe('');
    for (const real of [id, caseId, `own ${caseId}`]) expect(await callAs(maria, call, encodeURIComponent(real))).toEqual(nothing);
    expect((await callAs(karin, call, id)).status).toBeLessThan(300);
  });
});

describe('the log of a whole signing', () => {
  it('holds no name, number, address, token or answer of anybody, whatever goes wrong on the way', async () => {
    const lines: string[] = [];
    const all = await signingWorld({ deps: { log: pinoLog({ write: (line) => lines.push(line) }) } });
    const karin = await all.visit('karin');
    const { case: id } = await apply(karin, { answers: { ...answers, other: 'Hemligheten' } });
    const party = (await signingOf(karin, id)).parties[1]?.id ?? '';
    await karin.page.put(`cases/${id}/signing/parties/${party}/contact`, { email: 'erik.hemlig@exempel.se' });
    const [token = 'none'] = await linksTo(all, 'erik');
    expect(await codeOf(sign(all, karin, id, { by: 'erik' }))).toBe('signer-mismatch');
    await karin.page.post('invitations/open', { token });
    await karin.page.get(`cases/${person('alva').idNumber}/signing`);
    const order = await approvedSigning(all, karin, id);
    all.registers.disturb('population', { kind: 'down', until: new Date('2027-01-01') });
    await sendSignature(karin, id, order);
    await createSigningKeeper(all.deps)();
    const commit = vi.spyOn(all.store.signing, 'commit').mockRejectedValue(Object.assign(new Error(`${person('erik').idNumber} Erik Sandberg`), { detail: 'Alva' }));
    await karin.page.post(`cases/${id}/signing/withdrawal`);
    commit.mockRestore();
    const text = lines.join('');
    for (const event of ['request-refused', 'request-failed', 'signing-not-kept']) expect(text).toContain(event);
    for (const trace of [/Karin|Erik|Alva|Lindgren|Sandberg|Hemlig|exempel/i, /\d{10}/, new RegExp(token), new RegExp(id), /2027-01-11/]) expect(text).not.toMatch(trace);
  });
});
