import type { Parsable } from '../flags/index.ts';

/** A list of subcommands in a group's help, in the order printed. A plugin's name carries its `*`. */
export interface HelpSection {
  readonly title: string;
  readonly items: readonly (readonly [name: string, short: string])[];
}

/** A command of Docker's client: what parsing needs and every word its help prints. */
export interface CommandSpec extends Parsable {
  /** Names after `docker`: `['image', 'ls']`; empty for `docker` itself. */
  readonly path: readonly string[];
  /** Below the usage line; may have several paragraphs. */
  readonly description: string;
  /** Full spellings as help lists them, this command's own among them. */
  readonly aliases: readonly string[];
  /** Groups only. */
  readonly sections: readonly HelpSection[];
  /** Width of the name column in `sections`. */
  readonly nameWidth: number;
  /** What follows everything else. */
  readonly footer?: string;
}
