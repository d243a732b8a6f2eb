// A POSIX shell that behaves as busybox 1.35's ash (or, in its messages, as dash), on the simulated kernel.
// Knows the language, jobs, traps and builtins; refuses to know what other programs do, and where its terminal is drawn.
export { APPLET_NAMES } from './applet-names.ts';
export { ash, dash } from './ash.ts';
export type { Dialect } from './dialect.ts';
export { compilePattern, matchPattern, matchTokens, type PatternToken } from './expand/pattern.ts';
export { echo, echoText } from './programs/echo.ts';
export { readEscape } from './programs/escape.ts';
export { formatFloat, formatInteger, type NumberFormat } from './programs/number-format.ts';
export { printf, runPrintf } from './programs/printf.ts';
export { runTest, test } from './programs/test.ts';
export { createShell, type SessionOptions, ShellSession } from './session.ts';
