/** The one of `names` that `written` is most like, when it is so like that it must be a slip. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const slips = names.map((name) => ({ name, distance: distanceBetween(plain(written), plain(name)) })).sort((one, other) => one.distance - other.distance);
  const [best] = slips;
  return best && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined;
}

/** Capitals and hyphens are what is most often written otherwise. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, '');

/** How many letters must be changed, added or taken away to make one word into the other (Levenshtein). */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1) {
      next.push(Math.min(row[at + 1]! + 1, next[at]! + 1, row[at]! + (letter === other[at] ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
