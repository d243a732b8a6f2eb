import type { Terminal } from '../../../cli/machine/terminal.ts';

/** Where a line is typed: the machine with its engine, and the shell at whose prompt it stands. */
export type Place = Pick<Terminal, 'machine' | 'process' | 'shell'>;
