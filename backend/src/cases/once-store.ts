/** A call that is to have its effect once, however often it is sent. */
export interface OnceCall {
  personKey: string;
  /** Chosen by the caller: the same for the same call. */
  key: string;
  /** A hash of what was asked for, so that a key is not used for two things. */
  fingerprint: string;
  begunAt: Date;
}

/** `begun`: the call is this caller's to carry out. `done`: it has been, with this answer. */
export type OnceState = { at: 'begun' } | { at: 'running'; fingerprint: string } | { at: 'done'; fingerprint: string; answer: string };

export interface OnceStore {
  /** Of many that begin the same call at once, one is told `begun`. A call that has run since before `giveUpOn` is begun anew. */
  begin(call: OnceCall, giveUpOn: Date): Promise<OnceState>;
  finish(personKey: string, key: string, answer: string): Promise<void>;
  /** Forgets a call that came to nothing, so that it may be tried again. */
  abandon(personKey: string, key: string): Promise<void>;
  deleteBegunBefore(instant: Date): Promise<number>;
}
