// The goal of an exercise as a picture beside one's own: fetched when somebody asks to compare.
// Knows pictures by their contract, verdicts and words. Refuses to know any single picture and the engine.
export { Beside } from './Beside.tsx';
