// The one line where the page meets the engine.
export { engine } from '../engine/index.ts';
