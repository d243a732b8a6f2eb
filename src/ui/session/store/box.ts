// A lab on this device as a list tells of it.
import type { LabRecord } from './record.ts';

export type BoxKind = 'sandbox' | 'lesson' | 'front';

export interface Box {
  /** The lab's id: `sandbox` for the first one, `box-…` for others, `lesson-…`, `front`. */
  readonly id: string;
  /** What the learner called it; empty until then. */
  readonly title: string;
  readonly kind: BoxKind;
  /** Milliseconds since the epoch. */
  readonly created: number;
  readonly changed: number;
  readonly commands: number;
  /** Bytes of the record, and of the uploads that it names (an upload that two boxes name is counted in both). */
  readonly bytes: number;
}

export function kindOf(id: string): BoxKind {
  if (id === 'front') return 'front';
  return id.startsWith('lesson-') ? 'lesson' : 'sandbox';
}

/** A box with its content, so that deleting can be undone. */
export interface Removed {
  readonly box: Box;
  readonly record: LabRecord;
}

/** A record that this version could not read. */
export interface Aside {
  readonly key: string;
  readonly lab: string;
  /** Milliseconds since the epoch, when it was put aside. */
  readonly when: number;
  readonly bytes: number;
}

export interface Usage {
  /** Bytes of all boxes and uploads, as counted here. */
  readonly kept: number;
  /** What the browser says about everything of this site; missing when it does not say. */
  readonly used?: number;
  readonly quota?: number;
  /** The browser has promised not to clear it by itself. */
  readonly persisted: boolean;
}
