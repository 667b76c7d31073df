import { EidProviderError } from '../../../src/eid/eid-provider.ts';
import type { EidProgress, EmbeddedEidProvider } from '../../../src/eid/eid-provider.ts';
import type { ProcessSetting } from './kill-setting.ts';

/** The e-ID as a backend process reaches it. Its state, which is also the text of the QR code, names the order. */
export function remoteEid({ eidUrl, index }: ProcessSetting): EmbeddedEidProvider {
  async function ask<Answer>(path: string, body: unknown): Promise<Answer> {
    try {
      const answer = await fetch(`${eidUrl}/${path}`, { method: 'POST', body: JSON.stringify(body), headers: { Process: String(index) } });
      return (await answer.json()) as Answer;
    } catch (cause) {
      throw new EidProviderError('unavailable', { cause });
    }
  }
  return {
    id: 'mobile-eid',
    kind: 'embedded',
    start: async (start) => (await ask<{ ref: string }>('start', start)).ref,
    collect: (ref) => ask<EidProgress>('collect', { ref }),
    cancel: async (ref) => void (await ask('cancel', { ref })),
    qr: (ref) => ref,
    launch: () => ({ mobile: 'https://app.test/', desktop: 'app:///' }),
  };
}
