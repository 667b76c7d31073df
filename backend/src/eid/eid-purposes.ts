import type { EidPurpose } from '../../../src/contract/eid-order.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';

/** Lets an e-ID pass only for what the municipality offers it for. @throws ProblemError `provider-unknown` */
export function refuseUnoffered({ municipality }: Pick<Deps, 'municipality'>, provider: string, purpose: EidPurpose): void {
  const offered: readonly EidPurpose[] | undefined = municipality.eidProviders.find(({ id }) => id === provider)?.purposes;
  if (offered && !offered.includes(purpose)) throw new ProblemError('provider-unknown');
}
