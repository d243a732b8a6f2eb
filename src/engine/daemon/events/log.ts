import type { EngineEvent } from './event.ts';

/** Events an engine remembers (moby daemon/events eventsLimit). */
const REMEMBERED = 256;
/** Events a reader may be behind before it loses the oldest. */
const BEHIND = 4096;

/** Someone who reads events as they come. */
export interface EventReader {
  /** Events since the last call, oldest first. */
  take(): readonly EngineEvent[];
  readonly waiting: boolean;
  /** No more events are kept for it. */
  close(): void;
}

/** The newest events of an engine, oldest first, and those who listen. */
export class EventLog {
  #events: EngineEvent[] = [];
  readonly #readers = new Set<EngineEvent[]>();

  get events(): readonly EngineEvent[] {
    return this.#events;
  }

  add(event: EngineEvent): void {
    this.#events.push(event);
    if (this.#events.length > REMEMBERED) this.#events.shift();
    for (const queue of this.#readers) {
      queue.push(event);
      if (queue.length > BEHIND) queue.shift();
    }
  }

  read(): EventReader {
    const queue: EngineEvent[] = [];
    this.#readers.add(queue);
    return {
      take: () => queue.splice(0),
      get waiting() {
        return queue.length > 0;
      },
      close: () => void this.#readers.delete(queue),
    };
  }
}
