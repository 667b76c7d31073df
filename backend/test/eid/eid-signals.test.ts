import { describe, expect, it } from 'vitest';
import { logDoubts } from '../../src/eid/eid-signals.ts';
import type { EidSignals, EidStart } from '../../src/eid/eid-provider.ts';
import { recordingLog } from '../test-app.ts';
import type { LogLine } from '../test-app.ts';
import { anyStart } from './eid-provider-conformance.ts';
import { karin, orderWorld, owner } from './order-world.ts';

function logged(signals: EidSignals | undefined, device: EidStart['device'] = 'same') {
  const lines: LogLine[] = [];
  logDoubts(recordingLog(lines), 'bankid', { ...anyStart, device }, signals);
  return lines;
}

describe('a completed order', () => {
  it('of high risk logs nobody in, and says whom to turn to', async () => {
    const { start, poll, provider, orders } = await orderWorld();
    const order = await start();
    provider.answers(() => ({ status: 'complete', identity: karin, signals: { risk: 'high' } }));
    expect(await poll(order, 2)).toMatchObject({
      state: 'failed',
      hint: 'transactionRiskBlocked',
      failure: { code: 'eid-blocked-by-risk', advice: ['contactIssuer', 'contactServiceCentre'] },
    });
    expect(await orders.claimLogin(order.id, owner)).toMatchObject({ ok: false });
  });

  it.each(['low', 'moderate', 'inventedNextYear'])('of %s risk logs in', async (risk) => {
    const { start, poll, provider } = await orderWorld();
    const order = await start();
    provider.answers(() => ({ status: 'complete', identity: karin, signals: { risk } }));
    expect(await poll(order, 2)).toMatchObject({ state: 'complete' });
  });

  it('from another address than the browser’s on the same device is noted, without either address', () => {
    expect(logged({ deviceIp: '198.51.100.9', risk: 'low' })).toEqual([{ level: 'warn', event: 'eid-doubtful', fields: { provider: 'bankid', otherAddress: true, risk: 'low' } }]);
    for (const deviceIp of [anyStart.endUserIp, `::ffff:${anyStart.endUserIp}`]) expect(logged({ deviceIp, risk: 'low' })).toEqual([]);
    expect(logged({ deviceIp: '198.51.100.9', risk: 'low' }, 'other')).toEqual([]);
    expect(logged(undefined)).toEqual([]);
  });

  it('of more than low risk is noted', () => {
    expect(logged({ risk: 'moderate' })).toMatchObject([{ fields: { otherAddress: false, risk: 'moderate' } }]);
    expect(logged({ risk: 'Karin 19850116' })[0]?.fields).not.toHaveProperty('risk');
  });
});
