// Practice: questions without end, made by generators and keyed by the engine.
// Knows questions and their machine. Refuses to know lessons and progress: nothing here is kept.
export { Practice } from './Practice.tsx';
