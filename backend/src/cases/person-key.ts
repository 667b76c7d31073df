import type { EidIdentity } from '../eid/eid-provider.ts';
import type { KeyedNames } from '../secrets/keyed-names.ts';

/** The backend's own name for a person: the same whichever e-ID vouched, and no way back to the number. */
export function personKeyOf(names: KeyedNames, { idNumber, provider, subjectId }: Pick<EidIdentity, 'idNumber' | 'provider' | 'subjectId'>): Promise<string> {
  return names.nameOf(idNumber ?? `${provider} ${subjectId}`, 'person');
}
