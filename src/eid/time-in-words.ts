import { timeLeft } from '../kit/time-left.ts';

/** How long is left, as people say it, with words that know `minutes`, `minute` and `seconds`. */
export function timeInWords(milliseconds: number, say: (unit: 'minutes' | 'minute' | 'seconds', values: { number: number }) => string): string {
  const { unit, number } = timeLeft(milliseconds);
  return say(unit, { number });
}

const marks = [60_000, 20_000];

/** The mark that time has just gone past, a minute or twenty seconds before its end: the only times that are said aloud. */
export function passedMark(before: number | undefined, now: number | undefined): number | undefined {
  return marks.find((mark) => before !== undefined && now !== undefined && before > mark && now <= mark);
}
