type Listener = (text: string, shown: () => void) => void;

/** Who draws what the terminals write. The engine goes on when it was drawn: `drawn` is told, with how many characters. */
export function createOutputs(drawn: (chars: number) => void) {
  const all = new Map<number, Set<Listener>>();
  return {
    /** Gives the way to stop listening. */
    add(listener: Listener, terminal: number): () => void {
      const set = all.get(terminal) ?? new Set();
      all.set(terminal, set.add(listener));
      return () => void set.delete(listener);
    },
    /** What the engine wrote; what nobody draws is drawn. */
    hear(text: string, terminal: number): void {
      const listeners = all.get(terminal) ?? new Set();
      let left = listeners.size;
      const done = () => {
        left--;
        if (left === 0) drawn(text.length);
      };
      if (left === 0) drawn(text.length);
      for (const listener of listeners) listener(text, done);
    },
    /** Words of the page itself. */
    say(text: string, terminal: number): void {
      for (const listener of all.get(terminal) ?? []) listener(text, () => {});
    },
  };
}
