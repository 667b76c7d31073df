import type { EidOrder } from '../../../src/contract/eid-order.ts';
import type { ProblemCode } from '../../../src/contract/problem.ts';
import type { SigningOrderRequest } from '../../../src/contract/signing.ts';
import type { Viewer } from '../cases/case-inbox.ts';
import { personKeyOf } from '../cases/person-key.ts';
import type { Deps } from '../deps.ts';
import { createEidOrders } from '../eid/eid-orders.ts';
import type { SignatureClaim } from '../eid/eid-orders.ts';
import type { EidBrowser } from '../eid/eid-provider.ts';
import { refusal } from '../eid/eid-refusal.ts';
import { ProblemError } from '../http/problem.ts';
import type { CustodyNow } from '../registers/custody.ts';
import type { AskCustody, CheckCustody } from './custody-check.ts';
import { canSign, nextRound, signaturesIn, signaturesNeeded } from './round.machine.ts';
import type { Round } from './round.machine.ts';
import { createSigningSeals } from './sealed-signing.ts';
import { documentIn, orderTexts } from './signed-document.ts';
import type { SigningOrder, StoredEvidence } from './signing-store.ts';
import type { OpenSigning, Step, SigningSteps } from './signing-steps.ts';

/** What a citizen's browser brings along when it starts to sign. */
export interface OrderFrom {
  /** As `newOrderOwner` tells. */
  owner: string;
  acrossSites: boolean;
  endUserIp: string;
  browser: EidBrowser | undefined;
}

/** Signing with an e-ID, from the order to the evidence. */
export interface Signatures {
  /** Starts an order for the version that the person sees. @throws ProblemError */
  start(viewer: Viewer, opened: OpenSigning, request: SigningOrderRequest, from: OrderFrom): Promise<EidOrder>;
  /** Takes in what the person's order signed; an order that was taken in before is no error. @throws ProblemError */
  takeIn(viewer: Viewer, opened: OpenSigning, orderId: string): Promise<void>;
  /** Asks the e-ID what the order has come to, and keeps that until it is settled. */
  collect(orderId: string): Promise<void>;
  /** Takes in what the order signed, if it has come to that, whether or not its browser ever asks. @throws as `ask`, when the register is silent */
  settle(order: SigningOrder, ask: AskCustody): Promise<void>;
}

type Needs = Pick<Deps, 'store' | 'eidProviders' | 'clock' | 'seal' | 'random' | 'log' | 'turnBeat' | 'underWay' | 'keyedNames' | 'municipality'>;
type Signed = SignatureClaim & { is: 'signed' };

export function createSignatures(deps: Needs, steps: SigningSteps, checkCustody: CheckCustody, custodyOf: (viewer: Viewer, child: string, only?: string) => Promise<CustodyNow>): Signatures {
  const { store, clock, keyedNames, municipality } = deps;
  const eidOrders = createEidOrders(deps);
  const seals = createSigningSeals(deps.seal);
  const askedBy = (viewer: Viewer): AskCustody => (child, only) => custodyOf(viewer, child, only);

  async function contentOf(signingId: string, version: number) {
    const document = await store.signing.document(signingId, version);
    if (!document) throw new RangeError('a signing without its document');
    return seals.document.open(document.sealedContent);
  }

  async function evidenceFor(order: SigningOrder, { round }: OpenSigning['signing'], { is: _, ...signed }: Signed, at: Date): Promise<StoredEvidence> {
    const { endUserIp } = await seals.texts.open(order.sealedTexts);
    const { text } = await contentOf(order.signingId, order.documentVersion);
    const role = order.personKey === round.applicant ? 'applicant' : 'coSigner';
    return {
      personKey: order.personKey,
      documentVersion: order.documentVersion,
      documentHash: round.documentHash,
      sealedEvidence: await seals.evidence.close({ ...signed, role, endUserIp, startedAt: order.startedAt, document: text }),
      at,
    };
  }

  /** Why what was signed cannot be taken in, whatever the round says. */
  async function faultIn(order: SigningOrder, { identity, evidence }: Signed): Promise<ProblemCode | undefined> {
    if ((await personKeyOf(keyedNames, identity)) !== order.personKey) return 'signer-mismatch';
    const sent = await seals.texts.open(order.sealedTexts);
    return evidence.visibleText === sent.visibleText && evidence.nonVisibleText === sent.nonVisibleText ? undefined : 'document-changed';
  }

  async function write(order: SigningOrder, signed: Signed): Promise<void> {
    await steps.take(order.signingId, order.personKey, async ({ signing }, at): Promise<Step | undefined> => {
      // Another call, or another process, may have been first.
      if ((await store.signing.order(order.orderId))?.outcome !== undefined) return undefined;
      const { round } = signing;
      refuseUnlessToSign(nextRound(round, { type: 'time-passed', at }), order.personKey, order.documentVersion);
      return {
        round: nextRound(round, { type: 'signed', by: order.personKey, documentHash: round.documentHash, at }),
        rest: { evidence: await evidenceFor(order, signing, signed, at), order: { id: order.orderId, outcome: 'signed' } },
        act: 'sign',
      };
    });
  }

  /** Whoever may have signed with somebody else's e-ID is not named: the audit says whose order it was. */
  const refuse = ({ orderId, signingId, personKey }: SigningOrder, code: ProblemCode): Promise<void> =>
    store.signing.settleOrder(orderId, code, { at: clock.now(), signingId, actor: personKey, act: 'sign', outcome: code });

  async function take(order: SigningOrder, signed: Signed, ask: AskCustody): Promise<void> {
    const fault = await faultIn(order, signed);
    if (fault) return refuse(order, fault);
    const found = await store.signing.find(order.signingId);
    if (!found) return store.signing.settleOrder(order.orderId, 'signing-not-found');
    await checkCustody(await steps.open(found), ask);
    try {
      await write(order, signed);
    } catch (failure) {
      if (!(failure instanceof ProblemError) || failure.code === 'conflict') throw failure;
      await refuse(order, failure.code);
    }
  }

  async function settle(order: SigningOrder, ask: AskCustody): Promise<'under-way' | 'settled'> {
    const claim = await eidOrders.signature(order.orderId);
    if (claim.is === 'under-way') return 'under-way';
    if (claim.is === 'signed') await take(order, claim, ask);
    // Nobody has it, unless another call has just taken it in; then that stands.
    else await store.signing.settleOrder(order.orderId, 'ended');
    return 'settled';
  }

  return {
    async start(viewer, opened, { provider, device, returnTo, version }, { owner, acrossSites, endUserIp, browser }) {
      refuseUnlessToSign(nextRound(opened.signing.round, { type: 'time-passed', at: clock.now() }), viewer.key, version);
      const { signing } = await checkCustody(opened, askedBy(viewer));
      const { round } = signing;
      refuseUnlessToSign(round, viewer.key, version);
      const step = { role: viewer.key === round.applicant ? 'applicant' : 'coSigner', signed: signaturesIn(round), needed: signaturesNeeded(round) };
      const texts = orderTexts(documentIn(await contentOf(signing.id, version)), round.documentHash, municipality.name, step);
      const started = await eidOrders.start({
        purpose: 'sign',
        provider,
        device,
        returnUrl: returnTo,
        endUserIp,
        browser,
        visibleText: texts.visibleText,
        signing: { nonVisibleText: texts.nonVisibleText, idNumber: viewer.idNumber },
        owner,
        acrossSites,
      });
      if (!started.ok) throw refusal(started.code);
      await store.signing.addOrder({
        orderId: started.order.id,
        signingId: signing.id,
        personKey: viewer.key,
        documentVersion: version,
        sealedTexts: await seals.texts.close({ ...texts, endUserIp }),
        startedAt: clock.now(),
        outcome: undefined,
      });
      return started.order;
    },

    async takeIn(viewer, { signing }, orderId) {
      const order = await store.signing.order(orderId);
      if (order?.signingId !== signing.id || order.personKey !== viewer.key) throw new ProblemError('order-not-found');
      if (order.outcome === undefined && (await settle(order, askedBy(viewer))) === 'under-way') throw new ProblemError('order-not-complete');
      const outcome = (await store.signing.order(orderId))?.outcome ?? 'ended';
      if (outcome !== 'signed') throw new ProblemError(outcome === 'ended' ? 'order-not-found' : outcome);
    },

    collect: async (orderId) => void (await eidOrders.signature(orderId)),
    settle: async (order, ask) => void (await settle(order, ask)),
  };
}

/** @throws ProblemError unless that version is the person's to sign now. */
export function refuseUnlessToSign(round: Round, key: string, version: number): void {
  const stands = round.parties.find((party) => party.key === key)?.stands.is;
  if (stands === undefined) throw new ProblemError('signing-action-not-allowed');
  if (stands === 'signed' && version === round.documentVersion) throw new ProblemError('already-signed');
  if (!canSign(round, key)) throw new ProblemError('signing-over');
  if (version !== round.documentVersion) throw new ProblemError('document-changed');
}
