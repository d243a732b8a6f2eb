/**
 * Command-line flags as Docker's client (cobra, pflag) reads them.
 * Knows: flag definitions as data, their syntax, value types, error texts and exit codes.
 * Refuses to know: which commands exist and what they do.
 */
export { argsError } from './args.ts';
export { isCheck } from './checks.ts';
export { csvRecord } from './csv.ts';
export { type MountFlag, parseMount } from './mount.ts';
export { type FlagsResult, flagErrorText, HELP_FLAG, type ParseResult, parse, parseFlags } from './parse.ts';
export { ParsedFlags } from './parsed.ts';
export type { ArgsRule, FlagSpec, Parsable } from './spec.ts';
export { FlagValueError } from './values.ts';
