import type { Clock } from '../../../clock.ts';
import { z } from '../../../../../src/contract/schema.ts';

export const flowsSchema = z.object({
  Flows: z.array(z.object({ FlowFamilyID: z.union([z.number(), z.string()]), Name: z.string() })),
});
export type Flows = z.infer<typeof flowsSchema>;

const keptFor = 60 * 60_000;
const pauseAfterFailure = 60_000;

/**
 * The names of the e-services by family, which a list of cases lacks. They change seldom, so they are kept for an
 * hour; when they cannot be had, the last known ones serve, and a case without a name is still shown.
 */
export class FlowNames {
  readonly #clock: Clock;
  readonly #fetch: () => Promise<Flows>;
  #names: ReadonlyMap<string, string> = new Map();
  #askAgainAt = 0;
  #asking: Promise<void> | undefined;

  /** `fetch` ends within a time limit of its own. */
  constructor(clock: Clock, fetch: () => Promise<Flows>) {
    this.#clock = clock;
    this.#fetch = fetch;
  }

  /** Never fails. */
  async all(): Promise<ReadonlyMap<string, string>> {
    if (this.#now() >= this.#askAgainAt) await (this.#asking ??= this.#ask());
    return this.#names;
  }

  async #ask(): Promise<void> {
    try {
      const { Flows } = await this.#fetch();
      this.#names = new Map(Flows.map(({ FlowFamilyID, Name }) => [String(FlowFamilyID), Name.trim()]));
      this.#askAgainAt = this.#now() + keptFor;
    } catch {
      this.#askAgainAt = this.#now() + pauseAfterFailure;
    } finally {
      this.#asking = undefined;
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
