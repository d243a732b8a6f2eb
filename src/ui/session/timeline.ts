// What the timeline shows: every command and every edit a point, points in a tree, and what differs between two of them.
// Plain data that crosses from worker to page. Knows no engine type.

/** One thing that is different in a later moment. */
export interface Difference {
  readonly what: 'image' | 'tag' | 'container' | 'volume' | 'network' | 'file' | 'registry';
  readonly how: 'added' | 'updated' | 'removed';
  /** The short name a person knows it by: a reference, a name, a path, twelve digits of an id. */
  readonly name: string;
  readonly machine: string;
  /** What it was and is, for a tag that moved (image ids) or a container's state. */
  readonly from?: string;
  readonly to?: string;
}

export interface TimelinePoint {
  /** 0 is the start; a number is never used again, on whichever branch. */
  readonly number: number;
  /** The point it follows; undefined for the start. */
  readonly parent?: number;
  readonly kind: 'start' | 'command' | 'edit' | 'time';
  /** The command line, the paths that were edited, or by how much the clock was moved. */
  readonly label: string;
  readonly exit?: number;
  readonly terminal?: number;
  /** Virtual seconds since the epoch when it was over. */
  readonly at: number;
  /** The first of what it changed; `more` others are not listed. */
  readonly changes: readonly Difference[];
  readonly more: number;
  /** A name the learner gave it. */
  readonly name?: string;
}

export interface Timeline {
  /** In order of number. */
  readonly points: readonly TimelinePoint[];
  /** The point the machines stand at now. */
  readonly head: number;
}

/** A command that has ended, as a terminal shows it. */
export interface Turn {
  /** The number of its point. */
  readonly number: number;
  readonly line: string;
  readonly exit: number;
  /** What it printed, cut at `outputLimit`. */
  readonly output: string;
  /** The prompt it was typed at. */
  readonly prompt: string;
  readonly terminal: number;
}

/** Most characters of a command's output that are kept. */
export const outputLimit = 16_000;

/** Points from the start to `number`, in order. */
export function pathTo(timeline: Timeline, number: number): TimelinePoint[] {
  const byNumber = new Map(timeline.points.map((point) => [point.number, point]));
  const path: TimelinePoint[] = [];
  for (let at = byNumber.get(number); at !== undefined; at = at.parent === undefined ? undefined : byNumber.get(at.parent)) path.push(at);
  return path.reverse();
}

/** A timeline with points that are new or changed. */
export function merged(timeline: Timeline, points: readonly TimelinePoint[], head: number): Timeline {
  const all = new Map(timeline.points.map((point) => [point.number, point]));
  for (const point of points) all.set(point.number, point);
  return { points: [...all.values()], head };
}
