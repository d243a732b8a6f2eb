// Regular expressions of the Perl family (PCRE, JavaScript, Python), matched in a bounded number of steps.
// Knows patterns and text; refuses to know any one language's functions around them.
// POSIX expressions, as grep and sed have them, are `../regex`.

export { PatternTooCostly } from './match.ts';
export { PatternError } from './parse.ts';
export { type Match, Pattern, type PatternOptions } from './pattern.ts';
