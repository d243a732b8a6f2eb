// POSIX regular expressions, basic and extended with GNU's additions, as glibc matches them in the C locale.
// Knows patterns and byte strings; refuses to know lines, files and the tools that use it.
// Every search is bounded: a pattern that would take too long ends with its own error.
export type { Captures } from './captures.ts';
export { Regex } from './regex.ts';
export { basicSyntax, egrepSyntax, extendedSyntax, grepSyntax, RegexError, type Syntax } from './syntax.ts';
