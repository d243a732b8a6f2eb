/** What an event is about. */
export type EventType = 'container' | 'image' | 'volume' | 'network' | 'builder' | 'daemon';

/** Something that happened in an engine, as moby's events.Message tells it. */
export interface EngineEvent {
  readonly type: EventType;
  /** `start`, `exec_create: sh -c x`, `health_status: healthy` … */
  readonly action: string;
  /** Full id of what it happened to; a volume's name; empty for prunes. */
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Virtual seconds since the epoch. */
  readonly time: number;
}
