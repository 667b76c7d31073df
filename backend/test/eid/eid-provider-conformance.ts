import { describe, expect, it } from 'vitest';
import type { EidProgress, EidProvider, EidProviderError, EidProviderState, EidStart } from '../../src/eid/eid-provider.ts';

/** What a citizen does with their e-ID. */
export type CitizenAct = { act: 'approve'; person: 'karin' | 'nils' } | { act: 'cancel' };

/** A provider under test, with its citizen. */
export interface ProviderUnderTest {
  provider: EidProvider;
  does(state: EidProviderState, act: CitizenAct): Promise<void>;
  /** What came of that. */
  result(state: EidProviderState): Promise<EidProgress>;
  /** Makes the provider answer nothing, or answer again. */
  down(isDown: boolean): void;
}

export const anyStart: EidStart = {
  purpose: 'login',
  device: 'other',
  endUserIp: '192.0.2.7',
  visibleText: 'Logga in på Provköpings e-tjänster',
  returnUrl: 'https://kommun.test/logga-in',
  ticket: 'the-order.a-ticket-that-nobody-can-guess',
};

/** What the order service counts on from every provider, whatever its kind. `arrange` sets up a new one for each test. */
export function eidProviderConformance(name: string, arrange: () => Promise<ProviderUnderTest>): void {
  const failure = (code: EidProviderError['code']) => expect.objectContaining({ name: 'EidProviderError', code });

  describe(`${name}, as any e-ID provider`, () => {
    it('vouches for the person who approves', async () => {
      const { provider, does, result } = await arrange();
      const state = await provider.start(anyStart);
      await does(state, { act: 'approve', person: 'karin' });
      expect(await result(state)).toMatchObject({
        status: 'complete',
        identity: { provider: provider.id, idType: 'personnummer', idNumber: '198501169885', displayName: 'Karin Lindgren', loa: expect.stringContaining('loa3') },
      });
    });

    it('vouches for somebody with a coordination number', async () => {
      const { provider, does, result } = await arrange();
      const state = await provider.start(anyStart);
      await does(state, { act: 'approve', person: 'nils' });
      expect(await result(state)).toMatchObject({ identity: { idType: 'samordningsnummer', idNumber: '198000602394', displayName: 'Nils Ekberg' } });
    });

    it('tests an e-ID as it logs in', async () => {
      const { provider, does, result } = await arrange();
      const state = await provider.start({ ...anyStart, purpose: 'test' });
      await does(state, { act: 'approve', person: 'karin' });
      const progress = await result(state);
      expect(progress).toMatchObject({ status: 'complete', identity: { displayName: 'Karin Lindgren' } });
      expect(progress).not.toHaveProperty('evidence');
    });

    it('tells that the person cancelled', async () => {
      const { provider, does, result } = await arrange();
      const state = await provider.start(anyStart);
      await does(state, { act: 'cancel' });
      expect(await result(state)).toEqual({ status: 'failed', hint: 'userCancel' });
    });

    it('gives a result once and then refuses', async () => {
      const { provider, does, result } = await arrange();
      const state = await provider.start(anyStart);
      await does(state, { act: 'approve', person: 'karin' });
      await result(state);
      await expect(result(state)).rejects.toMatchObject({ name: 'EidProviderError', code: expect.stringMatching(/^(rejected|failed)$/) });
    });

    it('cancels, also what has ended', async () => {
      const { provider } = await arrange();
      const state = await provider.start(anyStart);
      await provider.cancel(state);
      await expect(provider.cancel(state)).resolves.toBeUndefined();
    });

    it('says so when it cannot be reached', async () => {
      const { provider, does, result, down } = await arrange();
      const state = await provider.start(anyStart);
      await does(state, { act: 'approve', person: 'karin' });
      down(true);
      await expect(provider.start(anyStart)).rejects.toEqual(failure('unavailable'));
      await expect(result(state)).rejects.toEqual(failure('unavailable'));
    });
  });
}
