// What tabs say to each other about labs.

export interface Said {
  readonly lab: string;
  /** `who`: does anyone hold it? `mine`: yes. `let go`: save and let go. `gone`: it is free. `taken`: whoever thought to hold it does not. */
  readonly what: 'who' | 'mine' | 'let go' | 'gone' | 'taken';
  /** The tab that says so. */
  readonly from: string;
}

export interface Bus {
  say(said: Said): void;
  hear(listener: (said: Said) => void): () => void;
}

/** One kind of lock, as one tab has it for one lab. */
export interface Claim {
  /** Whether this tab got the lab at once. */
  readonly first: Promise<boolean>;
  /** Resolves when this tab has it. */
  take(): Promise<void>;
  end(): void;
}

export function busOf(name: string): Bus | undefined {
  if (globalThis.BroadcastChannel === undefined) return undefined;
  const channel = new BroadcastChannel(name);
  const listeners = new Set<(said: Said) => void>();
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    for (const listener of listeners) listener(data);
  };
  return {
    say: (said) => channel.postMessage(said),
    hear: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const newTab = (): string => Array.from(crypto.getRandomValues(new Uint32Array(2)), (word) => word.toString(36)).join('');
