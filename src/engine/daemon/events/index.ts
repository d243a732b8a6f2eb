// The engine's event log: what happened to containers, images, volumes and networks, in order.
// Knows what each kind of event tells and which filters find it; refuses to know who listens and how it is printed.
export { containerEvent, emit, imageEvent, networkEvent, pruneEvent, referenceEvent, volumeEvent } from './emit.ts';
export type { EngineEvent, EventType } from './event.ts';
export { EventLog, type EventReader } from './log.ts';
export { matchesEvent } from './select.ts';
