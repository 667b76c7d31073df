import { expect } from 'vitest';
import { eidOrderSchema } from '../../src/contract/eid-order.ts';
import { activeSessionSchema } from '../../src/contract/session.ts';
import type { ActiveSession } from '../../src/contract/session.ts';
import type { Browser } from './browser.ts';
import { readAnswer } from './read-answer.ts';
import type { TestApp } from './test-app.ts';

/** The id of a login order of this browser that its owner has approved. */
export async function approvedOrder({ clock }: Pick<TestApp, 'clock'>, browser: Browser): Promise<string> {
  const started = await browser.post('eid/orders', { purpose: 'login', provider: 'mobile-eid', device: 'other' });
  const { id } = await readAnswer(eidOrderSchema, started);
  clock.forward(2);
  const { state } = await readAnswer(eidOrderSchema, browser.get(`eid/orders/${id}`));
  expect(state).toBe('complete');
  return id;
}

/** Logs the browser in, with the provider that approves at once. */
export async function logIn(world: Pick<TestApp, 'clock'>, browser: Browser): Promise<ActiveSession> {
  const answer = await browser.post('session', { orderId: await approvedOrder(world, browser) });
  expect(answer.status).toBe(200);
  return readAnswer(activeSessionSchema, answer);
}
