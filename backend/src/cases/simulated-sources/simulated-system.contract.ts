import { z } from '../../../../src/contract/schema.ts';

/** Where the demo's pages reach the switches of the simulated systems. */
export const systemPaths = {
  systems: '/simulator/systems',
  system: (id: string) => `/simulator/systems/${id}`,
} as const;

export const systemListSchema = z.object({ systems: z.array(z.object({ id: z.string(), name: z.string(), silent: z.boolean() })) });
export type SystemList = z.infer<typeof systemListSchema>;

export const systemChangeSchema = z.strictObject({ silent: z.boolean() });
