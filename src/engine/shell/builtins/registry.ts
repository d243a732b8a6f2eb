import type { Step } from '../../kernel/index.ts';
import type { Flags } from '../run/evaluate.ts';
import type { Shell } from '../shell.ts';

export interface BuiltinContext {
  /** The command's words, its name first. */
  readonly argv: readonly string[];
  readonly flags: Flags;
  /** Whether errors end the shell. */
  readonly special: boolean;
}

/** Runs in the shell itself; gives the exit status. Thrown complaints become messages. */
export type Builtin = (shell: Shell, context: BuiltinContext) => Step<number>;

let table: ReadonlyMap<string, Builtin> = new Map();
/** Called once by the table of builtins: they run commands themselves, so what runs commands cannot import them. */
export function setBuiltins(builtins: ReadonlyMap<string, Builtin>): void {
  table = builtins;
}

/** The builtin of a name that is known to be one. */
export const builtin = (name: string): Builtin => table.get(name)!;
