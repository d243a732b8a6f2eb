import type { Regex } from '../../../regex/index.ts';

/** A pattern of an address; undefined stands for "the last pattern used". */
export interface Address {
  /** Line number; LAST for `$`; 0 for none. For an end, below LAST: -2-N for `+N`. */
  line: number;
  readonly regex: Regex | undefined;
}

export const LAST = -1;

/** One command of a script, with the state of its range. */
export interface Command {
  readonly letter: string;
  readonly begin: Address;
  readonly end: Address;
  readonly invert: boolean;
  /** Text of a, i, c; file of r; label of :, b, t, T; pairs of y; replacement of s. */
  readonly text: string;
  readonly substitution: Substitution | undefined;
  /** The file that w, or s with the flag w, writes to. */
  readonly file: string | undefined;
  inRange: boolean;
  /** `begin.line` and `end.line` as written: a range changes them as it goes. */
  readonly beginLine: number;
  readonly endLine: number;
}

export interface Substitution {
  /** Undefined for an empty pattern: the last one used. */
  readonly regex: Regex | undefined;
  /** Which match is replaced; 0 for all. */
  readonly which: number;
  readonly print: boolean;
}

/** A script that cannot be read, or cannot go on; the message is busybox's. */
export class SedError extends Error {}

export interface Script {
  readonly commands: Command[];
  /** `#n`: like -n. */
  quiet: boolean;
}
