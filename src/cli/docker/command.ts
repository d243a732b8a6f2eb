import type { Step } from '../../engine/kernel/index.ts';
import type { Context } from '../command.ts';
import type { ParsedFlags } from '../flags/index.ts';
import type { CommandSpec } from '../help/index.ts';

/** A docker command: under which paths it is reached, and what it does. Its words, flags and errors are the help's (`src/cli/help`). */
export interface Command {
  /** Paths after `docker`, e.g. `['image ls', 'images']`. */
  readonly paths: readonly string[];
  /** Does it; the value is the exit status. A DockerError thrown is printed as Docker prints the engine's answer. */
  run(context: Context, flags: ParsedFlags, args: readonly string[], spec: CommandSpec): Step<number>;
}
