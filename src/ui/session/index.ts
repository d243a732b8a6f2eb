// The page's session with the engine: one object per lab that terminal, editor and pictures subscribe to.
// Knows the protocol, the worker and this device's memory. Refuses to know any component.
export type { Distance } from './ahead.ts';
export type { ClockOrder, EngineSession, Visit, VisitRequest } from './engine-session.ts';
export { holdLab } from './lock.ts';
export { createSession, type Session } from './session.ts';
export { type Box, deviceStore, memoryStore } from './storage.ts';
export type { Difference, Turn } from './timeline.ts';
export type { LabView } from './view/index.ts';
