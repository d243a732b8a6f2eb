// Containers as every picture needs them.
import type { ChangeView } from './layers.ts';

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
  readonly changes: readonly ChangeView[];
}
