// Who may write a lab: one tab at a time. The first tab that opens a lab holds it; others only look until they take over.
// A tab that is asked to hand over first saves, so that the other begins with everything. Knows nothing of records.

import { type Bus, busOf } from './lock/bus.ts';
import { claimOf } from './lock/claim.ts';
import { type Locks, lockOf } from './lock/web-lock.ts';

export interface Hold {
  /** This tab may write. Changes only before `onLost` and `onFree` are told and when `takeOver` resolves. */
  readonly writable: boolean;
  /**
   * Another tab takes over. `save` is true while there is still time: what the listener returns is awaited, and nothing is
   * written after it. It is false when the other tab did not wait (this one did not answer for seconds).
   */
  onLost(listener: (save: boolean) => void | Promise<void>): () => void;
  /** The tab that held the lab is gone: whoever looks on may continue by `takeOver`. */
  onFree(listener: () => void): () => void;
  /** Asks the tab that holds the lab to save and let go; resolves when this one may write. The record must then be loaded anew. */
  takeOver(): Promise<void>;
  /** Lets go, as closing the tab does. */
  release(): void;
}

export interface Means {
  readonly locks?: Locks | undefined;
  readonly bus?: Bus | undefined;
  /** Milliseconds that the holder has to save and let go. */
  readonly patience?: number;
}

/** Holds the lab, or looks on when another tab holds it. Never rejects: where a browser has neither locks nor channels, each tab writes. */
export async function holdLab(id: string, means: Means = meansOfBrowser()): Promise<Hold> {
  const { locks, bus, patience = 4000 } = means;
  const name = `strata lab ${id}`;
  const lost = new Set<(save: boolean) => void | Promise<void>>();
  const free = new Set<() => void>();
  let writable = true;
  const tell = async (save: boolean): Promise<void> => {
    if (!writable) return;
    writable = false;
    for (const listener of lost) await Promise.resolve(listener(save)).catch(() => {});
  };
  const tellFree = () => {
    if (!writable) for (const listener of free) listener();
  };
  const claim =
    bus === undefined
      ? undefined
      : locks
        ? lockOf(name, locks, bus, patience, tell, tellFree)
        : claimOf(name, bus, patience, tell, tellFree);
  if (claim) writable = await claim.first;
  const listen = <L>(set: Set<L>, listener: L) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  return {
    get writable() {
      return writable;
    },
    onLost: (listener) => listen(lost, listener),
    onFree: (listener) => listen(free, listener),
    takeOver: async () => {
      if (writable) return;
      await claim?.take();
      writable = true;
    },
    release: () => {
      writable = false;
      claim?.end();
    },
  };
}

function meansOfBrowser(): Means {
  return { locks: globalThis.navigator?.locks, bus: busOf('strata labs') };
}
