import { describe, expect, it } from 'vitest';
import type { EidProviderState, RedirectEidProvider } from '../../src/eid/eid-provider.ts';
import { anyStart, eidProviderConformance } from './eid-provider-conformance.ts';
import type { CitizenAct } from './eid-provider-conformance.ts';

/** A provider under test, and its own page. */
export interface RedirectUnderTest {
  provider: RedirectEidProvider;
  /** Goes to the e-ID's page as a browser does, acts there, and answers the address that it is sent back to. */
  goesThrough(address: string, act: CitizenAct): Promise<URL>;
  /** Makes the provider answer nothing, or answer again. */
  down(isDown: boolean): void;
}

const approving: CitizenAct = { act: 'approve', person: 'karin' };

/** What the order service counts on from every provider that the citizen leaves our page for. */
export function redirectEidConformance(name: string, arrange: () => Promise<RedirectUnderTest>): void {
  eidProviderConformance(name, async () => {
    const { provider, goesThrough, down } = await arrange();
    const answers = new Map<EidProviderState, URLSearchParams>();
    return {
      provider,
      does: async (state, act) => void answers.set(state, (await goesThrough(provider.address(state), act)).searchParams),
      result: (state) => provider.comeBack(state, answers.get(state) ?? new URLSearchParams()),
      down,
    };
  });

  describe(`${name}, as any e-ID that is left for`, () => {
    it('brings back the ticket that it was started with, whatever came of it', async () => {
      const { provider, goesThrough } = await arrange();
      for (const act of [approving, { act: 'cancel' } as const]) {
        const back = await goesThrough(provider.address(await provider.start(anyStart)), act);
        expect(provider.ticketIn(back.searchParams)).toBe(anyStart.ticket);
      }
    });

    it('finds no ticket where there is none', async () => {
      const { provider } = await arrange();
      expect(provider.ticketIn(new URLSearchParams('code=guessed'))).toBeUndefined();
    });

    it('says nothing of who it is in the addresses to and fro', async () => {
      const { provider, goesThrough } = await arrange();
      const there = provider.address(await provider.start(anyStart));
      const { href: back } = await goesThrough(there, approving);
      for (const address of [there, back]) expect(decodeURIComponent(address)).not.toMatch(/8501169885|Lindgren/);
    });

    it('takes no answer that belongs to another order', async () => {
      const { provider, goesThrough } = await arrange();
      const mine = await provider.start(anyStart);
      const theirs = await provider.start({ ...anyStart, ticket: 'another-order.and-its-own-ticket' });
      const { searchParams } = await goesThrough(provider.address(theirs), approving);
      const refused = expect.objectContaining({ name: 'EidProviderError', code: 'rejected' });
      await expect(provider.comeBack(mine, searchParams)).rejects.toEqual(refused);
      // Nor with the ticket exchanged for the right one: the code is bound to its own order too.
      searchParams.set('state', anyStart.ticket);
      await expect(provider.comeBack(mine, searchParams)).rejects.toMatchObject({ name: 'EidProviderError' });
    });
  });
}
