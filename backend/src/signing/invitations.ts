import type { Invitation } from '../../../src/contract/signing.ts';
import type { Viewer } from '../cases/case-inbox.ts';
import { namesFor } from '../cases/case-view.ts';
import { ownSource } from '../cases/own-cases.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../http/problem.ts';
import { tokenHash } from '../secrets/random.ts';
import type { StoredInvitation, StoredSigning } from './signing-store.ts';

/** Where a link leads: to the login for whoever is not logged in, to the case for whom it was sent to. @throws ProblemError, the same for every link that leads nowhere */
export function createInvitations({ store, clock, keyedNames, municipality }: Pick<Deps, 'store' | 'clock' | 'keyedNames' | 'municipality'>) {
  async function find(token: string): Promise<{ invitation: StoredInvitation; signing: StoredSigning }> {
    const invitation = await store.signing.invitation(tokenHash(token));
    const isGood = invitation && !invitation.revokedAt && clock.now() < invitation.expiresAt;
    const signing = isGood ? await store.signing.find(invitation.signingId) : undefined;
    if (!invitation || !signing) throw new ProblemError('invitation-not-valid');
    return { invitation, signing };
  }

  return async (token: string, viewer: Viewer | undefined): Promise<Invitation> => {
    const { invitation, signing } = await find(token);
    if (!viewer) {
      const service = municipality.services.find(({ id }) => id === signing.serviceId);
      const name = service?.name ?? { [municipality.defaultLanguage]: signing.serviceId };
      return { open: 'login', service: { id: signing.serviceId, name }, expiresAt: invitation.expiresAt.toISOString() };
    }
    if (viewer.key !== invitation.personKey) {
      await store.signing.addAudit({ at: clock.now(), signingId: signing.id, actor: viewer.key, act: 'open-link', outcome: 'invitation-not-for-you' });
      throw new ProblemError('invitation-not-for-you');
    }
    return { open: 'case', case: await namesFor(keyedNames, viewer.key).caseId({ source: ownSource, id: signing.caseId }) };
  };
}
