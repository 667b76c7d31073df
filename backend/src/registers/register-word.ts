/** For so long may what the registers said of people be shown, in milliseconds. */
export const wordHolds = 15 * 60_000;

/** What was asked before that is too old to name anybody by. */
export const wordLimit = (now: Date): Date => new Date(now.getTime() - wordHolds);
