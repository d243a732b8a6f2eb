// The checklist of an exercise: goals, who met them, why not yet.
// Knows exercises, verdicts, seeds and words. Refuses to know the session and the engine.
export { Goals } from './Goals.tsx';
export type { Help } from './Tools.tsx';
