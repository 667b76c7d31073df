import type { Clock } from '../../clock.ts';
import { animatedQrText } from '../animated-qr.ts';
import type { QrStart } from '../animated-qr.ts';
import { EidProviderError } from '../eid-provider.ts';
import type { EidProgress, EmbeddedEidProvider, EidProviderState, EidStart } from '../eid-provider.ts';
import { collectAnswerSchema, emptyAnswerSchema, orderAnswerSchema } from './bankid-api.ts';
import { createBankIdClient } from './bankid-client.ts';
import type { BankIdTransport } from './bankid-client.ts';
import { bankIdOrder } from './bankid-order.ts';
import { bankIdResult } from './bankid-result.ts';

export interface BankIdOptions {
  id: string;
  clock: Clock;
  transport: BankIdTransport;
  /** The domain that citizens know the pages by: `almhult.se`. */
  domain: string;
  /** What starts the app, up to the token; BankID's own addresses unless stated. */
  launchAt?: { mobile: string; desktop: string } | undefined;
}

interface State {
  orderRef: string;
  qr: QrStart;
  autoStartToken: string;
  /** When the order's answer came, in milliseconds since 1970: the QR code counts from there. */
  startedAt: number;
  purpose: EidStart['purpose'];
}

// All lower case: the app knows the parameter by no other spelling.
const bankIdApp = { mobile: 'https://app.bankid.com/?autostarttoken=', desktop: 'bankid:///?autostarttoken=' };

/** BankID, by its own Relying Party API v6.0. */
export function createBankId({ id, clock, transport, domain, launchAt = bankIdApp }: BankIdOptions): EmbeddedEidProvider {
  const call = createBankIdClient(transport, clock);

  return {
    id,
    kind: 'embedded',
    judgesBrowser: true,

    async start(start: EidStart): Promise<EidProviderState> {
      const { path, request } = bankIdOrder(start, domain);
      const { orderRef, autoStartToken, qrStartToken, qrStartSecret } = await call(path, request, orderAnswerSchema);
      const qr = { token: qrStartToken, secret: qrStartSecret };
      return JSON.stringify({ orderRef, qr, autoStartToken, startedAt: clock.now().getTime(), purpose: start.purpose } satisfies State);
    },

    async collect(state: EidProviderState): Promise<EidProgress> {
      const { orderRef, purpose } = parse(state);
      const { status, hintCode, completionData } = await call('/collect', { orderRef }, collectAnswerSchema);
      if (status !== 'complete') return { status, hint: hintCode };
      if (!completionData) throw new EidProviderError('rejected', { reason: 'complete without a person' });
      return bankIdResult(completionData, { provider: id, purpose, orderRef, at: clock.now() });
    },

    async cancel(state: EidProviderState): Promise<void> {
      const { orderRef } = parse(state);
      await call('/cancel', { orderRef }, emptyAnswerSchema).catch(unlessEnded);
    },

    qr(state: EidProviderState, now: Date): string {
      const { qr, startedAt } = parse(state);
      return animatedQrText(qr, Math.max(0, Math.floor((now.getTime() - startedAt) / 1000)));
    },

    launch(state: EidProviderState) {
      const { autoStartToken } = parse(state);
      return { mobile: launchAt.mobile + autoStartToken, desktop: launchAt.desktop + autoStartToken };
    },
  };
}

/** An order that has ended is one that BankID knows no more. */
function unlessEnded(error: unknown): void {
  if (!(error instanceof EidProviderError && (error.code === 'rejected' || error.code === 'cancelled'))) throw error;
}

// The state comes back from our own sealed store: it is what `start` made.
const parse = (state: EidProviderState) => JSON.parse(state) as State;
