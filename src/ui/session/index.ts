// The page's session with the engine: one object per lab that terminal, editor and pictures subscribe to.
// Knows the protocol, the worker and this device's memory. Refuses to know any component.
export type { ClockOrder, EngineSession, FileInfo } from './engine-session.ts';
export { createSession, type Session } from './session.ts';
export { deviceStore } from './storage.ts';
export type { LabView } from './view/index.ts';
