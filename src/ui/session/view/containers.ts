// Containers as every picture needs them.
import type { ChangeCounts, ChangeView, LeakView, WasteView } from './layers.ts';

export interface ContainerView {
  readonly id: string;
  readonly name: string;
  /** Full image ID the container was made from. */
  readonly image: string;
  /** The reference that was typed, for display. */
  readonly imageRef: string;
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead';
  /** As `docker ps` prints it, e.g. `Up 2 seconds`. */
  readonly status: string;
  /** Bytes in the writable layer. */
  readonly size: number;
  /** The first entries of the writable layer; `counts` says how many there are in all. */
  readonly changes: readonly ChangeView[];
  readonly counts?: ChangeCounts;
  /** Bytes that the writable layer puts out of sight, by the diffID of the layer they lie in. */
  readonly hides?: Readonly<Record<string, number>>;
  /** Secrets of the image that the container put out of sight. */
  readonly leaks?: readonly LeakView[];
  /** Waste of the image with the writable layer counted as one more. */
  readonly waste?: WasteView;
}
