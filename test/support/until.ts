// Kept from before any test replaces the clock.
const { setTimeout: later } = window;
const now = performance.now.bind(performance);

/** Resolves with what `condition` gives as soon as that is something; fails with `what` when it never is. */
export async function until<T>(condition: () => T | Promise<T>, what = condition.toString(), patience = 3000): Promise<NonNullable<T>> {
  const end = now() + patience;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (now() > end) throw new Error(`Waited in vain for: ${what}`);
    await new Promise((resolve) => later.call(window, resolve, 10));
  }
}
