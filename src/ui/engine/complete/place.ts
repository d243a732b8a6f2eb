import type { Terminal } from '../../../cli/machine/terminal.ts';
import type { ShellSession } from '../../../engine/shell/index.ts';

/** Where a line is typed: the machine with its engine, and the shell at whose prompt it stands. */
export interface Place extends Pick<Terminal, 'machine' | 'process'> {
  readonly shell: Pick<ShellSession, 'completions' | 'variable'> | undefined;
}
