import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { paths } from '../../../src/contract/paths.ts';
import { contactRequestSchema, declineRequestSchema, invitationRequestSchema, signatureRequestSchema, signingOrderRequestSchema } from '../../../src/contract/signing.ts';
import type { CaseInbox, Viewer } from '../cases/case-inbox.ts';
import { ownSource } from '../cases/own-cases.ts';
import { openerOf } from '../cases/open-case.ts';
import { maybeViewers, viewers } from '../cases/viewer.ts';
import type { Deps } from '../deps.ts';
import { askingBrowser } from '../eid/asking-browser.ts';
import { refuseUnoffered } from '../eid/eid-purposes.ts';
import { newOrderOwner, refuseForeignReturn } from '../eid/order-owner.ts';
import { isAcrossSites } from '../http/across-sites.ts';
import { ProblemError } from '../http/problem.ts';
import { refuseOver } from '../http/rate-limit.ts';
import { readBody } from '../http/read-input.ts';
import { createRegisterDesk } from '../registers/register-desk.ts';
import { isOnOldWord } from './fresh-word.ts';
import { createInvitations } from './invitations.ts';
import type { SigningFlow } from './signing-flow.ts';
import { createSigningViews, partyIdFor } from './signing-view.ts';
import type { OpenSigning } from './signing-steps.ts';

/** Signing one's cases. Every route that names a case goes by the person's part in it. */
export function signingRoutes(deps: Deps, inbox: CaseInbox, flow: SigningFlow): Hono {
  const { rateLimits, keyedNames } = deps;
  const open = signingOpener(deps, inbox, flow);
  const view = createSigningViews(deps);
  const invitation = createInvitations(deps);
  const viewerOf = viewers(deps);
  const maybeViewer = maybeViewers(deps);
  const signing = `/${paths.cases}/:id/signing`;

  const show = async (c: Context, { key }: Viewer, opened: OpenSigning) => c.json(await view(key, opened));
  const change = async (c: Context) => {
    const found = await open(c);
    await refuseOver(rateLimits.signingChangesPerPerson, found.viewer.key);
    return found;
  };

  /** The party that the address names. @throws ProblemError */
  async function partyIn(c: Context, { key: viewerKey }: Viewer, { signing: { id, round } }: OpenSigning): Promise<string> {
    const ids = await Promise.all(round.parties.map(({ key }) => partyIdFor(keyedNames, viewerKey, id, key)));
    const party = round.parties[ids.indexOf(c.req.param('party') ?? '')];
    // Once nobody is named any more, nobody can be written to either.
    if (!party || round.disclosure === 'closed') throw new ProblemError('signing-action-not-allowed');
    await refuseOver(rateLimits.noticesPerPerson, viewerKey);
    return party.key;
  }

  return new Hono()
    .get(`/${paths.waitingSignings}`, isPrivate, async (c) => c.json(await flow.waiting(await viewerOf(c))))
    .get(signing, isPrivate, etag(), async (c) => {
      const { viewer, opened } = await open(c);
      return show(c, viewer, await flow.see(viewer, opened));
    })
    .post(`${signing}/orders`, async (c) => {
      const request = await readBody(c, signingOrderRequestSchema);
      const { viewer, opened } = await change(c);
      refuseForeignReturn(deps, request.returnTo);
      refuseUnoffered(deps, request.provider, 'sign');
      const from = { owner: await newOrderOwner(deps, c), acrossSites: isAcrossSites(deps, c), endUserIp: deps.clientAddress(c), browser: askingBrowser(deps, c, request.provider) };
      return c.json(await flow.signatures.start(viewer, opened, request, from), 201);
    })
    .post(`${signing}/signature`, async (c) => {
      const { orderId } = await readBody(c, signatureRequestSchema);
      const { viewer, opened } = await change(c);
      await flow.signatures.takeIn(viewer, opened, orderId);
      return show(c, viewer, await again(opened));
    })
    .post(`${signing}/decline`, async (c) => {
      const { reason } = await readBody(c, declineRequestSchema);
      const { viewer, opened } = await change(c);
      return show(c, viewer, await flow.decline(viewer, opened, reason));
    })
    .post(`${signing}/withdrawal`, async (c) => {
      const { viewer, opened } = await change(c);
      return show(c, viewer, await flow.withdraw(viewer, opened));
    })
    .put(`${signing}/parties/:party/contact`, async (c) => {
      const request = await readBody(c, contactRequestSchema);
      const { viewer, opened } = await change(c);
      const party = await partyIn(c, viewer, opened);
      return show(c, viewer, await flow.contacts.state(opened.signing.id, viewer.key, party, request));
    })
    .post(`${signing}/parties/:party/notices`, async (c) => {
      const { viewer, opened } = await change(c);
      const party = await partyIn(c, viewer, opened);
      return show(c, viewer, await flow.contacts.sendAgain(opened.signing.id, viewer.key, party));
    })
    .post(`/${paths.openInvitation}`, async (c) => {
      const { token } = await readBody(c, invitationRequestSchema);
      await refuseOver(rateLimits.invitationsPerAddress, deps.clientAddress(c));
      return c.json(await invitation(token, await maybeViewer(c)));
    });

  async function again({ signing: { id } }: OpenSigning): Promise<OpenSigning> {
    const found = await deps.store.signing.find(id);
    if (!found) throw new ProblemError('signing-not-found');
    return flow.steps.open(found);
  }
}

/** Opens the signing of the case that a call names by `:id`, for whoever is logged in. @throws ProblemError, also when no register gives a new word on whom the old one named */
export function signingOpener({ store, ...deps }: Deps, inbox: CaseInbox, { steps, checkCustody }: SigningFlow): (c: Context) => Promise<{ viewer: Viewer; opened: OpenSigning }> {
  const openCase = openerOf({ store, ...deps }, inbox);
  const desk = createRegisterDesk({ store, ...deps });
  return async (c) => {
    const { viewer, opened: { source, detail } } = await openCase(c);
    const signing = source.id === ownSource ? await store.signing.ofCase(detail.id) : undefined;
    if (!signing) throw new ProblemError('signing-not-found');
    const opened = await steps.open(signing);
    if (!isOnOldWord(signing, deps.clock.now())) return { viewer, opened };
    return { viewer, opened: await checkCustody(opened, (child, only) => desk.custodyOf(viewer, child, only)) };
  };
}

/** Whatever is signed is for one person's eyes: no cache keeps it, on no computer. */
const isPrivate: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Cache-Control', 'private, no-store');
};
