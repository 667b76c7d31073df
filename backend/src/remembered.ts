/**
 * `make`, which is asked once for each key that is among the last `most`. What it makes must depend on the key alone,
 * and not be changed by whoever gets it.
 */
export function remembered<Value>(most: number, make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();

  function made(key: string): Promise<Value> {
    const value = make(key);
    // What failed may work the next time.
    value.catch(() => known.delete(key));
    return value;
  }

  return (key) => {
    const value = known.get(key) ?? made(key);
    // A map keeps its order, so the first is the one that was not asked for the longest.
    known.delete(key);
    known.set(key, value);
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return value;
  };
}
