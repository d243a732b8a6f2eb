// The shell inside a container that a terminal's command passes keys on to.
import type { Terminal } from '../../../cli/machine/terminal.ts';
import { BUILTIN_NAMES } from '../../../engine/shell/index.ts';
import type { Place } from './place.ts';

export type Front = Pick<Terminal, 'machine' | 'process' | 'tty' | 'running'>;

/** Undefined when nothing in a container has the terminal. */
export function innerShell({ machine, process: { kernel }, tty, running }: Front): Place | undefined {
  const { relay } = tty;
  if (running === undefined || relay === undefined) return undefined;
  const process = kernel.processes.findLast((one) => one.group === relay.foreground && kernel.ttyOf(one) === relay);
  if (process === undefined) return undefined;
  const completions = () => ({ functions: [], builtins: [...BUILTIN_NAMES], aliases: [], variables: [...process.env.keys()] });
  return { machine, process, shell: { completions, variable: (name) => process.env.get(name) } };
}
