import type { ArgsRule, FlagSpec } from '../flags/index.ts';
import type { HelpSection } from './spec.ts';

/** A command as stored in `data/`: what can be told from its path or from a command it is `like` is left out. */
export interface CommandRecord {
  /** Names after `docker`, joined by blanks. */
  readonly path: string;
  readonly usage: string;
  /** Where it is not `docker ` and the path: a plugin's other spellings name the plugin. */
  readonly commandPath?: string;
  /** Path of a command whose help is the same but for usage and the flags given here. */
  readonly like?: string;
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly flags?: readonly FlagSpec[];
  readonly args?: ArgsRule;
  readonly interspersed?: false;
  readonly sections?: readonly HelpSection[];
  readonly nameWidth?: number;
  readonly footer?: string;
}
