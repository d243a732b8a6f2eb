// A shell's line editor without a terminal: keys → actions → state → sequences to draw.
// Knows text, history and widths. Refuses to know xterm, the engine and time.
export { splitCommands } from './continuation.ts';
export { decode, encode } from './keys.ts';
export { reduce } from './reduce.ts';
export { type Drawn, render } from './render.ts';
export { type Action, emptyLine, type LineState } from './state.ts';
export { charWidth } from './width.ts';
