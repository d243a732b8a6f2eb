/**
 * Command-line flags as Docker's client (cobra, pflag) reads them.
 * Knows: flag definitions as data, their syntax, value types, error texts and exit codes.
 * Refuses to know: which commands exist and what they do.
 */
export { isCheck } from './checks.ts';
export { parseMount } from './mount.ts';
export { type FlagsResult, flagErrorText, HELP_FLAG, parse, parseFlags } from './parse.ts';
export { ParsedFlags } from './parsed.ts';
export type { ArgsRule, FlagSpec, Parsable } from './spec.ts';
