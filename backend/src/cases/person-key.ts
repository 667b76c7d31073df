import type { EidIdentity } from '../eid/eid-provider.ts';
import type { KeyedNames } from '../secrets/keyed-names.ts';

/** The backend's own name for a person: the same whichever e-ID vouched, and no way back to the number. */
export function personKeyOf(names: KeyedNames, { idNumber, provider, subjectId }: Pick<EidIdentity, 'idNumber' | 'provider' | 'subjectId'>): Promise<string> {
  return names.nameOf(idNumber ?? `${provider} ${subjectId}`, 'person');
}

/** The same name for whoever has that identity number, whether or not an e-ID has vouched for them yet. */
export const keyOfNumber = (names: KeyedNames, idNumber: string): Promise<string> => personKeyOf(names, { idNumber, provider: '', subjectId: idNumber });

/** The backend's own name for a child that cases are about. */
export const childKeyOf = (names: KeyedNames, idNumber: string): Promise<string> => names.nameOf(idNumber, 'child');
