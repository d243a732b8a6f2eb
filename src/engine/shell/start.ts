import { type Process, SysError } from '../kernel/index.ts';
import { setDirectory } from './builtins/cd.ts';
import { DEFAULT_PATH } from './run/lookup.ts';
import type { Shell } from './shell.ts';
import { isVariableName } from './variables.ts';

/** Gives a new shell its variables: ash's own, then those of the environment. */
export function importEnvironment(shell: Shell, p: Process): void {
  const { variables } = shell;
  const defaults: [string, string][] = [
    ['IFS', ' \t\n'],
    ['PATH', DEFAULT_PATH],
    ['PS1', '\\w \\$ '],
    ['PS2', '> '],
    ['PS4', '+ '],
    ['OPTIND', '1'],
  ];
  for (const [name, value] of defaults) variables.set(name, value);
  variables.declareComputed('FUNCNAME');
  variables.declareComputed('LINENO');
  variables.mark('PATH', { exported: true });
  for (const [name, value] of p.env) {
    if (isVariableName(name) && name !== 'IFS' && name !== 'OPTIND') variables.set(name, value, { exported: true });
  }
  variables.set('PPID', String(p.ppid));
  importDirectory(shell, p);
  const level = Number.parseInt(p.env.get('SHLVL') ?? '0', 10);
  variables.set('SHLVL', String((Number.isNaN(level) ? 0 : level) + 1), { exported: true });
  if (variables.get('HOSTNAME') === undefined) variables.set('HOSTNAME', p.ns.hostname);
}

/** `$PWD` from the environment when it names the working directory, else the directory itself. */
function importDirectory(shell: Shell, p: Process): void {
  const given = p.env.get('PWD');
  try {
    const here = p.fs.stat('.');
    if (given?.startsWith('/') && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(given)) {
      const there = p.fs.stat(given);
      if (there.ino === here.ino && there.dev === here.dev) {
        setDirectory(shell, given, false);
        return;
      }
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  try {
    setDirectory(shell, p.getcwd(), false);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}
