import { eidOrderSchema } from '../../../src/contract/eid-order.ts';
import type { EidOrder } from '../../../src/contract/eid-order.ts';
import type { StoredEidOrder } from '../store/store.ts';
import { adviceOn, tellableHint } from './eid-outcome.ts';
import type { EidProvider, EidProviderState } from './eid-provider.ts';

/** The provider, and its own state of an order. */
export interface ProviderOrder {
  provider: EidProvider;
  state: EidProviderState;
}

/** The order as its own browser may see it at `now`. `atProvider` is absent while the provider has no order for it. */
export function viewOf(order: StoredEidOrder, atProvider: ProviderOrder | undefined, now: Date): EidOrder {
  const { id, purpose, provider, device, state, failureCode } = order;
  const hint = tellableHint(order.hint);
  return eidOrderSchema.parse({
    id,
    purpose,
    provider,
    device,
    state,
    ...(hint && { hint }),
    ...(atProvider && wayIn(order, atProvider, now)),
    pollAfterMs: state === 'userActing' ? 2000 : 1000,
    now: now.toISOString(),
    expiresAt: order.expiresAt.toISOString(),
    ...(failureCode && { failure: { code: failureCode, advice: adviceOn(failureCode) } }),
  });
}

/** The QR code of this very second, the links that start the app, or the e-ID's own page; nothing once an app has taken the order. */
function wayIn({ device, state }: StoredEidOrder, atProvider: ProviderOrder, now: Date): Pick<EidOrder, 'qr' | 'launch' | 'redirectUrl'> {
  const { provider } = atProvider;
  if (provider.kind === 'redirect') return state === 'redirecting' ? { redirectUrl: provider.address(atProvider.state) } : {};
  if (device === 'same' && state === 'waitingForApp') return { launch: provider.launch(atProvider.state) };
  return state === 'waitingForScan' ? { qr: provider.qr(atProvider.state, now) } : {};
}
