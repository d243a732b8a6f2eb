// A shell's line editor without a terminal: keys → actions → state → sequences to draw.
// Knows text, history and widths. Refuses to know xterm, the engine and time.
export { layOut } from './completion.ts';
export { needsMore, splitCommands } from './continuation.ts';
export { decode } from './keys.ts';
export { reduce } from './reduce.ts';
export { type Drawn, type Prompt, render } from './render.ts';
export { type Action, type Effect, emptyLine, type LineState } from './state.ts';
export { charWidth, textWidth } from './width.ts';
