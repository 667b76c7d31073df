import type { Log } from '../log.ts';
import type { EidSignals, EidStart } from './eid-provider.ts';
import { plainAddress } from './plain-address.ts';

/** Whether the provider's doubts are such that nobody may be let in on this order. */
export const tooRisky = (signals: EidSignals | undefined): boolean => signals?.risk === 'high';

/**
 * Notes what makes an order that `provider` completed doubtful. Another address than the one that it was started from
 * proves nothing, since mobile networks change them: it is noted, and nobody is refused for it.
 */
export function logDoubts(log: Log, provider: string, { device, endUserIp }: EidStart, { deviceIp, risk }: EidSignals = {}): void {
  const otherAddress = device === 'same' && deviceIp !== undefined && plainAddress(deviceIp) !== plainAddress(endUserIp);
  const risky = risk !== undefined && risk !== 'low';
  if (otherAddress || risky) log.warn('eid-doubtful', { provider, otherAddress, ...(/^[a-z]{1,20}$/.test(risk ?? '') && { risk }) });
}
