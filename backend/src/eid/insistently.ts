/** Milliseconds between the tries: some seconds in all, less than a shutdown waits. */
const pauses = [100, 500, 1000, 2000, 4000];

/** What `work` comes to, which is tried again when it fails: for a result that is told once, and must not be lost while the store is away. */
export async function insistently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
