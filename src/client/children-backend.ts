import { childListSchema, type ChildList } from '../contract/child.ts';
import { casePaths as paths } from '../contract/case.paths.ts';
import { HttpCalls } from './http-calls.ts';
import type { Answer } from './portal-backend.ts';

/** Everything that the widgets ask of the children. No call throws, save by its own abort signal. */
export interface ChildrenBackend {
  /** The children of whoever is logged in, as the e-service with the id `service` may concern them. */
  children(service: string, signal?: AbortSignal): Promise<Answer<ChildList>>;
}

/** The children over HTTP. `api` is the backend's address, ending in a slash. */
export class HttpChildrenBackend implements ChildrenBackend {
  readonly #calls: HttpCalls;

  constructor(api: URL) {
    this.#calls = new HttpCalls(api);
  }

  children(service: string, signal?: AbortSignal) {
    return this.#calls.ask(childListSchema, paths.children, { searchParams: { service } }, signal);
  }
}
