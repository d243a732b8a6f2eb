// A POSIX shell that behaves as busybox 1.35's ash (or, in its messages, as dash), on the simulated kernel.
// Knows the language, jobs, traps and builtins; refuses to know what other programs do, and where its terminal is drawn.
export { ash, bash, dash } from './ash.ts';
export { BUILTIN_NAMES } from './builtins/names.ts';
export { echo } from './programs/echo.ts';
export { printf } from './programs/printf.ts';
export { test } from './programs/test.ts';
export { createShell, type SessionOptions, ShellSession } from './session.ts';
