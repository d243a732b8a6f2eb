// The terminal's public face.
// Knows the session and words. Refuses to know the engine; xterm is loaded only by controller.ts.
export type { TerminalHandle } from './controller.ts';
export { Terminal } from './Terminal.tsx';
