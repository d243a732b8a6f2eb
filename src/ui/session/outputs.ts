type Listener = (text: string, shown: () => void) => void;

/** Who draws what the terminals write. The engine goes on when it was drawn: `drawn` is told, with how many characters. */
export class Outputs {
  readonly #listeners = new Map<number, Set<Listener>>();
  readonly #drawn: (chars: number) => void;

  constructor(drawn: (chars: number) => void) {
    this.#drawn = drawn;
  }

  /** Gives the way to stop listening. */
  add(listener: Listener, terminal: number): () => void {
    const set = this.#listeners.get(terminal) ?? new Set();
    this.#listeners.set(terminal, set.add(listener));
    return () => void set.delete(listener);
  }

  /** What the engine wrote. */
  hear(text: string, terminal: number): void {
    const listeners = this.#listeners.get(terminal) ?? new Set();
    let left = listeners.size;
    const done = () => {
      left--;
      if (left === 0) this.#drawn(text.length);
    };
    // What nobody draws is drawn.
    if (left === 0) this.#drawn(text.length);
    for (const listener of listeners) listener(text, done);
  }

  /** Words of the page itself. */
  say(text: string, terminal: number): void {
    for (const listener of this.#listeners.get(terminal) ?? []) listener(text, () => {});
  }
}
