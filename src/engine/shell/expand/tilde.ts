import { fromBytes, SysError } from '../../kernel/index.ts';
import type { Shell } from '../shell.ts';

/** The home directory `~name` stands for; undefined leaves the text as it is. */
export function homeDirectory(shell: Shell, name: string): string | undefined {
  if (name === '') return shell.variables.get('HOME');
  try {
    const passwd = fromBytes(shell.p.fs.readFile('/etc/passwd'));
    for (const line of passwd.split('\n')) {
      const fields = line.split(':');
      if (fields[0] === name && fields[5] !== undefined) return fields[5];
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
  return undefined;
}
