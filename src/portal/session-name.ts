import type { SessionState } from './session.machine.ts';

/** Tells one session from the next; empty when nobody is logged in. The end is set when a session begins, so no two have the same on one computer. */
export const sessionName = (state: SessionState): string => (state.at === 'loggedIn' ? state.session.expiresAt : '');
