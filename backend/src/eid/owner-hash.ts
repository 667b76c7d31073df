import { remembered } from '../remembered.ts';
import { tokenHash } from '../secrets/random.ts';

const mostOwners = 1000;

/** By what an order knows the browser that started it: a hash of that browser's own secret. Remembered, since a page that waits asks each second. */
export const ownerHashOf = remembered(mostOwners, tokenHash);
