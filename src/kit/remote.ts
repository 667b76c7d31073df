import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '../contract/problem.ts';

/** Data from elsewhere, in every state it can be in. Failure is never the same as empty. */
export type Remote<T> =
  | { at: 'loading' }
  | { at: 'ready'; value: T }
  | { at: 'empty' }
  | { at: 'failed'; problem: Problem; last?: T };

type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface RemoteOptions<T, A extends readonly unknown[]> {
  /** Asks for the data; `undefined` when there is nothing to ask yet. */
  ask: (args: A, signal: AbortSignal) => Promise<Answer<T>>;
  /** What the question depends on; asked anew when one of them changes. */
  args: () => A;
  isEmpty?: (value: T) => boolean;
}

/** Asks for one remote value, keeps the last good one through a failure, and lets late answers change nothing. */
export class RemoteController<T, A extends readonly unknown[]> {
  readonly #task: Task<A, T>;
  readonly #isEmpty: (value: T) => boolean;
  #last: T | undefined;

  constructor(host: ReactiveControllerHost, { ask, args, isEmpty = () => false }: RemoteOptions<T, A>) {
    this.#isEmpty = isEmpty;
    this.#task = new Task<A, T>(host, {
      args,
      task: async (values, { signal }) => {
        const answer = await ask(values, signal);
        if (!answer.ok) throw answer.problem;
        return (this.#last = answer.value);
      },
    });
  }

  get state(): Remote<T> {
    const { status, value, error } = this.#task;
    if (status === TaskStatus.COMPLETE) return this.#isEmpty(value as T) ? { at: 'empty' } : { at: 'ready', value: value as T };
    if (status !== TaskStatus.ERROR) return { at: 'loading' };
    const problem = error as Problem;
    return this.#last === undefined ? { at: 'failed', problem } : { at: 'failed', problem, last: this.#last };
  }

  retry(): void {
    void this.#task.run();
  }
}

/** Draws `remote` with the part that fits its state; every state must have one. */
export function renderRemote<T, R>(
  remote: Remote<T>,
  parts: { loading: () => R; ready: (value: T) => R; empty: () => R; failed: (problem: Problem, last?: T) => R },
): R {
  switch (remote.at) {
    case 'loading': return parts.loading();
    case 'ready': return parts.ready(remote.value);
    case 'empty': return parts.empty();
    case 'failed': return parts.failed(remote.problem, remote.last);
  }
}
