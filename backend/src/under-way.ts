/** Work that may go on after the call that began it has been answered, and that a shutdown must not cut off. */
export interface UnderWay {
  /** Counts `work` in until it has settled, and gives it back as it is. */
  add<T>(work: Promise<T>): Promise<T>;
  /** Settles when nothing is under way any more, however it went; never fails. */
  settled(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const all = new Set<Promise<void>>();
  return {
    add(work) {
      const ended = work.then(() => {}, () => {}).then(() => void all.delete(ended));
      all.add(ended);
      return work;
    },
    async settled() {
      while (all.size > 0) await Promise.all(all);
    },
  };
}
