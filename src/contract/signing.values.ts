/** Where the signing of a case stands. Every state but `collecting` is final. */
export const signingStates = ['collecting', 'complete', 'declined', 'expired', 'withdrawn', 'stopped'] as const;
export type SigningState = (typeof signingStates)[number];

/**
 * Why it was stopped: `custody-changed`, `child-of-age`, or `contact` for all that is not told, since it could be
 * somebody's secret: then the only way on is the service centre or the paper form.
 */
export const stopReasons = ['custody-changed', 'child-of-age', 'contact'] as const;
export type StopReason = (typeof stopReasons)[number];

/** Why as many sign as do: every guardian must, the child has one guardian only, or the e-service asks for one. */
export const signingRules = ['all', 'single-custody', 'one'] as const;
export type SigningRule = (typeof signingRules)[number];

/**
 * How far a guardian has come. `delivered` and `undeliverable` tell of the mail, and only whoever applied is told; to
 * others, and without an address, it is `invited`. `notRequired`: need not, or need no longer, sign.
 */
export const partyStates = ['invited', 'delivered', 'undeliverable', 'opened', 'signed', 'declined', 'notRequired'] as const;
export type PartyState = (typeof partyStates)[number];

/** How the last message to a guardian fares: `queued` is being sent, or sent again after a hitch that will pass. */
export const noticeStates = ['queued', 'delivered', 'undeliverable'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What the person may do with the signing now. The backend decides, a widget offers these and no others. */
export const signingActions = ['sign', 'decline', 'withdraw', 'change', 'download'] as const;
export type SigningAction = (typeof signingActions)[number];

/** What the person may do about how a guardian is reached. `sendAgain` may have to wait until `again.at`. */
export const contactActions = ['stateContact', 'sendAgain'] as const;
export type ContactAction = (typeof contactActions)[number];

/** The longest reason for declining, in characters. */
export const longestDeclineReason = 500;
