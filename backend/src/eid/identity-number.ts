import personnummer from 'personnummer';
import { hasCheckDigit } from '../check-digit.ts';

// Its types say that the class is one step further in than it is.
const library = personnummer as unknown as typeof personnummer.default;

/** What kind of number these twelve digits are; undefined when they are none that an e-ID can vouch for. */
export function idTypeOf(number: string): 'personnummer' | 'samordningsnummer' | undefined {
  if (!/^\d{12}$/.test(number)) return undefined;
  const isCoordination = Number(number.slice(6, 8)) >= 60;
  if (library.valid(number)) return isCoordination ? 'samordningsnummer' : 'personnummer';
  // The library's calendar refuses some that are given: with month 00, day 60 and days past the month's end.
  return isCoordination && hasCheckDigit(number.slice(2)) ? 'samordningsnummer' : undefined;
}
