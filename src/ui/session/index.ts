// The page's session with the engine: one object per lab that terminal, editor and pictures subscribe to.
// Knows the protocol, the worker and this device's memory. Refuses to know any component.
export type { Completion, EngineSession, EngineSessionFactory, FileInfo, HostFiles, Job, Slice } from './engine-session.ts';
export type { LogEntry, StartState, TurnSummary } from './protocol.ts';
export { createSession, type Notice, type Session, type Status } from './session.ts';
export { deviceStore, type LabStore, type TurnRecord } from './storage.ts';
export type { ChangeView, ContainerView, HistoryRowView, ImageView, LabView } from './view.ts';
