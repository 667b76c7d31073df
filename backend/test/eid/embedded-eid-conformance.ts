import { describe, expect, it } from 'vitest';
import type { EidProviderError, EidProviderState, EmbeddedEidProvider } from '../../src/eid/eid-provider.ts';
import type { AppAct } from '../../src/eid/simulated/simulated-app.ts';
import type { TestClock } from '../test-app.ts';
import { anyStart, eidProviderConformance } from './eid-provider-conformance.ts';

/** A provider under test, and its citizen's app. */
export interface EmbeddedUnderTest {
  provider: EmbeddedEidProvider;
  clock: TestClock;
  /** Takes an order as the app does on the device that it was started for. */
  take(state: EidProviderState): Promise<void>;
  /** What the app's owner does with the order that was taken last. */
  does(act: AppAct): Promise<void>;
  /** Makes the provider answer nothing, or answer again. */
  down(isDown: boolean): void;
}

const signing = { nonVisibleText: '{"document":"sha-256"}', idNumber: '198501169885' };
const approving: AppAct = { act: 'approve', person: 'karin' };

/** What the order service counts on from every provider whose app is started from our own page. `arrange` sets up a new one for each test. */
export function embeddedEidConformance(name: string, arrange: () => EmbeddedUnderTest | Promise<EmbeddedUnderTest>): void {
  const failure = (code: EidProviderError['code']) => expect.objectContaining({ name: 'EidProviderError', code });

  eidProviderConformance(name, async () => {
    const { provider, take, does, down } = await arrange();
    return {
      provider,
      async does(state, act) {
        await take(state);
        await does(act);
      },
      result: (state) => provider.collect(state),
      down,
    };
  });

  describe(`${name}, as any e-ID with an app`, () => {
    it('waits for an app, with a hint and without a person', async () => {
      const { provider } = await arrange();
      const state = await provider.start(anyStart);
      expect(await provider.collect(state)).toEqual({ status: 'pending', hint: 'outstandingTransaction' });
    });

    it('gives for a signature the evidence, with both texts as they were sent', async () => {
      const { provider, take, does } = await arrange();
      const visibleText = 'Jag ansöker om skolskjuts.\r\nJag intygar & <lovar>.';
      const state = await provider.start({ ...anyStart, purpose: 'sign', visibleText, signing });
      await take(state);
      await does(approving);
      expect(await provider.collect(state)).toMatchObject({
        status: 'complete',
        identity: { idNumber: signing.idNumber },
        evidence: { visibleText, nonVisibleText: signing.nonVisibleText, signature: expect.stringMatching(/^[A-Za-z0-9+/]{100,}=*$/) },
      });
    });

    it.each(['userSign', 'userMrtd', 'inventedNextYear'])('passes on that the person is at %s', async (hint) => {
      const { provider, take, does } = await arrange();
      const state = await provider.start(anyStart);
      await take(state);
      expect(await provider.collect(state)).toEqual({ status: 'pending', hint: 'started' });
      await does({ act: 'open', person: 'karin', hint });
      expect(await provider.collect(state)).toEqual({ status: 'pending', hint });
    });

    it.each(['certificateErr', 'inventedNextYear'])('passes on that it failed for %s', async (hint) => {
      const { provider, take, does } = await arrange();
      const state = await provider.start(anyStart);
      await take(state);
      await does({ act: 'fail', hint });
      expect(await provider.collect(state)).toEqual({ status: 'failed', hint });
    });

    it('says that the person had another order under way', async () => {
      const { provider, take, does } = await arrange();
      const state = await provider.start(anyStart);
      await take(state);
      await does({ act: 'fail', hint: 'alreadyInProgress' });
      await expect(provider.collect(state)).rejects.toEqual(failure('already-in-progress'));
    });

    it('fails an order that no app takes within half a minute', async () => {
      const { provider, clock } = await arrange();
      const state = await provider.start(anyStart);
      clock.forward(29);
      expect(await provider.collect(state)).toMatchObject({ status: 'pending' });
      clock.forward(1);
      expect(await provider.collect(state)).toEqual({ status: 'failed', hint: 'startFailed' });
    });

    it('knows an order no more that was cancelled', async () => {
      const { provider } = await arrange();
      const state = await provider.start(anyStart);
      await provider.cancel(state);
      await expect(provider.collect(state)).rejects.toEqual(failure('rejected'));
    });

    it('is asked again when it could not be reached', async () => {
      const { provider, down } = await arrange();
      const state = await provider.start(anyStart);
      down(true);
      await expect(provider.collect(state)).rejects.toEqual(failure('unavailable'));
      await expect(provider.cancel(state)).rejects.toEqual(failure('unavailable'));
      down(false);
      expect(await provider.collect(state)).toMatchObject({ status: 'pending' });
    });

    it('draws another QR code each second, counted from its own start', async () => {
      const { provider, clock } = await arrange();
      clock.forward(0.9);
      const state = await provider.start(anyStart);
      const texts = [];
      for (let second = 0; second < 3; second += 1) {
        texts.push(provider.qr(state, clock.now()));
        clock.forward(1);
      }
      expect(texts.map((text) => text.split('.')[2])).toEqual(['0', '1', '2']);
      expect(new Set(texts.map((text) => text.split('.')[3])).size).toBe(3);
    });

    it('starts the app by a link that names no other secret', async () => {
      const { provider } = await arrange();
      const state = await provider.start({ ...anyStart, device: 'same' });
      const { mobile, desktop } = provider.launch(state);
      for (const link of [mobile, desktop]) expect(link).toMatch(/autostarttoken=[0-9a-f-]{36}$/);
      const qr = provider.qr(state, new Date());
      const secrets = new Set(state.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
      expect(secrets.size).toBe(4);
      for (const told of [mobile, desktop, qr]) expect([...secrets].filter((one) => told.includes(one))).toHaveLength(1);
    });
  });
}
