import type { StoredCase } from './case-store.ts';

/** The case, telling no more of whom it concerns. */
export const withoutPeople = (one: StoredCase): StoredCase => ({ ...one, title: one.service.name, child: undefined, summary: undefined });
