// Plays a transfer blob by blob: how many blobs have had their turn. Ends, and starts, in the end state.
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Longest time that a whole replay takes when it starts by itself, in milliseconds, and the time of one blob. */
const WHOLE = 4500;
const ONE = 520;
/** Above so many blobs nothing moves by itself. */
const MOST = 40;
/** The end, however many blobs there turn out to be. */
const END = Number.POSITIVE_INFINITY;

export interface Replay {
  /** 0 to `steps`; `steps` is the end state. */
  readonly at: number;
  readonly playing: boolean;
  play(): void;
  pause(): void;
  go(at: number): void;
}

const still = (): boolean => typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;

/** `key` names what is played; with `fresh` it plays by itself once, unless motion is not wanted. */
export function useReplay(key: string, steps: number, fresh: boolean): Replay {
  const [state, setState] = useState({ key: '', at: END, playing: false });
  const begin = fresh && steps > 0 && steps <= MOST && !still();
  const current = state.key === key ? state : { key, at: begin ? 0 : END, playing: begin };
  const at = Math.min(current.at, steps);
  // Begun is begun, whatever `fresh` says a moment later.
  useLayoutEffect(() => {
    if (current !== state) setState(current);
  });
  useEffect(() => {
    if (!current.playing) return;
    if (at >= steps) {
      setState({ key, at: END, playing: false });
      return;
    }
    const timer = setTimeout(() => setState({ key, at: at + 1, playing: true }), Math.min(ONE, WHOLE / steps));
    return () => clearTimeout(timer);
  }, [key, at, steps, current.playing]);
  return {
    at,
    playing: current.playing,
    play: () => setState({ key, at: at >= steps ? 0 : at, playing: true }),
    pause: () => setState({ key, at, playing: false }),
    go: (next) => setState({ key, at: next >= steps ? END : Math.max(0, next), playing: false }),
  };
}
