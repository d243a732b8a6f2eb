// The timeline as it is drawn: every point a station on a line, branches on lines of their own above. Plain data without words.
import { pathTo, type Timeline, type TimelinePoint } from '../session/timeline.ts';

export interface Station {
  readonly point: TimelinePoint;
  /** Steps from the start. */
  readonly column: number;
  /** 0 is the line that leads through now; others lie above it. */
  readonly lane: number;
  /** `ahead`: on the line, after now: where redo goes. `aside`: on another branch. */
  readonly state: 'done' | 'now' | 'ahead' | 'aside';
  readonly failed: boolean;
  /** A few characters that tell the command from its neighbours. */
  readonly label: string;
}

export interface Link {
  readonly from: number;
  readonly to: number;
  readonly ahead: boolean;
}

export interface TimelineModel {
  /** In order of number. */
  readonly stations: readonly Station[];
  /** One for every station but the start. */
  readonly links: readonly Link[];
  readonly columns: number;
  readonly lanes: number;
  /** How many branches leave the line. */
  readonly branches: number;
}

const longest = 13;

export function timelineModel(timeline: Timeline): TimelineModel {
  const line = lineThrough(timeline);
  const onLine = new Set(line);
  const children = childrenOf(timeline);
  const columns = new Map<number, number>();
  for (const { number, parent } of timeline.points) columns.set(number, parent === undefined ? 0 : (columns.get(parent) ?? 0) + 1);
  const lanes = new Map<number, number>(line.map((number) => [number, 0]));
  /** Per lane, the column that its last branch reaches. */
  const reached: number[] = [];
  let branches = 0;
  for (const { number, parent } of timeline.points) {
    if (lanes.has(number) || parent === undefined) continue;
    // A branch begins here: it runs on to its newest end.
    const run = newestRun(number, children);
    const from = columns.get(parent) ?? 0;
    const to = columns.get(run.at(-1) ?? number) ?? from;
    let lane = 1;
    while ((reached[lane] ?? -1) >= from || lane <= (lanes.get(parent) ?? 0)) lane++;
    reached[lane] = to;
    for (const one of run) lanes.set(one, lane);
    branches++;
  }
  const head = columns.get(timeline.head) ?? 0;
  const stations = timeline.points.map((point): Station => {
    const column = columns.get(point.number) ?? 0;
    return {
      point,
      column,
      lane: lanes.get(point.number) ?? 0,
      state: !onLine.has(point.number) ? 'aside' : point.number === timeline.head ? 'now' : column > head ? 'ahead' : 'done',
      failed: point.exit !== undefined && point.exit !== 0,
      label: shortLabel(point),
    };
  });
  const links = stations.flatMap(({ point, state }): Link[] =>
    point.parent === undefined ? [] : [{ from: point.parent, to: point.number, ahead: state === 'ahead' }],
  );
  return {
    stations,
    links,
    columns: Math.max(0, ...columns.values()) + 1,
    lanes: Math.max(0, ...lanes.values()) + 1,
    branches,
  };
}

/** The way from the start to now, and on along the newest points after it. */
function lineThrough(timeline: Timeline): number[] {
  const way = pathTo(timeline, timeline.head).map(({ number }) => number);
  const [, ...after] = newestRun(timeline.head, childrenOf(timeline));
  return [...way, ...after];
}

function childrenOf({ points }: Timeline): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const { number, parent } of points) {
    if (parent === undefined) continue;
    const known = children.get(parent);
    if (known) known.push(number);
    else children.set(parent, [number]);
  }
  return children;
}

function newestRun(from: number, children: ReadonlyMap<number, readonly number[]>): number[] {
  const run = [from];
  for (let next = children.get(from)?.at(-1); next !== undefined; next = children.get(next)?.at(-1)) run.push(next);
  return run;
}

/** `docker image build -t x .` is told as `build x`, a path by its last part; the rest is cut. */
function shortLabel({ kind, label }: TimelinePoint): string {
  const first = label.trim().split('\n')[0] ?? '';
  if (kind === 'edit')
    return cut(
      first
        .split(' ')
        .map((path) => path.split('/').at(-1))
        .join(' '),
    );
  const words = first.split(/\s+/);
  if (words[0] !== 'docker' || words.length < 2) return cut(first.replace(/\s+/g, ' '));
  const noun = /^(?:image|container|volume|network|builder|buildx|system)$/.test(words[1] ?? '') && words.length > 2 ? 2 : 1;
  const [verb = '', ...rest] = words.slice(noun);
  // What it was called says more than where it was made of; else the last thing that was named.
  const named = rest.findIndex((word) => /^(?:-t|--tag|--name)$/.test(word));
  const about = named >= 0 ? rest[named + 1] : rest.findLast((word) => !word.startsWith('-') && word !== '.');
  return cut([verb, about].filter((word) => word !== undefined).join(' '));
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text);
