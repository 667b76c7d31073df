const swedishLevel = /^(?:http:\/\/id\.elegnamnden\.se\/loa\/1\.0\/)?loa([1-4])$/;

/** Levels of the Swedish quality mark count as figures; what is not one of them opens nothing that asks for a level. */
const levelOf = (loa: string): number => Number(swedishLevel.exec(loa)?.[1] ?? 0);

/** Whether a login with `loa` opens what asks for `required`. */
export function isEnough(loa: string, required: string | undefined): boolean {
  return required === undefined || (levelOf(required) > 0 && levelOf(loa) >= levelOf(required));
}

/** Of two levels that are asked for, the one that a login has to reach. */
export const strictestLevel = (one: string | undefined, other: string | undefined): string | undefined =>
  one !== undefined && isEnough(one, other) ? one : (other ?? one);
