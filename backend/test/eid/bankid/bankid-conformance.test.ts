import { embeddedEidConformance } from '../embedded-eid-conformance.ts';
import { phoneOf } from '../simulated-world.ts';
import { simulatedBankIds } from './simulated-bankid-world.ts';

const { arrange } = simulatedBankIds();

embeddedEidConformance('BankID over mutual TLS', async () => {
  const { provider, simulator, clock } = await arrange();
  const phone = phoneOf(simulator);
  return {
    provider,
    clock,
    take: async (state) => phone.take(provider.qr(state, clock.now())),
    does: async (act) => phone.does(act),
    down: (isDown) => simulator.disturb(isDown ? { kind: 'down', until: new Date(clock.now().getTime() + 60_000) } : undefined),
  };
});
