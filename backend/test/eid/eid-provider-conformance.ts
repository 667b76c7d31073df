import { describe, expect, it } from 'vitest';
import type { EidProvider, EidProviderError, EidProviderState, EidStart } from '../../src/eid/eid-provider.ts';
import type { TestClock } from '../test-app.ts';

/** A provider under test, and its citizen's app. */
export interface ProviderUnderTest {
  provider: EidProvider;
  clock: TestClock;
  /** Takes an order as the app does on the device that it was started for. */
  take(state: EidProviderState): Promise<void>;
  /** What the app's owner does with the order that was taken last. */
  approve(): Promise<void>;
  decline(): Promise<void>;
  /** Makes the provider answer nothing, or answer again. */
  down(isDown: boolean): void;
}

export const anyStart: EidStart = {
  purpose: 'login',
  device: 'other',
  endUserIp: '192.0.2.7',
  visibleText: 'Logga in på Provköpings e-tjänster',
  returnUrl: 'https://kommun.test/logga-in',
};

/** What the order service counts on from every provider. `arrange` sets up a new one for each test. */
export function eidProviderConformance(name: string, arrange: () => ProviderUnderTest): void {
  const failure = (code: EidProviderError['code']) => expect.objectContaining({ name: 'EidProviderError', code });

  describe(`${name}, as any e-ID provider`, () => {
    it('waits for an app, with a hint and without a person', async () => {
      const { provider } = arrange();
      const state = await provider.start(anyStart);
      expect(await provider.collect(state)).toEqual({ status: 'pending', hint: 'outstandingTransaction' });
    });

    it('vouches for the person who approves', async () => {
      const { provider, take, approve } = arrange();
      const state = await provider.start(anyStart);
      await take(state);
      await approve();
      const progress = await provider.collect(state);
      expect(progress).toMatchObject({
        status: 'complete',
        identity: { provider: provider.id, idNumber: expect.stringMatching(/^\d{12}$/), loa: expect.stringContaining('loa3') },
      });
    });

    it('tells that the person cancelled', async () => {
      const { provider, take, decline } = arrange();
      const state = await provider.start(anyStart);
      await take(state);
      await decline();
      expect(await provider.collect(state)).toEqual({ status: 'failed', hint: 'userCancel' });
    });

    it('gives a result once and then refuses', async () => {
      const { provider, take, approve } = arrange();
      const state = await provider.start(anyStart);
      await take(state);
      await approve();
      await provider.collect(state);
      await expect(provider.collect(state)).rejects.toEqual(failure('rejected'));
    });

    it('fails an order that no app takes within half a minute', async () => {
      const { provider, clock } = arrange();
      const state = await provider.start(anyStart);
      clock.forward(29);
      expect(await provider.collect(state)).toMatchObject({ status: 'pending' });
      clock.forward(1);
      expect(await provider.collect(state)).toEqual({ status: 'failed', hint: 'startFailed' });
    });

    it('cancels, also what has ended', async () => {
      const { provider } = arrange();
      const state = await provider.start(anyStart);
      await provider.cancel(state);
      await provider.cancel(state);
      await expect(provider.collect(state)).rejects.toEqual(failure('rejected'));
    });

    it('says so when it cannot be reached', async () => {
      const { provider, down } = arrange();
      const state = await provider.start(anyStart);
      down(true);
      await expect(provider.start(anyStart)).rejects.toEqual(failure('unavailable'));
      await expect(provider.collect(state)).rejects.toEqual(failure('unavailable'));
      down(false);
      expect(await provider.collect(state)).toMatchObject({ status: 'pending' });
    });

    it('draws another QR code each second, counted from its own start', async () => {
      const { provider, clock } = arrange();
      clock.forward(0.9);
      const state = await provider.start(anyStart);
      const texts = [];
      for (let second = 0; second < 3; second += 1) {
        texts.push(await provider.qr(state, clock.now()));
        clock.forward(1);
      }
      expect(texts.map((text) => text.split('.')[2])).toEqual(['0', '1', '2']);
      expect(new Set(texts.map((text) => text.split('.')[3])).size).toBe(3);
    });

    it('starts the app by a link that names no other secret', async () => {
      const { provider } = arrange();
      const state = await provider.start({ ...anyStart, device: 'same' });
      const { mobile, desktop } = provider.launch(state);
      for (const link of [mobile, desktop]) expect(link).toMatch(/autostarttoken=[0-9a-f-]{36}$/);
      const qrToken = (await provider.qr(state, new Date())).split('.')[1];
      expect(mobile).not.toContain(qrToken);
    });
  });
}
