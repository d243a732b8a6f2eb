// The engine behind the page: makes the sessions that src/ui/session drives.
// Knows the command line's Session and the engine's values; refuses to know workers, messages and the DOM.
export { digestsReady as ready } from '../../engine/digest/index.ts';
export { engine } from './engine.ts';
