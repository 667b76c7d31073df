import { z } from '../../src/contract/schema.ts';
import type { Fetched } from './fetched.contract.ts';

/** So much of a configuration as tells that it is one, also of a backend that is older or newer than this. */
const configSchema = z.object({ municipality: z.object({}), eidProviders: z.array(z.object({ logo: z.optional(z.string()) })) });
type Config = z.infer<typeof configSchema>;

/** The backend's configuration, as far as the checker reads it; undefined when the answer is none. */
export function configIn(answer: Fetched | undefined): Config | undefined {
  if (!answer?.ok) return undefined;
  try {
    return configSchema.safeParse(JSON.parse(answer.body)).data;
  } catch {
    return undefined;
  }
}

/** The addresses of the e-IDs' logos. */
export const logosIn = (answer: Fetched | undefined): string[] => configIn(answer)?.eidProviders.flatMap(({ logo }) => logo ?? []) ?? [];
