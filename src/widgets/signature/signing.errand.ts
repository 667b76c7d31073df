import type { Signing } from '../../contract/signing.ts';
import type { Errand } from '../../eid/errand.ts';
import type { SigningDoor } from './signing-door.controller.ts';

/** The end of the address that an app is told to come back to from a signature. */
export const signingMark = '#kommun-sign';

/** An order that becomes a signature. `signing` is what is on the screen; the backend alone makes what is signed from its version. */
export function signingErrand(door: SigningDoor, signing: () => Signing | undefined, onSigned: (signing: Signing) => void): Errand {
  return {
    mark: signingMark,
    about: () => signing()?.case ?? '',
    async start(_connection, { provider, device }, returnTo) {
      const { case: id, document } = signing() ?? {};
      if (id === undefined || !document) return { ok: false, problem: { code: 'signing-not-found' } };
      const { version } = document;
      return door.call((backend) => backend.startSigningOrder(id, { provider, device, version, ...(returnTo !== undefined && { returnTo }) }));
    },
    async finish(_connection, orderId, about) {
      const answer = await door.call((backend) => backend.sign(about, orderId));
      if (answer.ok) onSigned(answer.value);
      return answer;
    },
  };
}
