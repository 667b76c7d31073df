/** How long is left, as people say it: whole minutes, about one, or seconds when it is short. */
export function timeLeft(milliseconds: number): { unit: 'minutes' | 'minute' | 'seconds'; number: number } {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds > 90) return { unit: 'minutes', number: Math.round(seconds / 60) };
  return seconds > 30 ? { unit: 'minute', number: 1 } : { unit: 'seconds', number: seconds };
}
