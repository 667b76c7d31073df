import type { CaseSource } from '../case-source.ts';
import { simulateSource } from '../simulated-sources/simulate-source.ts';
import type { SimulatedSystem } from '../simulated-sources/simulate-source.ts';
import { connectSource, secretsOf } from './connect-source.ts';
import type { SourceTools } from './connect-source.ts';
import type { SourceConfig } from './sources.config.ts';

/** The configured sources in their order, and the systems among them that are simulated. @throws Error naming every secret that is missing, or when one is simulated in production */
export function createSources(
  configs: readonly SourceConfig[],
  tools: SourceTools & { production: boolean },
): { sources: CaseSource[]; simulated: SimulatedSystem[] } {
  const missing = missingSecrets(configs, tools.secret);
  if (missing.length > 0) throw new Error(missing.join('\n'));
  const simulated: SimulatedSystem[] = [];
  const sources = configs.map((config) => {
    if (config.kind !== 'simulated') return connectSource(config, tools);
    const { source, system } = simulateSource(config, tools);
    simulated.push(system);
    return source;
  });
  return { sources, simulated };
}

/** A sentence for each secret that is named in the municipality's file and is not there. */
export function missingSecrets(configs: readonly SourceConfig[], secret: SourceTools['secret']): string[] {
  return configs.flatMap((config, index) => {
    const named = config.kind === 'simulated' ? [] : Object.entries(secretsOf(config));
    return named.filter(([, name]) => !secret(name)).map(([field, name]) => `cases.sources[${index}].${field} names ${name}, and there is nothing there`);
  });
}
