/** The little of `oidc-provider` that is used here; its types are not in the package. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface InteractionResult {
    login?: { accountId: string; acr?: string };
    error?: string;
    error_description?: string;
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    /** Rejects where nothing is under way in the browser that asks. */
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<unknown>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: InteractionResult): Promise<void>;
    on(event: string, listener: (...given: unknown[]) => void): this;
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  /** What the library keeps everything in when it is told nothing, and warns of then. */
  export function createMemoryAdapter(clockTolerance: number): object;
}
