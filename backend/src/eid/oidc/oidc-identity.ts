import { EidProviderError } from '../eid-provider.ts';
import type { EidIdentity, EidProgress } from '../eid-provider.ts';
import { idTypeOf } from '../identity-number.ts';
import type { ClaimMap, OidcConnection } from './oidc.config.ts';

/** What an OpenID provider says of somebody, its own signature on it checked. */
export interface OidcClaims {
  iss: string;
  sub: string;
  auth_time?: number | undefined;
  [claim: string]: unknown;
}

const loaPrefix = 'http://id.elegnamnden.se/loa/1.0/';

/** Who the claims are about. A level that is missing, or not on the list, lets nobody in. @throws EidProviderError when the person cannot be read */
export function oidcPerson(claims: OidcClaims, { claims: map, levels }: OidcConnection, provider: string, now: Date): Exclude<EidProgress, { status: 'pending' }> {
  const said = first(claims, map.level);
  const level = said !== undefined && Object.hasOwn(levels, said) ? levels[said] : undefined;
  if (level === undefined) return { status: 'failed', hint: 'levelTooLow' };
  const at = claims.auth_time === undefined ? now : new Date(claims.auth_time * 1000);
  const identity = { provider, ...whoIn(claims, map), ...namesIn(claims, map), loa: loaPrefix + level, authenticatedAt: at.toISOString() };
  return { status: 'complete', identity };
}

/** Whether the claims lack something that the provider may say when it is asked for the rest. */
export function lacksPerson(claims: OidcClaims, map: ClaimMap): boolean {
  const has = (names: readonly string[]) => first(claims, names) !== undefined;
  const named = has(map.name) || (has(map.givenName) && has(map.familyName));
  return !named || !has([...map.idNumber, ...map.prid]) || !has(map.level);
}

type Who = Pick<EidIdentity, 'subjectId' | 'idType' | 'idNumber' | 'coordinationLevel' | 'previousIdNumber' | 'pridPersistence'>;

function whoIn(claims: OidcClaims, map: ClaimMap): Who {
  const told = (name: 'coordinationLevel' | 'previousIdNumber' | 'pridPersistence'): Partial<Who> => {
    const value = first(claims, map[name]);
    return value === undefined ? {} : { [name]: value };
  };
  const written = first(claims, map.idNumber);
  if (written !== undefined) {
    const idNumber = written.replace(/^(\d{8})-(\d{4})$/, '$1$2');
    const idType = idTypeOf(idNumber);
    if (!idType) throw new EidProviderError('rejected', { reason: 'a personal number that is none' });
    return { subjectId: idNumber, idType, idNumber, ...(idType === 'samordningsnummer' ? told('coordinationLevel') : told('previousIdNumber')) };
  }
  const prid = first(claims, map.prid);
  // `sub` is one's own at that provider, and says nothing elsewhere.
  return prid === undefined ? { subjectId: `${claims.iss} ${claims.sub}`, idType: 'none' } : { subjectId: prid, idType: 'prid', ...told('pridPersistence') };
}

function namesIn(claims: OidcClaims, map: ClaimMap): Pick<EidIdentity, 'givenName' | 'familyName' | 'displayName'> {
  const givenName = first(claims, map.givenName) ?? '';
  const familyName = first(claims, map.familyName) ?? '';
  const displayName = first(claims, map.name) ?? `${givenName} ${familyName}`.trim();
  if (displayName === '') throw new EidProviderError('rejected', { reason: 'a person without a name' });
  return { givenName, familyName, displayName };
}

function first(claims: OidcClaims, names: readonly string[]): string | undefined {
  const values = names.map((name) => (Object.hasOwn(claims, name) ? claims[name] : undefined));
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim();
}
