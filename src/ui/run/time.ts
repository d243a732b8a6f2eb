// What happened in a container, as lanes on a time axis and as rows of a table. Pure data; words are in text.ts.
import type { ContainerRunView, RunEvent } from '../session/view/run.ts';
import { type Axis, axisOf } from './axis.ts';

/** From a start to its end; open while it runs. */
export interface Life {
  readonly from: number;
  readonly to?: number;
  readonly exitCode?: number;
  /** Killed for memory. */
  readonly oom: boolean;
  /** Started by the restart policy. */
  readonly again: boolean;
}

/** Time that stop waits, from the stop signal until the end or until SIGKILL. */
export interface Grace {
  readonly from: number;
  /** When pid 1 was gone; missing while it waits. */
  readonly to?: number;
  /** When SIGKILL comes or came; missing for a stop that waits for ever. */
  readonly limit?: number;
}

/** A pause before the restart policy starts it again. */
export interface Pause {
  readonly from: number;
  readonly to?: number;
  readonly delay: number;
}

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { readonly kind: K }>;

/** A row of the table. Probes that say the same one after another are one row. */
export type TimeRow =
  | { readonly at: number; readonly event: Exclude<RunEvent, Of<'probe'>> }
  | { readonly at: number; readonly event: Of<'probe'>; readonly count: number; readonly until: number };

export interface Time {
  readonly axis: Axis;
  /** When the container was first started, as far as is known: the table counts from here. */
  readonly zero: number;
  readonly lives: readonly Life[];
  readonly pauses: readonly Pause[];
  readonly frozen: readonly { readonly from: number; readonly to?: number }[];
  readonly graces: readonly Grace[];
  readonly signals: readonly Of<'signal'>[];
  readonly probes: readonly Of<'probe'>[];
  readonly execs: readonly Of<'exec'>[];
  readonly rows: readonly TimeRow[];
}

/** Undefined when nothing has happened yet. `now` is virtual time. */
export function timeOf(container: ContainerRunView, now: number): Time | undefined {
  const { events, state } = container;
  const first = events[0];
  const last = events.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const ended = state === 'exited' || state === 'dead' || state === 'removed' || state === 'created';
  return {
    axis: axisOf(first.at, ended ? last.at : Math.max(now, last.at), Math.max(now, last.at)),
    zero: first.at,
    lives: livesOf(events),
    pauses: pausesOf(events),
    frozen: between(events, 'pause', ['unpause', 'exit']),
    graces: gracesOf(events),
    signals: events.filter((event) => event.kind === 'signal'),
    probes: events.filter((event) => event.kind === 'probe'),
    execs: events.filter((event) => event.kind === 'exec'),
    rows: rowsOf(events),
  };
}

function livesOf(events: readonly RunEvent[]): Life[] {
  const lives: Life[] = [];
  for (const event of events) {
    if (event.kind === 'start') lives.push({ from: event.at, again: event.again, oom: false });
    const open = lives.at(-1);
    if (event.kind === 'exit' && open && open.to === undefined)
      lives[lives.length - 1] = { ...open, to: event.at, exitCode: event.exitCode, oom: event.oom };
  }
  return lives;
}

function pausesOf(events: readonly RunEvent[]): Pause[] {
  return events.flatMap((event, index) => {
    if (event.kind !== 'restart') return [];
    const next = events.slice(index + 1).find(({ kind }) => kind === 'start' || kind === 'refused');
    return [{ from: event.at, delay: event.delay, ...(next ? { to: next.at } : {}) }];
  });
}

function between(
  events: readonly RunEvent[],
  begins: RunEvent['kind'],
  ends: readonly RunEvent['kind'][],
): { from: number; to?: number }[] {
  return events.flatMap((event, index) => {
    if (event.kind !== begins) return [];
    const next = events.slice(index + 1).find(({ kind }) => ends.includes(kind));
    return [{ from: event.at, ...(next ? { to: next.at } : {}) }];
  });
}

function gracesOf(events: readonly RunEvent[]): Grace[] {
  return events.flatMap((event, index) => {
    if (event.kind !== 'grace') return [];
    const end = events.slice(index + 1).find(({ kind }) => kind === 'exit');
    return [{ from: event.at, ...(end ? { to: end.at } : {}), ...(event.seconds < 0 ? {} : { limit: event.at + event.seconds }) }];
  });
}

function rowsOf(events: readonly RunEvent[]): TimeRow[] {
  const rows: TimeRow[] = [];
  for (const event of events) {
    if (event.kind !== 'probe') {
      rows.push({ at: event.at, event });
      continue;
    }
    const last = rows.at(-1);
    const alike =
      last !== undefined &&
      'count' in last &&
      last.event.status === event.status &&
      last.event.forgiven === event.forgiven &&
      (last.event.exitCode === 0) === (event.exitCode === 0);
    if (alike) rows[rows.length - 1] = { ...last, event, count: last.count + 1, until: event.at };
    else rows.push({ at: event.at, event, count: 1, until: event.at });
  }
  return rows;
}
