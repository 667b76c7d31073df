import personnummer from 'personnummer';

// Its types say that the class is one step further in than it is.
const library = personnummer as unknown as typeof personnummer.default;

/** What kind of number these twelve digits are; undefined when they are none that an e-ID can vouch for. */
export function idTypeOf(number: string): 'personnummer' | 'samordningsnummer' | undefined {
  if (!/^\d{12}$/.test(number)) return undefined;
  const isCoordination = Number(number.slice(6, 8)) >= 60;
  if (library.valid(number)) return isCoordination ? 'samordningsnummer' : 'personnummer';
  return isCoordination && hasCheckDigit(number.slice(2)) ? 'samordningsnummer' : undefined;
}

/** For coordination numbers that the library's calendar refuses: they are given with month 00, day 60 and days past the month's end. */
function hasCheckDigit(tenDigits: string): boolean {
  const sum = [...tenDigits].reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
