import type { Municipality } from '../municipality/municipality.ts';
import type { CaseSource, SourceCase } from './case-source.ts';

/**
 * The source, whose cases say where one does what they wait for: as they say themselves, else by their e-service, else by
 * `pages`. `{case}` stands for the case's id as the person knows it.
 */
export function withActionPages(source: CaseSource, { services, links, cases: { pages } }: Pick<Municipality, 'services' | 'links' | 'cases'>): CaseSource {
  function pageOf({ nextAction, service }: SourceCase): string | undefined {
    if (!nextAction) return undefined;
    const own = services.find(({ id }) => id === service.id);
    if (own && nextAction.kind === 'sign') return links.signing && `${links.signing}?kommun-case={case}`;
    return (nextAction.kind === 'continue' && own?.page) || pages[nextAction.kind];
  }
  function withPage<Told extends SourceCase>(one: Told): Told {
    const url = one.nextAction?.url ?? pageOf(one);
    return one.nextAction && url ? { ...one, nextAction: { ...one.nextAction, url } } : one;
  }
  return {
    ...source,
    list: async (person, signal) => (await source.list(person, signal)).map(withPage),
    async find(person, id, signal) {
      const detail = await source.find(person, id, signal);
      return detail && withPage(detail);
    },
  };
}
