import { Refusal } from '../session/refusal/index.ts';
import { isSameContent } from './content.ts';
import type { SessionEvent } from './log.ts';

/** Most events that a session remembers. */
const MOST_EVENTS = 20_000;

/** An event without its time, which is when it is recorded. */
export type Input = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'at'> : never) : never;

/** What came since the head of the history, and belongs to no point yet. */
export class Pending {
  #events: SessionEvent[] = [];
  /** Of the whole session. */
  #count: number;

  constructor(before = 0) {
    this.#count = before;
  }

  get events(): readonly SessionEvent[] {
    return this.#events;
  }

  /** Throws an Error when the session is full. A file that is written again with the same is no event. */
  record(input: Input, at: number): void {
    if (++this.#count > MOST_EVENTS) throw new Refusal('points.full', { most: MOST_EVENTS.toLocaleString('en') });
    const event = { ...input, at } as SessionEvent;
    const last = this.#events.at(-1);
    if (
      event.kind === 'write' &&
      last?.kind === 'write' &&
      last.path === event.path &&
      last.machine === event.machine &&
      isSameContent(last.content, event.content)
    )
      return;
    this.#events.push(event);
  }
  /** Puts back an event that was counted already. */
  restore(event: SessionEvent): void {
    this.#events.push(event);
  }
  /** All of them; from now on they belong to a point. */
  take(): SessionEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** The line that was typed last in a terminal. */
  lineOf(terminal: number): string {
    const line = this.#events.findLast((event) => event.kind === 'line' && (event.terminal ?? 0) === terminal);
    return line?.kind === 'line' ? line.text : '';
  }
  /** Files that were written, removed or renamed. */
  paths(): readonly string[] {
    return [...new Set(this.#events.flatMap((event) => ('path' in event && event.kind !== 'chdir' ? [event.path] : [])))];
  }
}

/** Both, without what no longer matters: a file that is written again whole was not worth remembering. */
export function joined(events: readonly SessionEvent[], later: readonly SessionEvent[]): SessionEvent[] {
  const written = new Set(later.flatMap((event) => (event.kind === 'write' ? [`${event.machine ?? ''} ${event.path}`] : [])));
  return [...events.filter((event) => event.kind !== 'write' || !written.has(`${event.machine ?? ''} ${event.path}`)), ...later];
}
